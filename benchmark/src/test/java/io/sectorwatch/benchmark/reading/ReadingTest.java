package io.sectorwatch.benchmark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.benchmark.publication.GeneratedContents;
import io.sectorwatch.benchmark.publication.Shape;
import io.sectorwatch.ingest.format.registry.Formats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.Blackhole;

/** What is measured, done once. */
class ReadingTest {
    // What JMH asks of whoever makes one without it.
    private static final Blackhole CONSUMER = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    @ParameterizedTest
    @EnumSource
    void everyObservationBecomesAMessage(Shape shape) throws IOException {
        ReaderBenchmark reading = new ReaderBenchmark();
        reading.shape = shape;
        reading.publish();

        // Throws unless it finds as many as were generated.
        reading.messages(CONSUMER);
        assertThat(reading.syntax()).isGreaterThanOrEqualTo(ReaderBenchmark.OBSERVATIONS);
    }

    @ParameterizedTest
    @EnumSource
    void aGeneratedPublicationIsRecognised(Shape shape) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        shape.write(new GeneratedContents(1), file);

        assertThat(Formats.recognise(file.toByteArray(), null)).hasSameClassAs(shape.format());
    }
}
