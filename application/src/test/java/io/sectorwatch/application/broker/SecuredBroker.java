package io.sectorwatch.application.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker that demands TLS and SASL/SCRAM of its clients, and lets nobody do what no access control list allows. */
public final class SecuredBroker implements AutoCloseable {
    /** Who may do anything, by this name and password. */
    public static final String SUPER_USER = "broker";

    private static final String MECHANISM = "SCRAM-SHA-512";

    private final KafkaRaftServer server;
    private final int port;

    private SecuredBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts one that keeps its data in an existing directory. */
    public static SecuredBroker start(int port, int controllerPort, Path directory, Path keyStore, String password)
            throws Exception {
        String clusterId = Uuid.randomUuid().toString();
        format(directory, clusterId);
        Map<String, String> config = BrokerConfig.of(port, controllerPort, directory, clusterId);
        config.put("listener.security.protocol.map", "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT");
        config.put("sasl.enabled.mechanisms", MECHANISM);
        config.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
        config.put(
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + SUPER_USER
                        + "\" password=\"" + SUPER_USER + "\";");
        config.put("ssl.keystore.type", "PKCS12");
        config.put("ssl.keystore.location", keyStore.toString());
        config.put("ssl.keystore.password", password);
        config.put("ssl.key.password", password);
        config.put("ssl.truststore.type", "PKCS12");
        config.put("ssl.truststore.location", keyStore.toString());
        config.put("ssl.truststore.password", password);
        config.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        config.put("allow.everyone.if.no.acl.found", "false");
        // The controller is asked by its broker alone, without a name.
        config.put("super.users", "User:" + SUPER_USER + ";User:ANONYMOUS");
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config), Time.SYSTEM);
        server.startup();
        return new SecuredBroker(server, port);
    }

    private static void format(Path directory, String clusterId) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerConfig.NODE)
                .setClusterId(clusterId)
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName(BrokerConfig.CONTROLLER)
                .setScramArguments(List.of(MECHANISM + "=[name=" + SUPER_USER + ",password=" + SUPER_USER + "]"))
                .run();
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
