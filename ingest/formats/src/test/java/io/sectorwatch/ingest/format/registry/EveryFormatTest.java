package io.sectorwatch.ingest.format.registry;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.registry.Outcomes.Outcome;
import io.sectorwatch.ingest.format.registry.Sample.Figure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a format has to stand to be registered, shown on the files in the folder {@code samples} of its package, among the
 * resources of these tests: {@code sound.*} and, where it has rows, {@code spoilt.*}, written as {@link Sample} says, and any
 * others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFormatTest {
    // More characters than any reader has at a time.
    private static final int LONGER = 200_000;

    private LongReading.Run longReading = new LongReading.Run(Map.of(), "");

    @BeforeAll
    void readFarMoreThanFitsIntoMemory() throws IOException {
        longReading = LongReading.run();
    }

    static Stream<Named<Format>> formats() {
        return Formats.ALL.stream().map(format -> Named.of(format.name(), format));
    }

    static Stream<Named<RowFormat>> formatsOfRows() {
        return rowFormats().stream().map(format -> Named.of(format.name(), format));
    }

    static List<RowFormat> rowFormats() {
        return Formats.ALL.stream()
                .filter(RowFormat.class::isInstance)
                .map(RowFormat.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void itsSamplesAreRecognisedAndTakenForNothingElse(Format format) throws UnreadableException {
        for (Sample sample : Samples.of(format).all()) {
            String text = sample.text();
            Likeness own = format.recognise(new Beginning(text.replaceFirst("^\ufeff", "")));
            if (own == Likeness.NONE) {
                // Every table is one: whoever wants it read so has to say it.
                assertThat(format.name()).isEqualTo("table");
                continue;
            }
            for (byte[] bytes : List.of(sample.bytes(), marked(text, UTF_8), marked(text, UTF_16LE))) {
                assertThat(Formats.recognise(bytes, null)).as(sample.name()).isSameAs(format);
            }
            for (Format other : Formats.ALL) {
                if (other != format) {
                    assertThat(other.recognise(new Beginning(text)))
                            .as("%s taken for %s", sample.name(), other.name())
                            .isLessThan(own);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formatsOfRows")
    void everyFigureBecomesARowInHoweverSmallPiecesItComes(RowFormat format) throws IOException {
        Sample sound = Samples.of(format).sound();
        Outcomes whole = Outcomes.of(format, new ByteArrayInputStream(sound.bytes()));
        assertThat(whole.complaint()).isEmpty();
        assertThat(whole.all()).noneMatch(Outcome::isRejected);
        assertThat(figures(whole))
                .containsExactlyInAnyOrderElementsOf(
                        sound.figures().stream().map(Figure::text).toList());

        for (int most = 1; most < sound.bytes().length; most++) {
            assertThat(Outcomes.of(format, new InPieces(sound.bytes(), most)))
                    .as("in pieces of %s", most)
                    .isEqualTo(whole);
        }
        byte[] longer = sound.longer(LONGER).getBytes(UTF_8);
        Outcomes all = Outcomes.of(format, new ByteArrayInputStream(longer));
        for (int most : List.of(1, 2, 3, 1_021, 8_191, 65_537)) {
            assertThat(Outcomes.of(format, new InPieces(longer, most)))
                    .as("in pieces of %s", most)
                    .isEqualTo(all);
        }
    }

    @ParameterizedTest
    @MethodSource("formatsOfRows")
    void aByteOrderMarkIsNoPartOfIt(RowFormat format) throws IOException {
        Sample sound = Samples.of(format).sound();
        Outcomes whole = Outcomes.of(format, new ByteArrayInputStream(sound.bytes()));

        assertThat(Outcomes.of(format, new ByteArrayInputStream(marked(sound.text(), UTF_8))))
                .isEqualTo(whole);
        Outcomes wide = Outcomes.of(format, new ByteArrayInputStream(marked(sound.text(), UTF_16LE)));
        // JSON is UTF-8.
        if (wide.complaint().isEmpty()) {
            assertThat(wide).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("formatsOfRows")
    void rowsAndRejectionsSayTheirLineOrWhichObservationTheyAre(RowFormat format) throws IOException {
        Samples samples = Samples.of(format);
        List<Outcome> sound = Outcomes.of(
                        format, new ByteArrayInputStream(samples.sound().bytes()))
                .all();
        List<Outcome> spoilt = Outcomes.of(
                        format, new ByteArrayInputStream(samples.spoilt().bytes()))
                .all();

        assertThat(spoilt.stream().flatMap(outcome -> outcome.figures().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        samples.sound().figures().stream().map(Figure::text).toList());
        assertThat(spoilt.stream().filter(Outcome::isRejected)).hasSize(1);
        assertThat(isByLine(sound, samples.sound()) && isByLine(spoilt, samples.spoilt())
                        || isByNumber(sound) && isByNumber(spoilt))
                .as("lines %s and %s", lines(sound), lines(spoilt))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("formatsOfRows")
    void failsAsTheSourceFails(RowFormat format) {
        IOException failure = new IOException("the connection was reset");
        String text = Samples.of(format).sound().longer(LONGER);
        for (int length : List.of(0, 1, text.length() / 2)) {
            InputStream in = new SequenceInputStream(
                    new ByteArrayInputStream(text.substring(0, length).getBytes(UTF_8)), new Failing(failure));
            assertThatThrownBy(() -> Outcomes.of(format, in)).isSameAs(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("formatsOfRows")
    void readsAFileOfAnyLengthInTheSameMemory(RowFormat format) {
        LongReading.Result result = Objects.requireNonNull(longReading.results().get(format.name()), longReading::said);
        assertThat(result.isRead()).as(result.toString()).isTrue();
        if (result.complaint().isEmpty()) {
            assertThat(result.figures()).isEqualTo(result.expected());
        } else {
            // A table that says beforehand how many figures it has cannot be made longer.
            assertThat(result.complaint()).contains("cells, but");
        }
    }

    @ParameterizedTest
    @MethodSource("formatsOfRows")
    void saysInItsOwnWordsWhatIsWrongWithAnyInput(RowFormat format) throws IOException {
        List<byte[]> inputs = new ArrayList<>();
        for (Sample sample : Samples.of(format).all()) {
            inputs.add(sample.bytes());
            byte[] wide = marked(sample.text(), UTF_16LE);
            if (Outcomes.of(format, new ByteArrayInputStream(wide)).complaint().isEmpty()) {
                inputs.add(wide);
            }
        }
        ReaderFuzz.run(format, inputs);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whereverItIsCutOffItIsRecognisedOrRefusedInWords(Format format) {
        for (Sample sample : Samples.of(format).all()) {
            for (int length = 0; length <= sample.bytes().length; length++) {
                ReaderFuzz.recognise(Arrays.copyOf(sample.bytes(), length));
            }
        }
    }

    private static List<String> figures(Outcomes outcomes) {
        return outcomes.all().stream()
                .flatMap(outcome -> outcome.figures().stream())
                .toList();
    }

    private static List<Long> lines(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::line).toList();
    }

    private static boolean isByNumber(List<Outcome> outcomes) {
        return lines(outcomes)
                .equals(LongStream.rangeClosed(1, outcomes.size()).boxed().toList());
    }

    private static boolean isByLine(List<Outcome> outcomes, Sample sample) {
        return outcomes.stream()
                .allMatch(outcome -> sample.figures().stream()
                        .filter(figure -> outcome.isRejected()
                                ? figure.text().equals(Sample.SPOILT)
                                : outcome.figures().contains(figure.text()))
                        .allMatch(figure -> figure.line() == outcome.line()));
    }

    private static byte[] marked(String text, Charset charset) {
        return ("\ufeff" + text.replaceFirst("^\ufeff", "")).getBytes(charset);
    }

    private static final class Failing extends InputStream {
        private final IOException failure;

        Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            throw failure;
        }
    }

    /** Gives a few bytes at a time, however many are asked for. */
    private static final class InPieces extends ByteArrayInputStream {
        private final int most;

        InPieces(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(length, most));
        }
    }
}
