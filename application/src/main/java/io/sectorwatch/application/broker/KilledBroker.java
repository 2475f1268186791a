package io.sectorwatch.application.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.internals.Topic;

/**
 * A broker that was killed is still registered as alive. Kafka 4.3.1 starts on that registration: it leads its partitions
 * again at once, gives up an old transaction at the address of before, and where the registration ends meanwhile takes
 * the partitions for deleted. The transaction then stays open in them for good, and no reader of committed records ever
 * passes it. So the controller runs alone for a moment and ends the registration first; the broker need not wait for it
 * to expire then.
 */
final class KilledBroker {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long STEP_MS = 20;
    // The first topic with a transaction, and made by a broker that was registered.
    private static final String TRANSACTIONS = Topic.TRANSACTION_STATE_TOPIC_NAME + "-0";
    private static final String SHUT_DOWN_CLEANLY = ".kafka_cleanshutdown";

    /** Whether the directory was left by a broker that was killed and knew of transactions. */
    static boolean left(Path directory) {
        return Files.isDirectory(directory.resolve(TRANSACTIONS))
                && !Files.exists(directory.resolve(SHUT_DOWN_CLEANLY));
    }

    /** Ends the registration of the broker that left the directory, with threads of the one that follows it. */
    static void bury(int controllerPort, Path directory, String clusterId, Executor threads)
            throws InterruptedException {
        LoneController controller =
                new LoneController(new KafkaConfig(BrokerConfig.ofController(controllerPort, directory, clusterId)));
        try {
            CompletableFuture.runAsync(controller::start, threads).join();
            awaitEnd(controller);
        } finally {
            CompletableFuture.runAsync(controller::stop, threads).join();
        }
    }

    private static void awaitEnd(LoneController controller) throws InterruptedException {
        // Not that none is active, since that is so as well before the log has been read.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (controller.fencedBrokers() != 1) {
            if (System.nanoTime() > deadline) {
                throw new BrokerException(
                        "the registration of the killed broker does not end (waited " + PATIENCE.toSeconds() + " s)");
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MS);
        }
    }

    private KilledBroker() {}
}
