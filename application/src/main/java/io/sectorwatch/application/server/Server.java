package io.sectorwatch.application.server;

import io.sectorwatch.application.advice.TypedCommand;
import io.sectorwatch.processor.topology.ProcessorSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * The Kafka server in use.
 *
 * @param clientConfig what every client of it is configured with, its address included
 */
public record Server(String address, Map<String, Object> clientConfig) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    // Kafka's own clients retry for a minute or more, in silence.
    private static final String PATIENCE_MS = Long.toString(PATIENCE.toMillis());

    private static final String GROUP_PROTOCOL = "group.protocol";
    private static final String STREAMS = "streams";

    /** A server at an address, with further settings of its clients; these win. */
    public static Server at(String address, Map<String, ?> settings) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", address);
        config.put("metric.reporters", "");
        config.put("enable.metrics.push", "false");
        config.putAll(settings);
        if (STREAMS.equalsIgnoreCase(String.valueOf(config.get(GROUP_PROTOCOL)))) {
            // Of the clients, the processor's alone know it; a mere consumer refuses it.
            config.put(ProcessorSettings.GROUP_PROTOCOL, STREAMS);
            config.remove(GROUP_PROTOCOL);
        }
        return new Server(String.valueOf(config.get("bootstrap.servers")), Map.copyOf(config));
    }

    /** Says whether the server answers, by throwing a ServerException if it does not. */
    public void requireAnswer() {
        require(List.of());
    }

    /** Says whether the server answers and gives its user some rights, by throwing a ServerException if not. */
    public void require(Right... rights) {
        require(List.of(rights));
    }

    /** The same. */
    public void require(Collection<Right> rights) {
        try (Admin admin = admin()) {
            admin.describeCluster().clusterId().get(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS);
            List<Right> lacking = rights.isEmpty() ? List.of() : new RightsCheck(admin).lacking(rights);
            if (!lacking.isEmpty()) {
                throw ServerException.lacking(lacking, this);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new ServerException(
                    isNotKnownThere(e)
                            ? "the Kafka server at " + address + " does not let this user in (" + reason(e)
                                    + "): what it must be told stands in the file of --command-config, as"
                                    + " docs/security.md says"
                            : "no Kafka server answers at " + address + " (" + reason(e)
                                    + "): start one with '" + TypedCommand.of("run")
                                    + "', or name another with --bootstrap-server",
                    e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    /** A client for looking after topics and groups, which does not wait for long. */
    public Admin admin() {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put("default.api.timeout.ms", PATIENCE_MS);
        config.put("request.timeout.ms", PATIENCE_MS);
        return Admin.create(config);
    }

    private static boolean isNotKnownThere(Exception e) {
        return e.getCause() instanceof AuthenticationException;
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException || cause instanceof TimeoutException) {
            return "waited " + PATIENCE.toSeconds() + " s";
        }
        Throwable root = cause.getCause() == null ? cause : cause.getCause();
        return String.valueOf(root.getMessage());
    }
}
