package io.sectorwatch.processor.topology;

import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the processor is to run.
 *
 * @param clientConfig how to reach the cluster, as for any Kafka client
 * @param inputs where facts and rules are
 * @param sectors those with a topic of their own for their alerts
 * @param applicationId the consumer group too
 * @param instanceId names a member that comes back after a crash, so that nobody waits for its session to end; else null
 * @param commitInterval how long what is decided under load may wait until it can be seen
 */
public record ProcessorSettings(
        Map<String, Object> clientConfig,
        Topics topics,
        FactsAndRules inputs,
        SubscribedSectors sectors,
        Path stateDirectory,
        String applicationId,
        @Nullable String instanceId,
        int threads,
        Duration commitInterval) {
    /** With sectors that stay the same. */
    public ProcessorSettings(
            Map<String, Object> clientConfig,
            Topics topics,
            FactsAndRules inputs,
            List<String> sectors,
            Path stateDirectory,
            String applicationId,
            @Nullable String instanceId,
            int threads,
            Duration commitInterval) {
        this(
                clientConfig,
                topics,
                inputs,
                Set.copyOf(sectors)::contains,
                stateDirectory,
                applicationId,
                instanceId,
                threads,
                commitInterval);
    }

    /** Among the client settings, how the processor's group shares the work; other clients pass it over. */
    public static final String GROUP_PROTOCOL = "processor.group.protocol";

    /** For who waits for what is decided. */
    public static final Duration SOON = Duration.ofSeconds(1);
}
