package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.processor.scenario.Simulation;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.message.Transition.Type;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BriefStoryTest {
    private final Simulation simulation = new Simulation();

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void theTwoPointSixIsRaisedUpdatedAndRetracted() {
        rule("{'id':'at-least-2.6','series':{'indicator':'rd-intensity','areas':['CHN']},"
                + "'when':{'value':{'atLeast':2.6}}}");
        observe("'period':'2023','value':2.6,'comparator':'>','published':'2024-02-23T00:00:00Z',"
                + "'source':{'id':'eai-brief-1752'}");
        observe("'period':'2023','value':2.64,'status':['P'],'published':'2024-02-29T00:00:00Z','source':{'id':'nbs'}");
        observe("'period':'2023','value':2.65,'published':'2024-10-02T00:00:00Z','source':{'id':'nbs'}");
        observe("'period':'2023','value':2.65,'published':'2024-10-02T00:00:00Z','source':{'id':'nbs'}");
        observe("'period':'2023','value':2.58,'published':'2025-01-23T00:00:00Z','source':{'id':'nbs'}");
        observe("'period':'2024','value':2.68,'published':'2025-01-23T00:00:00Z','source':{'id':'nbs'}");

        List<Transition> transitions = simulation.transitions();
        assertThat(transitions)
                .extracting(Transition::transition)
                .containsExactly(Type.RAISED, Type.UPDATED, Type.UPDATED, Type.RETRACTED, Type.RAISED);
        assertThat(transitions)
                .extracting(Transition::reason)
                .containsExactly(
                        Reason.NEW_PERIOD, Reason.REVISION, Reason.REVISION, Reason.REVISION, Reason.NEW_PERIOD);
        assertThat(transitions).extracting(Transition::certainty).containsOnly(Certainty.CERTAIN);
        assertThat(transitions.get(3).message())
                .isEqualTo("China's R&D intensity of 2023 was revised from 2.65 to 2.58: it never was at least 2.6");
        assertThat(simulation.records(simulation.topics().alerts("economy"))).hasSize(5);
        assertThat(simulation.records(simulation.topics().openAlerts())).hasSize(5);
        Scorecard card = simulation.scorecards().values().iterator().next();
        assertThat(card.key()).isEqualTo("CHN/economy");
        assertThat(card.open().values()).containsExactly(1);
        assertThat(card.indicators()).hasSize(1);
    }

    @Test
    void aTransitionNamesTheReleaseThatItWasDecidedWith() {
        rule("{'id':'at-least-2.6','series':{'indicator':'rd-intensity'},'when':{'value':{'atLeast':2.6}}}");
        String published = "2024-02-29T00:00:00Z";
        simulation.accept(
                observation("'period':'2023','value':2.64,'published':'" + published + "','source':{'id':'nbs'}"),
                "nbs/2024-02-29");
        simulation.close(
                new ClosedRelease(
                        "nbs/2024-02-29", null, Instant.parse(published), new Source("nbs", null, null), null),
                false);
        observe("'period':'2023','value':2.65,'published':'2024-10-02T00:00:00Z','source':{'id':'nbs'}");

        for (String topic : List.of(
                simulation.topics().alerts(),
                simulation.topics().alerts("economy"),
                simulation.topics().openAlerts())) {
            assertThat(simulation.records(topic))
                    .extracting(record -> Envelope.releaseIn(record.headers()))
                    .as(topic)
                    .containsExactly("nbs/2024-02-29", null);
        }
    }

    @Test
    void whatRestedOnAVoidFigureSaysWhoseAndOfWhichPeriodItWas() {
        rule("{'id':'at-least-2.6','series':{'indicator':'rd-intensity'},'when':{'value':{'atLeast':2.6}}}");
        observe("'period':'2022','value':2.5,'published':'2023-02-28T00:00:00Z','source':{'id':'nbs'}");
        Message typed =
                observation("'period':'2023','value':26.4,'published':'2024-02-29T00:00:00Z','source':{'id':'nbs'}");
        simulation.accept(typed);
        simulation.accept(new Correction(
                FactId.of(typed), Correction.State.VOID, "26.4 for 2.64", Instant.parse("2024-03-01T00:00:00Z")));

        assertThat(simulation.transitions())
                .extracting(Transition::message)
                .containsExactly(
                        "China's R&D intensity of 2023 is 26.4: at least 2.6",
                        "China's R&D intensity of 2023 is not known any more: it never was at least 2.6");
    }

    @Test
    void aCountRisesAndFallsAndIsNotRevised() {
        rule("{'id':'busy','series':{'indicator':'policy-activity','frequency':'A'},'when':{'value':{'atLeast':1}}}");
        simulation.accept(policy("one", "2024", "2024-02-01"));
        simulation.accept(policy("two", "2024", "2024-02-02"));
        simulation.accept(policy("two", "2023", "2024-02-03"));

        assertThat(simulation.transitions())
                .extracting(Transition::message)
                .containsExactly(
                        "China's policy activity of 2024 is 1: at least 1",
                        "China's policy activity of 2024 rose from 1 to 2: at least 1",
                        "China's policy activity of 2024 fell from 2 to 1: at least 1");
    }

    private static Message policy(String id, String occurred, String day) {
        return new PolicyCodec()
                .read(("{'id':'" + id + "','title':'t','area':'CHN','kind':'funding','stance':'support','occurred':'"
                                + occurred + "','published':'" + day + "T00:00:00Z','source':{'id':'s'}}")
                        .replace('\'', '"')
                        .getBytes(UTF_8));
    }

    private void rule(String json) {
        simulation.apply(
                new RuleCodec().read(json.replace('\'', '"').getBytes(UTF_8)), Instant.parse("2000-01-01T00:00:00Z"));
    }

    private void observe(String fields) {
        simulation.accept(observation(fields));
    }

    private static Message observation(String fields) {
        return new IndicatorCodec()
                .read(("{'indicator':'rd-intensity','area':'CHN'," + fields + "}")
                        .replace('\'', '"')
                        .getBytes(UTF_8));
    }
}
