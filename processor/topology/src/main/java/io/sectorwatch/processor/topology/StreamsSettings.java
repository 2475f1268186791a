package io.sectorwatch.processor.topology;

import io.sectorwatch.schemas.topic.Replication;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/** The settings of Kafka Streams that the decisions rest on, and those that differ from the defaults for a reason. */
final class StreamsSettings {
    // Its constant is deprecated: from Kafka 5 on it is always true.
    private static final String GLOBAL_EXCEPTION_HANDLER = "processing.exception.handler.global.enabled";
    private static final int BATCH_SIZE = 128 * 1024;
    private static final int SEGMENT = 16 * 1024 * 1024;
    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(9);

    /** Settings for an application. What the user gives for the clients comes in beneath what is needed here. */
    static Map<String, Object> of(ProcessorSettings settings) {
        Map<String, Object> config = new HashMap<>(settings.clientConfig());
        config.putAll(common(settings.topics()));
        Object protocol = config.remove(ProcessorSettings.GROUP_PROTOCOL);
        if (protocol != null) {
            config.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, protocol);
        }
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(StreamsConfig.POLL_MS_CONFIG, Commits.STEP.toMillis());
        config.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                PolledRecords.class.getName());
        // What a killed instance left open holds up everyone who reads committed records for so long.
        config.putIfAbsent(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                Math.toIntExact(settings.commitInterval().plus(LONGEST_COMMIT).toMillis()));
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.LARGEST_DEAD_LETTER);
        // An alert is a kilobyte: in batches of the default size a backlog's are thousands of small ones.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_SIZE);
        if (!config.containsKey(ProducerConfig.COMPRESSION_TYPE_CONFIG)) {
            config.putIfAbsent(
                    StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), Topics.COMPRESSION);
        }
        // Events of decades ago must not be deleted on their way to the scorecards.
        config.put(StreamsConfig.topicPrefix(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG), "CreateTime");
        // What is written again and again is compacted in all segments but the newest: a restart reads that one whole.
        config.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), SEGMENT);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // A thread hears by its next heartbeat that another has joined, and begins anew.
        config.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Math.toIntExact(HEARTBEAT.toMillis()));
        // A record cache would merge transitions.
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "0");
        if (settings.instanceId() != null) {
            config.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instanceId());
        }
        return config;
    }

    /** Settings for the topics that Kafka Streams makes. */
    static Map<String, Object> replicated(Replication replication) {
        Map<String, Object> config = new HashMap<>();
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication.factor());
        replication.configs().forEach((name, value) -> config.put(StreamsConfig.topicPrefix(name), value));
        return config;
    }

    /** The settings that shape a topology, whatever runs it. */
    static StreamsConfig ofTopology(Topics topics) {
        Map<String, Object> config = common(topics);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "topology");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:0");
        return new StreamsConfig(config);
    }

    static Map<String, Object> common(Topics topics) {
        Map<String, Object> config = new HashMap<>();
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, topics.deadLetters());
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, RefusedGoesToDeadLetters.class);
        // There is no global table that it could concern, but without it every start logs three warnings.
        config.put(GLOBAL_EXCEPTION_HANDLER, true);
        return config;
    }

    private StreamsSettings() {}
}
