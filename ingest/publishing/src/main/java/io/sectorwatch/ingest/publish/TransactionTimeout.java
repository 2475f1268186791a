package io.sectorwatch.ingest.publish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;

/**
 * How long a transaction may stay open. What a killed publisher left open holds up every reader for so long, unless a new
 * publisher of the same id comes before; but what is cut off in the middle of its work is never published.
 */
public final class TransactionTimeout {
    private static final Duration LEAST = Duration.ofSeconds(10);
    /** A fiftieth of what an ordinary broker takes. */
    private static final long SLOWEST_FACTS_PER_SECOND = 2_000;

    private static final Duration DEFAULT_MOST = Duration.ofMinutes(15);
    private static final String MOST = "transaction.max.timeout.ms";

    /** For so many facts: ten seconds for a few, and no more than the broker allows for very many. */
    public static Duration of(long facts, Map<String, Object> clientConfig) {
        Duration enough = LEAST.plusSeconds(facts / SLOWEST_FACTS_PER_SECOND);
        if (enough.compareTo(Duration.ofSeconds(60)) <= 0) {
            return enough;
        }
        Duration most = most(TimeOuts.in(clientConfig));
        return enough.compareTo(most) < 0 ? enough : most;
    }

    private static Duration most(Map<String, Object> config) {
        try (Admin admin = Admin.create(config)) {
            Node any = admin.describeCluster().nodes().get().iterator().next();
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, any.idString());
            Config settings = admin.describeConfigs(List.of(broker)).all().get().get(broker);
            ConfigEntry most = settings == null ? null : settings.get(MOST);
            return most == null || most.value() == null
                    ? DEFAULT_MOST
                    : Duration.ofMillis(Long.parseLong(most.value()));
        } catch (ExecutionException e) {
            // Not everybody may ask a broker for its settings.
            return DEFAULT_MOST;
        } catch (InterruptedException e) {
            throw Failures.of(config).connecting(new InterruptException(e));
        } catch (KafkaException e) {
            throw Failures.of(config).connecting(e);
        }
    }

    private TransactionTimeout() {}
}
