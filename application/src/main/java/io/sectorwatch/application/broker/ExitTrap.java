package io.sectorwatch.application.broker;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;

/** Keeps a broker that gives up from taking the whole process with it without a word. */
final class ExitTrap {

    /** Sets the trap; the future completes with the reason when something steps into it. */
    static CompletableFuture<Void> set() {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        Exit.Procedure trap = (status, message) -> {
            BrokerException end = new BrokerException(
                    "the embedded broker gave up" + (message == null ? "; its log says why" : ": " + message));
            failure.completeExceptionally(end);
            throw end;
        };
        Exit.setExitProcedure(trap);
        Exit.setHaltProcedure(trap);
        return failure;
    }

    private ExitTrap() {}
}
