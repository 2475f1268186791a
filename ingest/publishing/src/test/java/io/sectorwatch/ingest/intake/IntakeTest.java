package io.sectorwatch.ingest.intake;

import static io.sectorwatch.ingest.fact.FactTexts.at;
import static io.sectorwatch.ingest.fact.FactTexts.observation;
import static io.sectorwatch.ingest.fact.FactTexts.observationLine;
import static io.sectorwatch.ingest.fact.FactTexts.policy;
import static io.sectorwatch.ingest.fact.FactTexts.policyLine;
import static io.sectorwatch.ingest.fact.FactTexts.tickLine;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.vintage.Change;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.vintage.Release.Extent;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final String EARLY = "2024-02-23T00:00:00Z";
    private static final String LATE = "2025-01-23T00:00:00Z";

    private final List<Rejection> rejections = new ArrayList<>();

    @TempDir
    Path temporary = Path.of("");

    private Intake intake = intake("2026-06-01T00:00:00Z");

    @BeforeEach
    void begin() {
        intake = intake("2026-06-01T00:00:00Z");
    }

    @AfterEach
    void end() {
        intake.close();
    }

    @Test
    void givesFactsAsTheyAreInTheirOrder() throws IOException {
        read("a", observationLine("CHN", "2023", "2.65", LATE), observationLine("CHN", "2023", "2.65", LATE));
        read("b", policyLine("p", "2023", EARLY), "{}");

        assertThat(published(KnownFacts.NONE))
                .containsExactly(
                        "0 " + policy("p", "2023", EARLY),
                        "0 " + observation("CHN", "2023", "2.65", LATE),
                        "0 " + observation("CHN", "2023", "2.65", LATE));
        assertThat(rejections)
                .containsExactly(new Rejection("b", 2, rejections.get(0).reason(), "{}"));
        assertThat(intake.summary())
                .extracting(DataSetSummary::name, DataSetSummary::facts, DataSetSummary::rejected)
                .containsExactly(tuple("a", 2L, 0L), tuple("b", 1L, 1L));
    }

    @Test
    void givesReleasesOneByOneAfterTheFacts() throws IOException {
        Release later = new Release("set", at(LATE), Extent.WHOLE);
        Release earlier = new Release("set", at(EARLY), Extent.WHOLE);
        intake.state(later, observation("CHN", "2023", "2.58", LATE), "later.csv", 7);
        intake.state(earlier, observation("CHN", "2023", "2.6", EARLY), "earlier.csv", 7);
        intake.state(earlier, observation("FRA", "2023", "2.2", EARLY), "earlier.csv", 8);
        read("a", tickLine(LATE));

        assertThat(published((wanted, taker) -> taker.take(observation("FRA", "2023", "2.2", EARLY))))
                .hasSize(4)
                .satisfiesExactly(
                        fact -> assertThat(fact).startsWith("0 Tick"),
                        fact -> assertThat(fact).startsWith("1 ").contains("CHN", "value=2.6,"),
                        fact -> assertThat(fact).startsWith("2 ").contains("CHN", "value=2.58,"),
                        fact -> assertThat(fact).startsWith("2 ").contains("FRA", "value=null,"));
        DataSetSummary set = intake.summary().get(0);
        assertThat(set.name()).isEqualTo("set");
        assertThat(set.releases().keySet()).containsExactly(earlier, later);
        assertThat(set.releases().get(earlier)).isNotNull().satisfies(changes -> {
            assertThat(changes.series()).isEqualTo(2);
            assertThat(changes.observations()).isEqualTo(2);
            assertThat(changes.of(Change.NEW)).isEqualTo(1);
            assertThat(changes.of(Change.UNCHANGED)).isEqualTo(1);
        });
    }

    @Test
    void leavesOutAReleaseWithoutNews() throws IOException {
        intake.state(new Release("set", at(EARLY), Extent.WHOLE), observation("FRA", "2023", "2.2", EARLY), "file", 1);

        assertThat(published((wanted, taker) -> taker.take(observation("FRA", "2023", "2.2", EARLY))))
                .isEmpty();
    }

    @Test
    void rejectsWhatContradictsTheSameRelease() throws IOException {
        Release release = new Release("set", at(EARLY), Extent.WHOLE);
        intake.state(release, observation("FRA", "2023", "2.2", EARLY), "file", 1);
        intake.state(release, observation("FRA", "2023", "2.1", EARLY), "file", 2);

        assertThat(published(KnownFacts.NONE)).hasSize(1);
        assertThat(rejections).singleElement().satisfies(rejected -> {
            assertThat(rejected.line()).isEqualTo(2);
            assertThat(rejected.reason()).startsWith("line 1 says something else");
        });
        assertThat(intake.rejected()).isEqualTo(1);
    }

    @Test
    void rejectsWhatIsKnownMoreThanAnHourFromNow() throws IOException {
        read(
                "-",
                tickLine("2026-06-01T01:00:00Z"),
                tickLine("2026-06-01T01:00:00.001Z"),
                observationLine("CHN", "2023", "2.65", "2030-01-01T00:00:00Z"));

        assertThat(intake.facts()).isEqualTo(1);
        assertThat(rejections).extracting(Rejection::line).containsExactly(2L, 3L);
        assertThat(rejections.get(1).reason())
                .contains("2030-01-01T00:00:00Z", "more than an hour ahead of now (2026-06-01T00:00:00Z)");
    }

    @Test
    void rejectsBuiltInFactsOnAMachineWhoseClockIsYearsBehind() {
        try (Intake behind = intake("2024-01-01T00:00:00Z")) {
            FactSources.read(BuiltInSet.BRIEF, behind);
            assertThat(behind.facts()).isZero();
            assertThat(rejections).hasSize(15);
        }
    }

    private Intake intake(String now) {
        return new Intake(at(now), temporary, rejections::add);
    }

    private void read(String name, String... lines) throws IOException {
        FactSources.readJsonLines(
                name, new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8)), intake);
    }

    private List<String> published(KnownFacts known) throws IOException {
        List<String> published = new ArrayList<>();
        PublishingPlan plan = intake.compare(known);
        plan.forEach((batch, facts) -> {
            for (var next = facts.next(); next != null; next = facts.next()) {
                if (next.written().isFact()) {
                    published.add(batch.number() + " " + message(next.envelope()));
                }
            }
        });
        assertThat(published).hasSize((int) plan.count());
        return published;
    }

    private static Message message(Envelope envelope) {
        return envelope.type() == EventType.POLICY
                ? new PolicyCodec().read(envelope.value())
                : new IndicatorCodec().read(envelope.value());
    }
}
