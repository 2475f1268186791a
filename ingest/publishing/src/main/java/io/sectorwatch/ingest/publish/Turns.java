package io.sectorwatch.ingest.publish;

import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Publishers take turns: records of two at once would lie mixed in a partition, and a release that another one's later facts
 * come into is decided in pieces. Their open transactions say whose turn it is: that which began first, of one moment that
 * with the smaller id. A publisher that must not see the transactions of others, or asks a broker that cannot list them,
 * waits for nobody.
 */
final class Turns implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(50);
    private static final Set<TransactionState> PUBLISHED =
            Set.of(TransactionState.PREPARE_COMMIT, TransactionState.COMPLETE_COMMIT);
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Admin admin;
    private final Set<String> prefixes;
    private final String own;
    private final Runnable waiting;
    private boolean canSee = true;

    /** Takes turns with all publishers of an installation; says, once, when that takes a while. */
    Turns(Map<String, Object> config, Topics topics, String transactionalId, Runnable waiting) {
        this.admin = Admin.create(config);
        this.prefixes = Set.of("ingest-", "corrections", "demo", "ticks-").stream()
                .map(topics.prefix()::concat)
                .collect(Collectors.toUnmodifiableSet());
        this.own = transactionalId;
        this.waiting = waiting;
    }

    /** Returns once no other publisher has a transaction open. A broker ends one that was left open, by its time-out. */
    void await() {
        long since = System.nanoTime();
        boolean told = false;
        while (!othersOpen().isEmpty()) {
            if (!told && System.nanoTime() - since > SOON.toNanos()) {
                told = true;
                waiting.run();
            }
            pause();
        }
    }

    /**
     * Whether the transaction that this publisher has open began before those of all others, and none of them ended since.
     *
     * @param begun the last offsets that it has written, by their partitions
     */
    boolean isFirst(Map<TopicPartition, Long> begun) {
        List<String> open = othersOpen();
        try {
            return open.isEmpty() ? isLast(begun) : isFirstOf(open);
        } catch (ExecutionException e) {
            return givesUp(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private boolean isFirstOf(List<String> open) throws ExecutionException, InterruptedException {
        open.add(own);
        Map<String, TransactionDescription> all =
                admin.describeTransactions(open).all().get();
        // One that was published meanwhile lies around what this one has begun with.
        if (all.values().stream().anyMatch(its -> PUBLISHED.contains(its.state()))) {
            return false;
        }
        return all.entrySet().stream()
                .filter(its -> its.getValue().state() == TransactionState.ONGOING)
                .min(Comparator.<Map.Entry<String, TransactionDescription>>comparingLong(
                                its -> its.getValue().transactionStartTimeMs().orElse(Long.MAX_VALUE))
                        .thenComparing(Map.Entry::getKey))
                .map(first -> first.getKey().equals(own))
                .orElse(true);
    }

    /** Whether nobody has written after this one began: who did, and is seen no more, may have begun before. */
    private boolean isLast(Map<TopicPartition, Long> begun) throws ExecutionException, InterruptedException {
        if (!canSee) {
            return true;
        }
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        begun.keySet().forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        ListOffsetsResult ends = admin.listOffsets(asked);
        for (Map.Entry<TopicPartition, Long> last : begun.entrySet()) {
            if (ends.partitionResult(last.getKey()).get().offset() != last.getValue() + 1) {
                return false;
            }
        }
        return true;
    }

    private List<String> othersOpen() {
        if (!canSee) {
            return List.of();
        }
        try {
            return admin
                    .listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                    .all()
                    .get()
                    .stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> !id.equals(own) && prefixes.stream().anyMatch(id::startsWith))
                    .collect(Collectors.toList());
        } catch (ExecutionException e) {
            givesUp(e);
            return List.of();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private boolean givesUp(ExecutionException e) {
        if (e.getCause() instanceof AuthorizationException || e.getCause() instanceof UnsupportedVersionException) {
            canSee = false;
            return true;
        }
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
