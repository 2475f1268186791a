package io.sectorwatch.application.installation;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.ProcessingEnd;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows a processor in this process, and what it decides, until it has processed all there is. */
public final class Following {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int FEW_STEPS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation installation;
    private final Server server;

    /** Follows the processor of an installation, which works at a server. */
    public Following(Installation installation, Server server) {
        this.installation = installation;
        this.server = server;
    }

    /**
     * Returns when the end has been reached, or when the installation has ended.
     *
     * @param wanted is asked from time to time; once it says no, that is the end too
     * @param taker of the records that come
     */
    public void until(
            ProcessingEnd end,
            BooleanSupplier wanted,
            TopicReader alerts,
            Consumer<List<ConsumerRecord<byte[], byte[]>>> taker) {
        try (Admin admin = server.admin()) {
            long progress = -1;
            long answered = -1;
            int stepsSince = 0;
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!installation.ended() && wanted.getAsBoolean()) {
                List<ConsumerRecord<byte[], byte[]>> records = alerts.poll(STEP);
                taker.accept(records);
                long now = end.progress();
                // It takes many questions to know, and the answer rarely changes without progress.
                if (records.isEmpty() && (now != answered || ++stepsSince == FEW_STEPS)) {
                    if (end.reached()) {
                        taker.accept(alerts.readThroughOpenTransactions(new Offsets(admin)));
                        return;
                    }
                    answered = now;
                    stepsSince = 0;
                }
                if (now != progress) {
                    progress = now;
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new ProcessorException("the processor has made no progress for " + PATIENCE.toSeconds()
                            + " s; the log in the data directory says more");
                }
            }
        }
    }
}
