package io.sectorwatch.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.RandomMessages;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int MESSAGES = 3_000;

    @Test
    void keepsObservations() {
        IndicatorCodec codec = new IndicatorCodec();
        assertThatAllSurvive(codec, RandomMessages::observation);
    }

    @Test
    void keepsTicks() {
        assertThatAllSurvive(new IndicatorCodec(), RandomMessages::tick);
    }

    @Test
    void keepsPolicyEvents() {
        assertThatAllSurvive(new PolicyCodec(), RandomMessages::policy);
    }

    @Test
    void keepsWhatIsSaidAboutFactsOnEitherTopic() {
        assertThatAllSurvive(new AboutFactsCodec(), RandomMessages::release);
        assertThatAllSurvive(new AboutFactsCodec(), RandomMessages::correction);
        assertThatAllSurvive(new IndicatorCodec(), RandomMessages::release);
        assertThatAllSurvive(new IndicatorCodec(), RandomMessages::correction);
        assertThatAllSurvive(new PolicyMessageCodec(), RandomMessages::release);
        assertThatAllSurvive(new PolicyMessageCodec(), RandomMessages::correction);
        assertThatAllSurvive(new PolicyMessageCodec(), RandomMessages::policy);
    }

    @Test
    void keepsTransitions() {
        assertThatAllSurvive(new TransitionCodec(), RandomMessages::transition);
    }

    @Test
    void keepsScorecards() {
        assertThatAllSurvive(new ScorecardCodec(), RandomMessages::scorecard);
    }

    @Test
    void keepsScorecardsOfSectors() {
        assertThatAllSurvive(new SectorCardCodec(), RandomMessages::sectorCard);
    }

    private static <T, M extends T> void assertThatAllSurvive(
            MessageCodec<T> codec, Function<RandomMessages, M> messages) {
        for (long seed = 0; seed < MESSAGES; seed++) {
            M message = messages.apply(new RandomMessages(seed));
            byte[] json = codec.write(message);
            T read = codec.read(json);
            assertThat(read).as("seed %d: %s", seed, new String(json, UTF_8)).isEqualTo(message);
            assertThat(codec.write(read)).as("seed %d", seed).isEqualTo(json);
        }
    }
}
