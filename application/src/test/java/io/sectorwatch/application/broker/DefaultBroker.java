package io.sectorwatch.application.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** A broker as Kafka's own defaults make it, but for what one node alone needs: none of the embedded one's protection. */
public final class DefaultBroker implements AutoCloseable {
    private static final Set<String> OF_ONE_NODE = Set.of(
            "process.roles",
            "node.id",
            "cluster.id",
            "log.dirs",
            "listeners",
            "advertised.listeners",
            "inter.broker.listener.name",
            "listener.security.protocol.map",
            "controller.listener.names",
            "controller.quorum.voters",
            "offsets.topic.replication.factor",
            "transaction.state.log.replication.factor",
            "transaction.state.log.min.isr",
            "share.coordinator.state.topic.replication.factor",
            "share.coordinator.state.topic.min.isr",
            // Every start of a processor would take three seconds longer, and nothing else would be otherwise.
            "group.initial.rebalance.delay.ms");

    private final KafkaRaftServer server;
    private final int port;

    private DefaultBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts one that keeps its data in an existing directory. */
    public static DefaultBroker start(int port, int controllerPort, Path directory) {
        Map<String, String> config = BrokerConfig.of(port, controllerPort, directory, BrokerStorage.format(directory));
        config.keySet().retainAll(OF_ONE_NODE);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config), Time.SYSTEM);
        server.startup();
        return new DefaultBroker(server, port);
    }

    /** Where its clients find it. */
    public String bootstrapServer() {
        return BrokerConfig.HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
