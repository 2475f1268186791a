package io.sectorwatch.application.state;

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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The embedded broker on a free port, and what tests do with it. */
final class RealBroker implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final Server server;

    /** Keeps its data below a directory. */
    RealBroker(Path directory) throws IOException {
        broker = EmbeddedBroker.start(freePort(), Files.createDirectory(directory.resolve("broker")));
        server = Server.at(broker.bootstrapServer(), Map.of());
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
        try (Admin admin = server.admin();
                TopicReader reader = new TopicReader(server, topic)) {
            return reader.readThroughOpenTransactions(new Offsets(admin)).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }

    @Override
    public void close() {
        broker.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
