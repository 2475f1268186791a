package io.sectorwatch.ingest.publish;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RecordSenderTest {
    @Test
    void endsWithTheFirstRecordThatNobodyTakes() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                "127.0.0.1:" + silent.getLocalPort(),
                                "max.block.ms",
                                200,
                                "request.timeout.ms",
                                200),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            RecordSender sender = new RecordSender(producer);
            assertThatCode(sender::requireNoFailure).doesNotThrowAnyException();

            assertThatThrownBy(() -> sender.send(new ProducerRecord<>("any", new byte[1])))
                    .isInstanceOf(TimeoutException.class);
            assertThatThrownBy(sender::requireNoFailure).isInstanceOf(TimeoutException.class);
            producer.close(Duration.ZERO);
        }
    }
}
