package io.sectorwatch.application.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PartitionEndsTest {
    private static final Instant PUBLISHED = Instant.parse("2024-02-29T00:00:00Z");
    private static final Source NBS = new Source("nbs", null, null);
    private static final Envelope FIGURE = Envelope.of(new Observation(
            SeriesKey.parse("rd-intensity/CHN/economy/A"),
            Period.parse("2023"),
            BigDecimal.ONE,
            null,
            null,
            Observation.NORMAL,
            PUBLISHED,
            NBS,
            null));
    private static final Envelope CLOSING = Envelope.of(new ClosedRelease("nbs/1", null, PUBLISHED, NBS, null));

    @Test
    void aReleaseIsOpenUntilItsClosing() {
        ConsumerRecord<byte[], byte[]> ofRelease = record(FIGURE.withRelease("nbs/1"));

        assertThat(PartitionEnds.openRelease(List.of(ofRelease))).isEqualTo("nbs/1");
        assertThat(PartitionEnds.openRelease(List.of(ofRelease, record(CLOSING))))
                .isNull();
        assertThat(PartitionEnds.openRelease(List.of(record(CLOSING), record(FIGURE))))
                .isNull();
        assertThat(PartitionEnds.openRelease(List.of())).isNull();
    }

    @Test
    void aBareClosingClosesToo() {
        ConsumerRecord<byte[], byte[]> bare = new ConsumerRecord<>("t", 0, 0, new byte[0], CLOSING.value());

        assertThat(PartitionEnds.openRelease(List.of(record(FIGURE.withRelease("nbs/1")), bare)))
                .isNull();
    }

    private static ConsumerRecord<byte[], byte[]> record(Envelope envelope) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 0, 0, new byte[0], envelope.value());
        envelope.writeTo(record.headers());
        return record;
    }
}
