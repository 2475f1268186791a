package io.sectorwatch.deliver.targets.alertmanager;

import io.sectorwatch.deliver.targets.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What several that were told the same have said together: one that has taken it is enough, and is not waited beyond. */
final class FirstTaken {
    static CompletableFuture<Reply> of(List<CompletableFuture<Reply>> replies) {
        CompletableFuture<Reply> first = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(replies.size());
        for (CompletableFuture<Reply> reply : replies) {
            var unused = reply.whenComplete((said, failure) -> {
                boolean isLast = left.decrementAndGet() == 0;
                if (failure != null) {
                    first.completeExceptionally(failure);
                } else if (said instanceof Reply.Taken) {
                    first.complete(said);
                } else if (isLast) {
                    first.complete(together(replies));
                }
            });
        }
        return first;
    }

    // One that does not answer may want it later, whatever another has refused.
    private static Reply together(List<CompletableFuture<Reply>> replies) {
        List<Reply> said = replies.stream().map(CompletableFuture::join).toList();
        return said.stream()
                .filter(reply -> reply instanceof Reply.Unanswered)
                .findFirst()
                .orElse(said.get(0));
    }

    private FirstTaken() {}
}
