package io.sectorwatch.application.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of the embedded broker: one node, small, forgetting nothing. */
final class BrokerConfig {
    static final String HOST = "127.0.0.1";
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "CLIENTS";

    static Map<String, String> of(int port, int controllerPort, Path directory, String clusterId) {
        Map<String, String> config = node("broker,controller", controllerPort, directory, clusterId);
        listen(config, port, controllerPort);
        alone(config);
        small(config);
        config.put("auto.create.topics.enable", "false");
        // An installation that is not started for a while must still know how far it had come.
        config.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
        return config;
    }

    /** Settings for its controller alone, to whom a broker that says nothing is soon a dead one. */
    static Map<String, String> ofController(int port, Path directory, String clusterId) {
        Map<String, String> config = node("controller", port, directory, clusterId);
        config.put("listeners", CONTROLLER + "://" + HOST + ":" + port);
        config.put("broker.session.timeout.ms", "200");
        config.put("broker.heartbeat.interval.ms", "100");
        small(config);
        return config;
    }

    private static Map<String, String> node(String roles, int controllerPort, Path directory, String clusterId) {
        Map<String, String> config = new HashMap<>();
        config.put("process.roles", roles);
        config.put("node.id", Integer.toString(NODE));
        config.put("cluster.id", clusterId);
        config.put("log.dirs", directory.toString());
        config.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        config.put("controller.listener.names", CONTROLLER);
        config.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
        return config;
    }

    private static void listen(Map<String, String> config, int port, int controllerPort) {
        config.put(
                "listeners",
                CLIENTS + "://" + HOST + ":" + port + "," + CONTROLLER + "://" + HOST + ":" + controllerPort);
        config.put("advertised.listeners", CLIENTS + "://" + HOST + ":" + port);
        config.put("inter.broker.listener.name", CLIENTS);
    }

    private static void alone(Map<String, String> config) {
        config.put("default.replication.factor", "1");
        config.put("offsets.topic.replication.factor", "1");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("share.coordinator.state.topic.replication.factor", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("group.initial.rebalance.delay.ms", "0");
        // What a killed client left open is given up soon: its readers wait for that.
        config.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    private static void small(Map<String, String> config) {
        config.put("offsets.topic.num.partitions", "1");
        config.put("transaction.state.log.num.partitions", "1");
        config.put("share.coordinator.state.topic.num.partitions", "1");
        config.put("num.network.threads", "1");
        config.put("num.io.threads", "2");
        config.put("background.threads", "2");
        config.put("log.cleaner.dedupe.buffer.size", "2097152");
        config.put("metric.reporters", "");
    }

    private BrokerConfig() {}
}
