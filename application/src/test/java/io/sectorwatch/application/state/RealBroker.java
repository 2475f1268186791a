package io.sectorwatch.application.state;

import io.sectorwatch.application.broker.DefaultBroker;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker on a free port, and what tests do with it. */
final class RealBroker implements AutoCloseable {
    private final AutoCloseable broker;
    private final Server server;

    private RealBroker(AutoCloseable broker, String bootstrapServer) {
        this.broker = broker;
        this.server = Server.at(bootstrapServer, Map.of());
    }

    /** The embedded one; keeps its data below a directory. */
    RealBroker(Path directory) throws IOException {
        this(EmbeddedBroker.start(freePort(), Files.createDirectory(directory.resolve("broker"))));
    }

    private RealBroker(EmbeddedBroker broker) {
        this(broker, broker.bootstrapServer());
    }

    /** One with Kafka's defaults; keeps its data below a directory. */
    static RealBroker withDefaults(Path directory) throws IOException {
        DefaultBroker broker =
                DefaultBroker.start(freePort(), freePort(), Files.createDirectory(directory.resolve("broker")));
        return new RealBroker(broker, broker.bootstrapServer());
    }

    Server server() {
        return server;
    }

    /** Publishes records one after another. */
    void send(List<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(server.clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        }
    }

    /** The values of all committed records of a topic. */
    List<byte[]> values(String topic) {
        return records(topic).stream().map(record -> record.value()).toList();
    }

    /** All committed records of a topic. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (Admin admin = server.admin();
                TopicReader reader = new TopicReader(server, topic)) {
            return reader.readThroughOpenTransactions(new Offsets(admin));
        }
    }

    @Override
    public void close() {
        try {
            broker.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
