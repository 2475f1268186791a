package io.sectorwatch.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one source makes known at one moment is a release, whatever it comes from. */
class ReleasedFactsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String POLICY = "{'id':'p1','title':'t','area':'CHN','kind':'funding','stance':'support',"
            + "'occurred':'2023','published':'2024-03-13T00:00:00Z','source':{'id':'nbs'}}";

    @TempDir
    private Path temporary;

    @Test
    void finishedMessagesOfASourceAndAMomentAreARelease() throws IOException {
        assertThat(published(
                        figure("2023", "2.6", "2024-03-13T00:00:00Z", "nbs"),
                        figure("2022", "2.5", "2024-03-13T00:00:00Z", "nbs"),
                        figure("2022", "2.5", "2024-03-13T00:00:00Z", "oecd"),
                        POLICY,
                        figure("2024", "2.7", "2024-03-13T11:00:00Z", "nbs"),
                        "{'tick':'2024-03-13T11:00:00Z'}"))
                .containsExactly(
                        "POLICY in nbs/2024-03-13",
                        "close nbs/2024-03-13 of policies",
                        "2022 in nbs/2024-03-13",
                        "2022 in oecd/2024-03-13",
                        "2023 in nbs/2024-03-13",
                        "close nbs/2024-03-13",
                        "close oecd/2024-03-13",
                        "2024 in nbs/2024-03-13T11:00:00Z",
                        "close nbs/2024-03-13T11:00:00Z",
                        "TICK");
    }

    @Test
    void aDataSetOfOneSourceNamesItsReleaseAndSaysWhatIsNews() throws IOException {
        try (Intake intake = new Intake(NOW, temporary, rejection -> {})) {
            Release release =
                    new Release("oecd-msti", Instant.parse("2024-03-13T00:00:00Z"), Release.Extent.PART, true);
            intake.state(
                    release,
                    new IndicatorCodec().read(bytes(figure("2023", "2.6", "2024-03-13T00:00:00Z", "oecd"))),
                    "file",
                    1);

            assertThat(told(intake))
                    .containsExactly("2023 in oecd-msti/2024-03-13", "close oecd-msti/2024-03-13 1 new, 0 revised");
        }
    }

    @Test
    void oneOfSeveralSourcesOfADataSetIsNamedToo() throws IOException {
        try (Intake intake = new Intake(NOW, temporary, rejection -> {})) {
            Release release = new Release("mixed", Instant.parse("2024-03-13T00:00:00Z"), Release.Extent.PART, false);
            for (String source : List.of("nbs", "oecd")) {
                intake.state(
                        release,
                        new IndicatorCodec().read(bytes(figure("2023", "2.6", "2024-03-13T00:00:00Z", source))),
                        "file",
                        1);
            }

            assertThat(told(intake))
                    .containsExactly(
                            "2023 in mixed/nbs/2024-03-13",
                            "2023 in mixed/oecd/2024-03-13",
                            "close mixed/nbs/2024-03-13 1 new, 0 revised",
                            "close mixed/oecd/2024-03-13 1 new, 0 revised");
        }
    }

    @Test
    void whatStoodOnATopicIsPublishedAsItDidThere() throws IOException {
        String closing = "{'release':'theirs','published':'2024-03-13T00:00:00Z','source':{'id':'nbs'}}";
        assertThat(published(
                        "{'record':" + figure("2023", "2.6", "2024-03-13T00:00:00Z", "nbs") + ",'release':'theirs'}",
                        "{'record':" + figure("2022", "2.6", "2024-03-13T00:00:00Z", "nbs") + "}",
                        "{'record':" + closing + "}"))
                .containsExactly("2022 in null", "2023 in theirs", "close theirs");
    }

    private List<String> published(String... lines) throws IOException {
        try (Intake intake = new Intake(NOW, temporary, rejection -> {
            throw new AssertionError(rejection);
        })) {
            FactSources.readJsonLines("facts", new ByteArrayInputStream(bytes(String.join("\n", lines))), intake);
            return told(intake);
        }
    }

    private static List<String> told(Intake intake) throws IOException {
        List<String> told = new ArrayList<>();
        intake.compare(KnownFacts.NONE).forEach((batch, facts) -> {
            for (var next = facts.next(); next != null; next = facts.next()) {
                told.add(shortly(next.envelope())
                        + (next.envelope().type() == EventType.RELEASE && next.ofPolicies() ? " of policies" : ""));
            }
        });
        return told;
    }

    private static String shortly(Envelope event) {
        if (event.type() == EventType.RELEASE) {
            ClosedRelease release = (ClosedRelease) new AboutFactsCodec().read(event.value());
            ClosedRelease.Tally tally = release.tally();
            return "close " + release.release()
                    + (tally == null ? "" : " " + tally.added() + " new, " + tally.revised() + " revised");
        }
        if (event.type() == EventType.TICK) {
            return "TICK";
        }
        String what = event.type() == EventType.POLICY
                ? "POLICY"
                : event.subject().substring(event.subject().lastIndexOf('/') + 1);
        return what + " in " + event.release();
    }

    private static String figure(String period, String value, String published, String source) {
        return "{'indicator':'rd-intensity','area':'CHN','period':'" + period + "','value':" + value + ",'published':'"
                + published + "','source':{'id':'" + source + "'}}";
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(UTF_8);
    }
}
