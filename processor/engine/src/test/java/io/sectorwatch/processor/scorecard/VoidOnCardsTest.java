package io.sectorwatch.processor.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.EngineState;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Scorecard;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is made void goes from the scorecards too. */
class VoidOnCardsTest {
    private final Engine engine = new Engine(EngineState.NOTHING);
    private final Slicer slicer = new Slicer(engine);
    private final SortedMap<String, Scorecard> slices = new TreeMap<>();

    @Test
    void theOnlyFigureOfASeries() {
        Observation figure = (Observation) new IndicatorCodec()
                .read(json(
                        "{'indicator':'x','area':'CHN','period':'2023','value':540,'published':'2024-02-01T00:00:00Z',"
                                + "'source':{'id':'s'}}"));
        assertThat(cardAfter(figure).indicators()).hasSize(1);

        assertThat(cardAfter(voiding(FactId.of(figure))).indicators()).isEmpty();
    }

    @Test
    void theOnlyPolicyEventOfASector() {
        PolicyEvent event = new PolicyCodec()
                .read(json("{'id':'p','title':'t','area':'CHN','sectors':['economy'],'kind':'funding','instruments':[],"
                        + "'actors':[],'stance':'support','occurred':'2023-12','published':'2024-02-01T00:00:00Z',"
                        + "'source':{'id':'s'}}"));
        assertThat(cardAfter(event).policies().total().events()).isEqualTo(1);

        Scorecard card = cardAfter(voiding(FactId.of(event)));

        assertThat(card.policies().total().events()).isZero();
        assertThat(card.policies().trailingYear().events()).isZero();
    }

    private Scorecard cardAfter(Message message) {
        engine.observe(message);
        slicer.of(engine.takeShown(Integer.MAX_VALUE)).forEach(slice -> slices.put(slice.part(), slice.card()));
        return Cards.merge(slices);
    }

    private static Message voiding(String fact) {
        return new AboutFactsCodec()
                .read(json("{'fact':'" + fact
                        + "','state':'void','because':'typed wrongly','at':'2024-03-01T00:00:00Z'}"));
    }

    private static byte[] json(String withApostrophes) {
        return withApostrophes.replace('\'', '"').getBytes(UTF_8);
    }
}
