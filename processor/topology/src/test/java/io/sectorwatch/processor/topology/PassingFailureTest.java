package io.sectorwatch.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class PassingFailureTest {
    private final PassingFailure passing = new PassingFailure();

    @Test
    void aLostTransactionPasses() {
        assertThat(passing.passes(lost(), -5)).isTrue();
    }

    @Test
    void whatIsWrongWithARecordDoesNot() {
        assertThat(passing.passes(new StreamsException("cannot send", new RecordTooLargeException("large")), 0))
                .isFalse();
    }

    @Test
    void twiceWithinAMinuteIsNoAccident() {
        passing.passes(lost(), 0);

        assertThat(passing.passes(lost(), TimeUnit.SECONDS.toNanos(59))).isFalse();
        assertThat(passing.passes(lost(), TimeUnit.SECONDS.toNanos(60))).isTrue();
        assertThat(passing.passes(lost(), TimeUnit.SECONDS.toNanos(61))).isFalse();
    }

    private static StreamsException lost() {
        return new StreamsException(
                "cannot send", new StreamsException("a batch", new InvalidTxnStateException("lost")));
    }
}
