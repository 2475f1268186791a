package io.sectorwatch.benchmark.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The settings of one of several brokers that are their own controllers, each a node of a number from 1 on. */
record BrokerProperties(List<Node> nodes) {
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "CLIENTS";
    private static final String HOST = "127.0.0.1:";

    /** The ports that a node listens on. */
    record Node(int clients, int controller) {
        String address() {
            return HOST + clients;
        }
    }

    BrokerProperties {
        nodes = List.copyOf(nodes);
    }

    Properties of(int number, Path directory) {
        Node node = nodes.get(number - 1);
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "" + number);
        properties.put("log.dirs", directory.toString());
        properties.put(
                "listeners", CLIENTS + "://" + node.address() + ',' + CONTROLLER + "://" + HOST + node.controller());
        properties.put("advertised.listeners", CLIENTS + "://" + node.address());
        properties.put("inter.broker.listener.name", CLIENTS);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("controller.quorum.voters", voters());
        replicated(properties);
        soon(properties);
        small(properties);
        return properties;
    }

    private String voters() {
        return IntStream.rangeClosed(1, nodes.size())
                .mapToObj(number -> number + "@" + HOST + nodes.get(number - 1).controller())
                .collect(Collectors.joining(","));
    }

    // Topics that the project makes say for themselves how often they are kept: Kafka's own default is once.
    private static void replicated(Properties properties) {
        properties.put("auto.create.topics.enable", "false");
        for (String own : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            properties.put(own + ".replication.factor", "3");
        }
        properties.put("transaction.state.log.min.isr", "2");
        properties.put("share.coordinator.state.topic.min.isr", "2");
    }

    // What takes a broker or a member that says nothing for dead, and how soon: by default 9 and 45 seconds.
    private static void soon(Properties properties) {
        properties.put("broker.session.timeout.ms", "5000");
        properties.put("broker.heartbeat.interval.ms", "1000");
        properties.put("group.initial.rebalance.delay.ms", "500");
        properties.put("group.min.session.timeout.ms", "1000");
        properties.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }

    private static void small(Properties properties) {
        properties.put("offsets.topic.num.partitions", "3");
        properties.put("transaction.state.log.num.partitions", "3");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("num.network.threads", "1");
        properties.put("num.io.threads", "2");
        properties.put("log.cleaner.dedupe.buffer.size", "2097152");
        properties.put("metric.reporters", "");
    }
}
