package io.sectorwatch.application.broker;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a broker that gives up from taking the whole process with it without a word. Kafka has one exit for the process,
 * so there is one trap in it for all brokers, and the thread that steps into it tells whose it is: the broker's that it
 * was started for, or the one's whose thread started it. A thread that nobody's broker started tells nothing, and then all
 * brokers that run are taken to have failed, since any may have. What is not told apart: a thread of a pool that brokers
 * share, as the common one of the JVM, counts as the broker's that made it.
 */
final class ExitTrap implements Executor, AutoCloseable {
    private static final Set<ExitTrap> SET = ConcurrentHashMap.newKeySet();

    private final ThreadGroup threads = new Threads(this);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** Threads that belong to a broker, and those that they start. */
    private static final class Threads extends ThreadGroup {
        private final ExitTrap trap;

        Threads(ExitTrap trap) {
            super("embedded-broker");
            this.trap = trap;
        }
    }

    /** Sets it for one broker, all of whose work is to be done by its threads. */
    static ExitTrap set() {
        ExitTrap trap = new ExitTrap();
        SET.add(trap);
        Exit.setExitProcedure(ExitTrap::step);
        Exit.setHaltProcedure(ExitTrap::step);
        return trap;
    }

    private ExitTrap() {}

    /** Completes with the reason when the broker steps into it. */
    CompletableFuture<Void> failure() {
        return failure;
    }

    /** Does work of the broker in a thread that counts as its. */
    @Override
    public void execute(Runnable work) {
        Thread thread = new Thread(threads, work, "embedded-broker");
        thread.setDaemon(true);
        thread.start();
    }

    /** The broker runs no more; what its last threads do concerns no other. */
    @Override
    public void close() {
        SET.remove(this);
    }

    private static void step(int status, @Nullable String message) {
        BrokerException end = new BrokerException(
                "the embedded broker gave up" + (message == null ? "; its log says why" : ": " + message));
        ofCurrentThread().forEach(trap -> trap.failure.completeExceptionally(end));
        throw end;
    }

    private static Collection<ExitTrap> ofCurrentThread() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null) {
            if (group instanceof Threads broker) {
                return List.of(broker.trap);
            }
            group = group.getParent();
        }
        return SET;
    }
}
