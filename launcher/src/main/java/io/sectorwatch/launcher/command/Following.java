package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.server.Offsets;
import io.sectorwatch.launcher.server.ProcessingEnd;
import io.sectorwatch.launcher.server.Server;
import io.sectorwatch.launcher.server.TopicReader;
import io.sectorwatch.processor.DecisionTopology;
import io.sectorwatch.processor.FactsAndRules;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows a processor in this process, and what it decides, until it has processed all there is. */
final class Following {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation installation;
    private final Server server;
    private final Topics topics;

    Following(Installation installation, Server server, Topics topics) {
        this.installation = installation;
        this.server = server;
        this.topics = topics;
    }

    /**
     * Returns when all was processed, or when the installation has ended.
     *
     * @param limits where the processor reads no further, though the topic may go on
     * @param taker of the records that come
     */
    void untilProcessed(
            FactsAndRules inputs,
            List<String> sectors,
            Map<TopicPartition, Long> limits,
            TopicReader alerts,
            Consumer<List<ConsumerRecord<byte[], byte[]>>> taker) {
        try (ProcessingEnd end = new ProcessingEnd(
                        server,
                        DecisionTopology.of(topics, sectors, inputs),
                        inputs.topics(),
                        limits,
                        Installation.applicationId(topics));
                Admin admin = server.admin()) {
            long progress = -1;
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!installation.ended()) {
                List<ConsumerRecord<byte[], byte[]>> records = alerts.poll(STEP);
                taker.accept(records);
                if (records.isEmpty() && end.reached()) {
                    taker.accept(alerts.readThroughOpenTransactions(new Offsets(admin)));
                    return;
                }
                long now = end.progress();
                if (now != progress) {
                    progress = now;
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw CommandException.failed("the processor has made no progress for " + PATIENCE.toSeconds()
                            + " s; the log in the data directory says more");
                }
            }
        }
    }
}
