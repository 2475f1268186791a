package io.sectorwatch.ingest.vintage;

import static io.sectorwatch.ingest.fact.FactTexts.at;
import static io.sectorwatch.ingest.fact.FactTexts.observation;
import static io.sectorwatch.ingest.fact.FactTexts.observationLine;
import static io.sectorwatch.ingest.fact.FactTexts.policy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import io.sectorwatch.ingest.vintage.Log.Row;
import io.sectorwatch.ingest.vintage.Release.Extent;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final String MARCH = "2024-03-13T00:00:00Z";
    private static final String JULY = "2024-07-23T00:00:00Z";
    private static final String APRIL = "2025-04-03T00:00:00Z";

    private Log log = new Log(Path.of(""), 0);

    @BeforeEach
    void begin(@TempDir Path directory) {
        log = new Log(directory, 1 << 20);
    }

    @Test
    void aFirstReleaseIsAllNew() {
        assertThat(whole(MARCH, "CHN 2022 2.55", "CHN 2021 2.43", "FRA 2022 2.2"))
                .isEqualTo("3 new");
        assertThat(published()).containsExactly("2021 CHN 2.43", "2022 CHN 2.55", "2022 FRA 2.2");
    }

    @Test
    void whatIsRepeatedIsNoNews() {
        whole(MARCH, "CHN 2022 2.55", "FRA 2022 2.2");
        assertThat(whole(MARCH, "CHN 2022 2.55", "FRA 2022 2.2")).isEqualTo("2 unchanged");
        assertThat(whole(JULY, "FRA 2022 2.20", "CHN 2022 2.55")).isEqualTo("2 unchanged");
        assertThat(log.facts).hasSize(2);
    }

    @Test
    void anotherValueIsARevisionAndNoiseIsNot() {
        whole(MARCH, "CHN 2022 2.40666", "CHN 2021 2.43");
        assertThat(whole(JULY, "CHN 2022 2.40666007995605", "CHN 2021 2.44")).isEqualTo("1 revised, 1 unchanged");
        assertThat(published()).endsWith("2021 CHN 2.44").hasSize(3);
    }

    @Test
    void anotherComparatorStatusOrAnnouncementIsARevisionAndAnotherUnitIsNot() {
        String plain = observationLine("CHN", "2023", "2.6", MARCH);
        Release first = new Release("set", at(MARCH), Extent.PART);
        log.take(List.of(new Row(first, read(plain))));
        String later = plain.replace(MARCH, JULY);
        assertThat(changeBy(later.replace("}}", "},\"unit\":\"percent-of-gdp\"}")))
                .isEqualTo("1 unchanged");
        assertThat(changeBy(later.replace("}}", "},\"comparator\":\">\"}"))).isEqualTo("1 revised");
        assertThat(changeBy(later.replace("}}", "},\"status\":[\"P\"]}"))).isEqualTo("1 revised");
        assertThat(changeBy(later.replace("}}", "},\"nextRelease\":\"2025-01-01\"}")))
                .isEqualTo("1 revised");
    }

    @Test
    void whatDisappearsFromAWholeReleaseIsWithdrawn() {
        whole(MARCH, "CHN 2021 2.43", "CHN 2022 2.55", "EGY 2022 1.0");
        assertThat(whole(JULY, "CHN 2021 2.43")).isEqualTo("2 withdrawn, 1 unchanged");
        assertThat(published()).endsWith("2022 CHN null", "2022 EGY null");
        assertThat(log.facts.get(4).time()).isEqualTo(at(JULY));
        assertThat(whole(APRIL, "CHN 2021 2.43")).isEqualTo("1 unchanged");
    }

    @Test
    void whatDisappearsAndComesBackIsNew() {
        whole(MARCH, "CHN 2021 2.43", "EGY 2022 1.0");
        whole(JULY, "CHN 2021 2.43");
        assertThat(whole(APRIL, "CHN 2021 2.43", "EGY 2022 1.0")).isEqualTo("1 new, 1 unchanged");
    }

    @Test
    void aReleaseOfWholeSeriesWithdrawsPeriodsAndNotAreas() {
        whole(MARCH, "CHN 2021 2.43", "CHN 2022 2.55", "EGY 2022 1.0");
        assertThat(release(JULY, Extent.SERIES, "CHN 2021 2.43")).isEqualTo("1 withdrawn, 1 unchanged");
    }

    @Test
    void aSelectionWithdrawsOnlyWhatItSaysIsMissing() {
        whole(MARCH, "CHN 2021 2.43", "CHN 2022 2.55", "EGY 2022 1.0");
        assertThat(release(JULY, Extent.PART, "CHN 2022 null", "FRA 2022 null")).isEqualTo("1 withdrawn");
        assertThat(release(JULY, Extent.PART, "CHN 2022 null")).isEmpty();
    }

    @Test
    void anOlderReleaseIsComparedWithWhatStoodThen() {
        whole(MARCH, "CHN 2021 2.43", "CHN 2022 2.55");
        whole(APRIL, "CHN 2021 2.43", "CHN 2022 2.56", "CHN 2023 2.65");
        assertThat(whole(JULY, "CHN 2021 2.43", "CHN 2022 2.56")).isEqualTo("1 revised, 1 unchanged");
        assertThat(whole("2023-01-01T00:00:00Z", "CHN 2021 2.43")).isEqualTo("1 new");
        assertThat(published()).noneMatch(fact -> fact.endsWith("null"));
    }

    @Test
    void releasesGivenAtOnceAreTakenInTheOrderOfTheirTime() {
        List<Row> rows = new ArrayList<>(rows(APRIL, Extent.WHOLE, "CHN 2022 2.56"));
        rows.addAll(rows(MARCH, Extent.WHOLE, "CHN 2022 2.55", "EGY 2022 1.0"));
        assertThat(log.take(rows).values())
                .extracting(ReleasesTest::words)
                .containsExactly("2 new", "1 revised, 1 withdrawn");
        assertThat(published()).containsExactly("2022 CHN 2.55", "2022 EGY 1", "2022 CHN 2.56", "2022 EGY null");
    }

    @Test
    void whatOneDataSetLeavesOutAndAnotherSaysAtTheSameMomentStays() {
        whole(MARCH, "CHN 2022 2.55", "FRA 2022 2.2");
        List<Row> rows = new ArrayList<>(rows(JULY, Extent.WHOLE, "CHN 2022 2.55"));
        rows.add(new Row(new Release("other", at(JULY), Extent.WHOLE), observation("FRA", "2022", "2.2", JULY)));
        assertThat(log.take(rows).values())
                .extracting(ReleasesTest::words)
                .containsExactly("1 unchanged", "1 unchanged");
    }

    @Test
    void aReleaseThatWasGivenInPartsIsMendedWhenItIsGivenWhole() {
        whole(MARCH, "CHN 2022 2.55", "FRA 2022 2.2");
        whole(JULY, "CHN 2022 2.55");
        assertThat(published()).endsWith("2022 FRA null");
        assertThat(whole(JULY, "CHN 2022 2.55", "FRA 2022 2.2")).isEqualTo("1 new, 1 unchanged");
        assertThat(whole(JULY, "CHN 2022 2.55", "FRA 2022 2.2")).isEqualTo("2 unchanged");
    }

    @Test
    void silenceSaysNothingWhereSomethingWasNotUnderstood() {
        whole(MARCH, "CHN 2021 2.43", "CHN 2022 2.55", "EGY 2022 1.0");
        log.doubtful.add("file");
        assertThat(whole(JULY, "CHN 2021 2.44")).isEqualTo("1 revised");
        assertThat(release(JULY, Extent.SERIES, "CHN 2021 2.44")).isEqualTo("1 unchanged");
        assertThat(release(JULY, Extent.PART, "CHN 2022 null"))
                .as("what is said counts")
                .isEqualTo("1 withdrawn");
    }

    @Test
    void otherSourcesAndSectorsAreOthersBusiness() {
        log.facts.add(read(observationLine("CHN", "2022", "2.5", MARCH).replace("\"oecd\"", "\"nbs\"")));
        log.facts.add(read(observationLine("CHN", "2022", "2.5", MARCH).replace("}}", "},\"sector\":\"aerospace\"}")));
        assertThat(whole(JULY, "CHN 2022 2.6")).isEqualTo("1 new");
    }

    @Test
    void ofTwoRowsThatContradictEachOtherTheGreaterCountsAndTheOtherIsRejected() {
        assertThat(whole(MARCH, "CHN 2022 2.5", "CHN 2022 2.6", "CHN 2022 2.5", "CHN 2022 2.6", "CHN 2022 null"))
                .isEqualTo("1 new");
        assertThat(published()).containsExactly("2022 CHN 2.6");
        assertThat(log.contradictions).hasSize(2).allSatisfy(rejected -> {
            assertThat(rejected.line()).isIn(1L, 3L);
            assertThat(rejected.reason()).contains("line 2 says something else of rd-intensity/CHN/economy/A/2022");
        });
    }

    @Test
    void aLesserValueOfAMomentThatHasAGreaterOneIsNoRevision() {
        whole(MARCH, "CHN 2022 540");

        Changes changes = changes(MARCH, Extent.WHOLE, "CHN 2022 54.0");

        assertThat(words(changes)).isEqualTo("1 outranked");
        assertThat(changes.observations()).isEqualTo(1);
        assertThat(changes.outranked()).singleElement().satisfies(one -> {
            assertThat(one.fact()).isEqualTo(log.facts.get(1));
            assertThat(one.counting()).isEqualTo(log.facts.get(0));
        });
        assertThat(published()).as("it counts once 540 is void").containsExactly("2022 CHN 540", "2022 CHN 54");
        assertThat(whole(MARCH, "CHN 2022 54.0")).isEqualTo("1 unchanged");
        assertThat(whole(MARCH, "CHN 2022 541"))
                .as("the greater value is what counts from now on")
                .isEqualTo("1 revised");
    }

    @Test
    void aWithdrawalOfTheMomentOfItsFigureIsNone() {
        whole(MARCH, "CHN 2022 540");

        Changes changes = changes(MARCH, Extent.PART, "CHN 2022 null");

        assertThat(words(changes)).isEqualTo("1 outranked");
        assertThat(changes.observations()).isZero();
        assertThat(published()).containsExactly("2022 CHN 540", "2022 CHN null");
        assertThat(release(MARCH, Extent.PART, "CHN 2022 null")).isEmpty();
    }

    @Test
    void ofManyThatAreOutrankedTheFirstAreRemembered() {
        List<String> rows = IntStream.range(2000, 2010)
                .mapToObj(year -> "CHN " + year + " 9")
                .toList();
        whole(MARCH, rows.toArray(String[]::new));

        Changes changes = changes(
                MARCH,
                Extent.WHOLE,
                rows.stream().map(row -> row.replace(" 9", " 8")).toArray(String[]::new));

        assertThat(changes.of(Change.OUTRANKED)).isEqualTo(10);
        assertThat(changes.outranked())
                .hasSize(5)
                .element(0)
                .extracting(one -> one.fact().subject())
                .isEqualTo("rd-intensity/CHN/economy/A/2000");
    }

    @Test
    void whatIsVoidWasNeverKnown() {
        whole(MARCH, "CHN 2021 2.43", "CHN 2022 540");
        correct(log.facts.get(1), State.VOID, APRIL);

        assertThat(whole(MARCH, "CHN 2021 2.43", "CHN 2022 54.0")).isEqualTo("1 new, 1 unchanged");
        assertThat(whole(JULY, "CHN 2021 2.43")).isEqualTo("1 withdrawn, 1 unchanged");
        assertThat(published()).endsWith("2022 CHN 54", "2022 CHN null");
    }

    @Test
    void whatIsVoidIsLeftOutWhenItIsSaidAgainUntilItIsValid() {
        whole(MARCH, "CHN 2022 540");
        correct(log.facts.get(0), State.VOID, JULY);

        Changes changes = changes(MARCH, Extent.WHOLE, "CHN 2022 540");

        assertThat(words(changes)).isEqualTo("1 void");
        assertThat(changes.news()).isZero();
        assertThat(changes.observations()).isEqualTo(1);
        assertThat(changes.voids()).containsExactly(log.facts.get(0));
        assertThat(whole(JULY, "CHN 2022 540"))
                .as("what is said at another moment is another fact")
                .isEqualTo("1 new");
        correct(log.facts.get(0), State.VALID, APRIL);
        assertThat(whole(MARCH, "CHN 2022 540")).isEqualTo("1 unchanged");
    }

    @Test
    void aWithdrawalThatIsVoidIsNotMadeAgain() {
        whole(MARCH, "CHN 2021 2.43", "CHN 2022 2.55");
        whole(JULY, "CHN 2021 2.43");
        correct(log.facts.get(2), State.VOID, APRIL);

        assertThat(whole(JULY, "CHN 2021 2.43")).isEqualTo("1 unchanged, 1 void");
        assertThat(log.facts).hasSize(3);
    }

    @Test
    void aPolicyEventThatIsVoidWasNeverKnown() {
        Release release = new Release("gazette", null, Extent.PART);
        log.take(List.of(new Row(release, policy("a", "2023", MARCH))));
        correct(log.facts.get(0), State.VOID, APRIL);

        assertThat(words(log.take(List.of(new Row(release, policy("a", "2023-12", MARCH))))
                        .get(release)))
                .isEqualTo("1 new");
    }

    @Test
    void aPolicyEventIsComparedWithItsNewestVersionThen() {
        Release release = new Release("gazette", null, Extent.PART);
        assertThat(words(log.take(List.of(new Row(release, policy("a", "2023", MARCH))))
                        .get(release)))
                .isEqualTo("1 new");
        assertThat(words(log.take(List.of(new Row(release, policy("a", "2023", JULY))))
                        .get(release)))
                .isEqualTo("1 unchanged");
        assertThat(words(log.take(List.of(new Row(release, policy("a", "2023-12", JULY))))
                        .get(release)))
                .isEqualTo("1 revised");
    }

    @Test
    void aFactOfAnotherMomentThanItsReleaseIsAMistakeOfTheCaller() {
        Release release = new Release("set", at(MARCH), Extent.PART);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.take(List.of(new Row(release, policy("a", "2023", JULY)))))
                .withMessageContaining(JULY);
        assertThatIllegalArgumentException().isThrownBy(() -> new Release("set", null, Extent.WHOLE));
    }

    private void correct(Message fact, State state, String at) {
        log.corrections.add(new Correction(FactId.of(fact), state, "why", at(at)));
    }

    private String changeBy(String json) {
        Log copy = new Log(TemporaryDirectory.standard(), 1 << 20);
        copy.facts.addAll(log.facts);
        Release release = new Release("set", at(JULY), Extent.PART);
        return words(copy.take(List.of(new Row(release, read(json)))).get(release));
    }

    private String whole(String published, String... rows) {
        return release(published, Extent.WHOLE, rows);
    }

    private String release(String published, Extent extent, String... rows) {
        return words(changes(published, extent, rows));
    }

    private Changes changes(String published, Extent extent, String... rows) {
        return Objects.requireNonNull(
                log.take(rows(published, extent, rows)).get(new Release("set", at(published), extent)));
    }

    private static List<Row> rows(String published, Extent extent, String... rows) {
        Release release = new Release("set", at(published), extent);
        List<Row> all = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split(" ");
            all.add(new Row(release, read(observationLine(cells[0], cells[1], cells[2], published))));
        }
        return all;
    }

    private List<String> published() {
        return log.facts.stream()
                .map(fact -> (Observation) fact)
                .map(fact -> fact.period() + " " + fact.series().area() + " " + fact.value())
                .toList();
    }

    private static String words(@Nullable Changes ofRelease) {
        Changes changes = Objects.requireNonNull(ofRelease);
        List<String> words = new ArrayList<>();
        for (Change change : Change.values()) {
            if (changes.of(change) > 0) {
                words.add(changes.of(change) + " " + change.name().toLowerCase(Locale.ROOT));
            }
        }
        return String.join(", ", words);
    }

    private static Message read(String json) {
        return new IndicatorCodec().read(json.getBytes(UTF_8));
    }
}
