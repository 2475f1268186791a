package io.sectorwatch.processor.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Series whose scorecards may have to say something else are taken in portions, the ones that have waited longest first. */
class ShownSeriesTest {
    private final Engine engine = new Engine(EngineState.NOTHING);
    private int value;

    @Test
    void eachComesOnceInThePortionsAskedFor() {
        for (String area : List.of("CHN", "USA", "DEU", "CHN", "FRA")) {
            figure(area);
        }

        assertThat(take(2)).containsExactly("CHN", "USA");
        assertThat(take(2)).containsExactly("DEU", "FRA");
        assertThat(engine.shownCount()).isZero();
        assertThat(take(2)).isEmpty();
    }

    @Test
    void whatHasChangedAgainWaitsAgain() {
        figure("CHN");
        figure("USA");

        assertThat(take(1)).containsExactly("CHN");
        figure("CHN");

        assertThat(take(1)).containsExactly("USA");
        assertThat(take(1)).containsExactly("CHN");
    }

    @Test
    void aBenchmarkBringsWhatIsComparedWithIt() {
        figure("CHN");
        figure("USA");
        engine.apply(
                new RuleCodec()
                        .read(json(
                                "{'id':'gap','title':'t','severity':'info','when':{'gap':{'to':{'area':'OECD'},'above':0}},"
                                        + "'series':{'indicator':'x','areas':['CHN','USA']}}")),
                Instant.parse("2024-03-01T00:00:00Z"));
        take(Integer.MAX_VALUE);

        figure("OECD");

        assertThat(take(1)).containsExactly("OECD", "CHN", "USA");
        assertThat(engine.shownCount()).isZero();
    }

    private void figure(String area) {
        engine.observe(new IndicatorCodec()
                .read(json("{'indicator':'x','area':'" + area + "','period':'2023','value':" + ++value
                        + ",'published':'2024-02-01T00:00:00Z','source':{'id':'s'}}")));
    }

    private List<String> take(int most) {
        return engine.takeShown(most).stream().map(SeriesKey::area).toList();
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
