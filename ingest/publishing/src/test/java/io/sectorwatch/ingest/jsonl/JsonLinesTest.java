package io.sectorwatch.ingest.jsonl;

import static io.sectorwatch.ingest.fact.FactTexts.observation;
import static io.sectorwatch.ingest.fact.FactTexts.observationLine;
import static io.sectorwatch.ingest.fact.FactTexts.policy;
import static io.sectorwatch.ingest.fact.FactTexts.policyLine;
import static io.sectorwatch.ingest.fact.FactTexts.tick;
import static io.sectorwatch.ingest.fact.FactTexts.tickLine;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
    private static final String AT = "2024-02-23T00:00:00Z";
    private static final String OBSERVATION = observationLine("CHN", "2023", "2.65", AT);
    private static final String POLICY = policyLine("p", "2023-12", AT);
    private static final String TICK = tickLine(AT);
    private static final String ALL = OBSERVATION + "\n" + POLICY + "\n" + TICK + "\n";

    private final List<Message> facts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    @Test
    void tellsObservationsPoliciesAndTicksApartByTheirFields() throws IOException {
        read(ALL);
        assertReadWhole();
    }

    @Test
    void doesNotCareInWhichOrderTheFieldsStand() throws IOException {
        read("""
                {"source":{"id":"s","locator":"value"},"area":"CHN","published":"%s","value":1,"period":"2023","indicator":"i"}
                {"source":{"id":"s","locator":"title"},"area":"CHN","published":"%s","stance":"risk","title":"t","id":"p","kind":"k","occurred":"2023"}
                """.formatted(AT, AT));
        assertThat(facts).extracting(Message::subject).containsExactly("i/CHN/economy/A/2023", "p");
        assertThat(rejections).isEmpty();
    }

    @Test
    void readsWhateverLineEndsAndBlankLines() throws IOException {
        read("\r\n" + ALL.replace("\n", "\r\n\n \t\r\n").stripTrailing());
        assertReadWhole();
    }

    @Test
    void readsAByteOrderMarkAsNothing() throws IOException {
        read("\ufeff" + ALL);
        assertReadWhole();
    }

    @Test
    void unpacksGzipByItsContent() throws IOException {
        read(gzip(ALL.getBytes(UTF_8)));
        assertReadWhole();
    }

    @Test
    void unpacksGzipFilesPutOneAfterAnother() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(gzip((OBSERVATION + "\n").getBytes(UTF_8)));
        both.write(gzip((POLICY + "\n" + TICK).getBytes(UTF_8)));
        read(both.toByteArray());
        assertReadWhole();
    }

    @Test
    void saysWhereCutOffGzipEnds() throws IOException {
        byte[] whole = gzip(ALL.getBytes(UTF_8));
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 12)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gzip data are damaged or cut off after line");
    }

    @Test
    void rejectsABadLineWithItsPlaceAndGoesOn() throws IOException {
        read(OBSERVATION + "\n\n{\"indicator\":\"x\"\n" + POLICY + "\n" + OBSERVATION.replace("2023", "23") + "\n"
                + TICK);

        assertReadWhole();
        assertThat(rejections).extracting(Rejection::file).containsOnly("facts.jsonl");
        assertThat(rejections).extracting(Rejection::line).containsExactly(3L, 5L);
        assertThat(rejections)
                .extracting(Rejection::row)
                .containsExactly("{\"indicator\":\"x\"", OBSERVATION.replace("2023", "23"));
        assertThat(rejections.get(0).reason()).startsWith("not JSON");
        assertThat(rejections.get(1).reason()).contains("'23' is not a period");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | neither an observation
            {"area":"CHN"} | neither an observation
            [] | not a JSON object
            null | not a JSON object
            nonsense | not JSON
            {"tick":"2024-02-23T00:00:00Z"} {} | more than one JSON value
            {"tick":"2024-02-23"} | not a moment
            {"indicator":"a","indicater":"b"} | unknown field 'indicater'
            {"id":"a/b"} | field 'id'
            {"transition":"RAISED","sector":"economy"} | unknown field 'transition'
            """)
    void saysWhatIsWrong(String line, String reason) throws IOException {
        read(line);
        assertThat(facts).isEmpty();
        assertThat(rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "NaN", "1e999999999", "-1e-400", "\"2.6\""})
    void rejectsNumbersThatNoStatisticHas(String number) throws IOException {
        read(observationLine("CHN", "2023", number, AT));
        assertThat(facts).isEmpty();
        assertThat(rejections).hasSize(1);
    }

    @Test
    void rejectsOtherEncodingsByName() throws IOException {
        String umlaut = POLICY.replace("A fund", "Förderung");
        read(umlaut.getBytes(ISO_8859_1));
        read(POLICY.getBytes(UTF_16));
        read(POLICY.getBytes(UTF_16LE));
        assertThat(facts).isEmpty();
        assertThat(rejections)
                .extracting(Rejection::reason)
                .hasSize(3)
                .allSatisfy(reason -> assertThat(reason).contains("save it as UTF-8"));

        read(umlaut);
        assertThat(facts).hasSize(1);
    }

    @Test
    void refusesALineWithoutEndInBoundedMemory() throws IOException {
        long gigabyte = 1L << 30;
        InputStream endless = new SequenceInputStream(
                repeated('x', gigabyte), new ByteArrayInputStream(("\n" + ALL).getBytes(UTF_8)));
        JsonLines.read("facts.jsonl", endless, facts::add, rejections::add);

        assertReadWhole();
        assertThat(rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(1);
            assertThat(rejection.reason()).contains("longer than 262144 bytes");
            assertThat(rejection.row()).hasSizeLessThan(2_000).startsWith("xxx");
        });
    }

    @Test
    void takesALineOfExactlyTheLongestLength() throws IOException {
        String padding = " ".repeat(JsonLines.LONGEST_LINE - TICK.length());
        read(TICK + padding + "\n" + TICK + padding + " \n" + TICK);
        assertThat(facts).hasSize(2);
        assertThat(rejections).extracting(Rejection::line).containsExactly(2L);
    }

    @Test
    void rejectsTheLineOfAFactTheReceiverRefuses() throws IOException {
        JsonLines.read(
                "facts.jsonl",
                new ByteArrayInputStream(ALL.getBytes(UTF_8)),
                fact -> {
                    throw new MalformedMessageException("not wanted");
                },
                rejections::add);
        assertThat(rejections)
                .containsExactly(
                        new Rejection("facts.jsonl", 1, "not wanted", OBSERVATION),
                        new Rejection("facts.jsonl", 2, "not wanted", POLICY),
                        new Rejection("facts.jsonl", 3, "not wanted", TICK));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersAnyDamageWithARejectionOrAFact(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] whole = ALL.getBytes(UTF_8);
        for (int i = 0; i < 2_500; i++) {
            byte[] damaged = whole.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            facts.clear();
            rejections.clear();
            try {
                read(damaged);
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", input " + new String(damaged, ISO_8859_1), e);
            }
            assertThat(facts.size() + rejections.size()).as("seed %d", seed).isBetween(1, 7);
        }
    }

    private void assertReadWhole() {
        assertThat(facts).containsExactly(observation("CHN", "2023", "2.65", AT), policy("p", "2023-12", AT), tick(AT));
    }

    private void read(String text) throws IOException {
        read(text.getBytes(UTF_8));
    }

    private void read(byte[] bytes) throws IOException {
        JsonLines.read("facts.jsonl", new ByteArrayInputStream(bytes), facts::add, rejections::add);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static InputStream repeated(char letter, long times) {
        return new InputStream() {
            private long left = times;

            @Override
            public int read() {
                return left-- > 0 ? letter : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(left, length);
                Arrays.fill(into, from, from + count, (byte) letter);
                left -= count;
                return count;
            }
        };
    }
}
