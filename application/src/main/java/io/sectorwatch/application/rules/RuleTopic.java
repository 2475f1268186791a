package io.sectorwatch.application.rules;

import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.ingest.publish.RecordSender;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic of the rules at a server. */
public final class RuleTopic {
    // What a killed publisher leaves open holds up the processor for so long.
    private static final String TRANSACTION_TIMEOUT_MS = "10000";

    private static final String PATIENCE_MS = "30000";

    private final Server server;
    private final Topics topics;
    private final int partitions;
    private final RulesInEffect inEffect;

    private RuleTopic(Server server, Topics topics, int partitions, RulesInEffect inEffect) {
        this.server = server;
        this.topics = topics;
        this.partitions = partitions;
        this.inEffect = inEffect;
    }

    /** Reads the topic; throws ServerException where there is none. */
    public static RuleTopic read(Server server, Topics topics) {
        server.require(Right.toRead(topics.rules()));
        try (TopicReader reader = new TopicReader(server, topics.rules())) {
            int partitions = reader.partitions();
            Admission admission = new Admission(topics, partitions);
            return new RuleTopic(server, topics, partitions, RulesInEffect.of(reader.readToEnd(), admission));
        }
    }

    public int partitions() {
        return partitions;
    }

    /** The rules in effect when the topic was read. */
    public RulesInEffect inEffect() {
        return inEffect;
    }

    /** Publishes records, all of them or none. */
    public void publish(List<ProducerRecord<byte[], byte[]>> records) {
        publish(records, server, topics);
    }

    /** How the ids of the transactions begin in which rules are published. */
    public static String transactionalIds(Topics topics) {
        return topics.prefix() + "rules-";
    }

    /** Publishes records to a topic that need not be read, all of them or none. */
    public static void publish(List<ProducerRecord<byte[], byte[]>> records, Server server, Topics topics) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        server.require(
                Right.toWrite(topics.rules()),
                Right.toWriteUnder(transactionalIds(topics)).forAll());
        config.put("transactional.id", transactionalIds(topics) + UUID.randomUUID());
        config.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
        config.putIfAbsent("max.block.ms", PATIENCE_MS);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            producer.beginTransaction();
            records.forEach(new RecordSender(producer)::send);
            producer.commitTransaction();
            producer.close();
        } catch (KafkaException e) {
            // Without a server an orderly end would be waited for in vain.
            producer.close(Duration.ZERO);
            throw new ServerException(
                    "the rules cannot be published at " + server.address() + ", and none was: " + e.getMessage(), e);
        }
    }
}
