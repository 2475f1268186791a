package io.sectorwatch.ingest.publish;

import static io.sectorwatch.ingest.fact.FactTexts.at;
import static io.sectorwatch.ingest.fact.FactTexts.observation;
import static io.sectorwatch.ingest.fact.FactTexts.policy;
import static io.sectorwatch.ingest.fact.FactTexts.tick;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class FactRecordsTest {
    private static final String AT = "2024-02-23T00:00:00Z";

    private final FactRecords records = new FactRecords(new Topics("test."), 3, 1);

    @Test
    void anObservationGoesToThePartitionOfItsIndicatorWithItsCodeAsKey() {
        Message fact = observation("CHN", "2023", "2.65", AT);
        assertThat(records.of(fact)).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("test.indicators");
            assertThat(record.partition()).isEqualTo(Partitions.of("rd-intensity", 3));
            assertThat(new String(record.key(), UTF_8)).isEqualTo("rd-intensity");
            assertCarries(record, fact);
        });
    }

    @Test
    void aPolicyEventHasItsIdAsKeyWhichAloneChoosesThePartition() {
        Message fact = policy("cn-big-fund", "2014", AT);
        assertThat(records.of(fact)).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("test.policies");
            assertThat(record.partition()).isEqualTo(Partitions.of("cn-big-fund", 1));
            assertThat(new String(record.key(), UTF_8)).isEqualTo("cn-big-fund");
            assertCarries(record, fact);
        });
    }

    @Test
    void aTickGoesToEveryPartitionOfTheIndicators() {
        Message fact = tick(AT);
        assertThat(records.of(fact)).extracting(ProducerRecord::partition).containsExactly(0, 1, 2);
        assertThat(records.of(fact)).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("test.indicators");
            assertThat(record.key()).isNull();
            assertCarries(record, fact);
        });
    }

    private static void assertCarries(ProducerRecord<byte[], byte[]> record, Message fact) {
        Envelope envelope = Envelope.of(fact);
        assertThat(record.timestamp()).isEqualTo(at(AT).toEpochMilli());
        assertThat(record.value()).isEqualTo(envelope.value());
        assertThat(Arrays.stream(record.headers().toArray())
                        .map(header -> header.key() + "=" + new String(header.value(), UTF_8)))
                .contains("ce_id=" + envelope.id(), "ce_type=" + envelope.type().code(), "ce_time=" + AT)
                .hasSize(7);
    }
}
