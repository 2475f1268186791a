package io.sectorwatch.application.broker;

import java.util.concurrent.CompletableFuture;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/** The controller of a directory, without its broker. */
final class LoneController {
    private final SharedServer shared;
    private final ControllerServer controller;

    // Kafka puts the two together like this and hands out neither. What its controller counts it also shows to the
    // whole
    // process, where two controllers take one and the same name, and the later one is not seen.
    LoneController(KafkaConfig config) {
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> directory =
                KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(LoneController.class), "");
        QuorumConfig quorum = config.quorumConfig();
        shared = new SharedServer(
                config,
                directory._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directory._2());
    }

    /** Returns once it works. */
    void start() {
        controller.startup();
    }

    /** How many brokers it takes for dead, as far as it has read its log. */
    int fencedBrokers() {
        return shared.controllerServerMetrics().fencedBrokerCount();
    }

    /** Returns once it has ended. */
    void stop() {
        controller.shutdown();
        controller.awaitShutdown();
    }
}
