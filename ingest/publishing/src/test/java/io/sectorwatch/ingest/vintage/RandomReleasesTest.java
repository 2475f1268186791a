package io.sectorwatch.ingest.vintage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.vintage.Log.Row;
import io.sectorwatch.ingest.vintage.Release.Extent;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Random releases, compared with the naive reading of the rules in {@link NaiveLog}. */
class RandomReleasesTest {
    private static final List<String> VALUES =
            List.of("2.5", "2.6", "2.40666", "2.40666007995605", "2.406660080", "0", "null");

    private static final List<Extent> EXTENTS = List.of(Extent.values());

    @TempDir
    Path directory;

    @RepeatedTest(400)
    void saysWhatTheNaiveReadingSays(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Log log = new Log(directory, 1L << (8 + random.nextInt(8)));
        NaiveLog naive = new NaiveLog();
        for (Message fact : facts(random)) {
            log.facts.add(fact);
            naive.facts.add((Observation) fact);
        }
        for (int run = 0; run < 4; run++) {
            List<Row> rows = releases(random, 1 + random.nextInt(4));
            log.take(rows);
            naive.take(rows);

            assertThat(log.facts)
                    .as("seed %d, run %d", repetition.getCurrentRepetition(), run)
                    .containsExactlyElementsOf(naive.facts);
        }
    }

    @RepeatedTest(200)
    void staysTheSameHoweverItIsCutAndRepeated(RepetitionInfo repetition) {
        Random random = new Random(-repetition.getCurrentRepetition());
        List<Row> rows = releases(random, 4);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        shuffled.addAll(rows.subList(0, rows.size() / 2));
        Log once = new Log(directory, 1 << 20);
        once.take(rows);

        Log other = new Log(directory, 0);
        other.take(shuffled);
        assertThat(other.facts).as("shuffled").isEqualTo(once.facts);
        other.take(shuffled);
        assertThat(other.facts).as("again").isEqualTo(once.facts);
    }

    @RepeatedTest(200)
    void staysTheSameWhenMomentsComeOneByOneInTheirOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Row> rows = releases(random, 6).stream()
                .filter(row -> row.release().published() != null)
                .toList();
        Log once = new Log(directory, 1 << 20);
        once.take(rows);

        Log oneByOne = new Log(directory, 1 << 20);
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.fact().time(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(oneByOne::take);

        assertThat(oneByOne.facts).isEqualTo(once.facts);
    }

    /** Killed between two transactions, what follows must be as if nothing had happened. */
    @RepeatedTest(100)
    void goesOnWhereItStopped(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition() * 31L);
        List<Row> rows = releases(random, 5);
        Log undisturbed = new Log(directory, 1 << 20);
        undisturbed.take(rows);

        Log killed = new Log(directory, 1 << 20);
        killed.take(rows, random.nextInt(5));
        killed.take(rows);

        assertThat(killed.facts).isEqualTo(undisturbed.facts);
    }

    /** Whatever came before it in whatever order, after the releases in their order each says what it says. */
    @RepeatedTest(200)
    void endsWithWhatTheReleasesSay(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition() * 17L);
        List<Row> rows = wholeReleases(random);
        List<List<Row>> releases = new ArrayList<>(byRelease(rows).values());
        Collections.shuffle(releases, random);
        Log log = new Log(directory, 1 << 20);
        releases.forEach(log::take);
        log.take(rows);

        byRelease(rows).forEach((release, ofRelease) -> {
            Map<String, String> says = new TreeMap<>();
            ofRelease.stream()
                    .map(row -> (Observation) row.fact())
                    .filter(fact -> fact.value() != null)
                    .forEach(fact -> says.put(fact.subject(), String.valueOf(fact.value())));
            assertThat(standing(log.facts, Objects.requireNonNull(release.published())))
                    .isEqualTo(says);
        });
    }

    private static Map<String, String> standing(List<Message> facts, Instant at) {
        Map<String, Message> current = new LinkedHashMap<>();
        facts.stream()
                .filter(fact -> !fact.time().isAfter(at))
                .sorted(VintageOrder.CURRENT_LAST)
                .forEach(fact -> current.put(fact.subject(), fact));
        return current.values().stream()
                .map(fact -> (Observation) fact)
                .filter(fact -> fact.value() != null)
                .collect(Collectors.toMap(
                        Observation::subject, fact -> String.valueOf(fact.value()), (one, two) -> two, TreeMap::new));
    }

    private static Map<Release, List<Row>> byRelease(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(Row::release, TreeMap::new, Collectors.toList()));
    }

    /** Releases without noise, one of each moment, of one source. */
    private static List<Row> wholeReleases(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int year = 2020; year < 2024; year++) {
            Instant published = Instant.parse(year + "-05-01T00:00:00Z");
            Release release = new Release("set", published, Extent.WHOLE);
            for (String area : List.of("CHN", "FRA", "OECD")) {
                for (int period = 2018; period < 2021; period++) {
                    boolean there = random.nextInt(3) > 0 || area.equals("OECD") && period == 2018;
                    if (there) {
                        String value = List.of("1", "2", "3").get(random.nextInt(3));
                        rows.add(new Row(release, observation(area, period, value, "oecd", "", published)));
                    }
                }
            }
        }
        return rows;
    }

    private static List<Message> facts(Random random) {
        List<Message> facts = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            facts.add(random(random, moment(random)));
        }
        return facts;
    }

    private static List<Row> releases(Random random, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean certain = random.nextInt(4) > 0;
            Extent extent = certain ? EXTENTS.get(random.nextInt(3)) : Extent.PART;
            Release release =
                    new Release(random.nextBoolean() ? "one" : "two", certain ? moment(random) : null, extent);
            for (int row = 1 + random.nextInt(12); row > 0; row--) {
                Instant published = release.published() == null ? moment(random) : release.published();
                rows.add(new Row(release, random(random, published)));
            }
        }
        return rows;
    }

    private static Message random(Random random, Instant published) {
        String value = VALUES.get(random.nextInt(VALUES.size()));
        String extra = value.equals("null") || random.nextInt(4) > 0
                ? ""
                : List.of(
                                ",\"comparator\":\">\"",
                                ",\"status\":[\"P\"]",
                                ",\"nextRelease\":\"2025-01-01\"",
                                ",\"unit\":\"x\"")
                        .get(random.nextInt(4));
        return observation(
                List.of("CHN", "FRA").get(random.nextInt(2)),
                2020 + random.nextInt(2),
                value,
                random.nextInt(4) > 0 ? "oecd" : "nbs",
                extra,
                published);
    }

    private static Instant moment(Random random) {
        return Instant.parse(2020 + random.nextInt(4) + "-05-01T00:00:00Z");
    }

    private static Message observation(
            String area, int period, String value, String source, String extra, Instant published) {
        return new IndicatorCodec().read("""
                {"indicator":"rd-intensity","area":"%s","period":"%d","value":%s%s,"published":"%s","source":{"id":"%s"}}""".formatted(area, period, value, extra, published, source)
                .getBytes(UTF_8));
    }
}
