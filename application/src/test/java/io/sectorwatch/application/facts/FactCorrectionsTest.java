package io.sectorwatch.application.facts;

import static io.sectorwatch.application.facts.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactCorrectionsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final ListedFact ONE = fact("aaaaaaaa11111111aaaaaaaa11111111");
    private static final ListedFact OTHER = fact("aaaaaaaa22222222aaaaaaaa22222222");
    private static final ListedFact THIRD = fact("bbbbbbbb11111111aaaaaaaa11111111");

    @Test
    void aFactIsChosenByWhatTellsItFromTheOthers() {
        FactChoice choice = new FactChoice(List.of("BBBBBBBB", "aaaaaaaa2", THIRD.id()));

        assertThat(choice.has(ONE.id())).isFalse();
        assertThat(choice.has(OTHER.id())).isTrue();
        assertThat(choice.among(List.of(OTHER, THIRD)))
                .as("each once, in the order of the choice")
                .containsExactly(THIRD, OTHER);
    }

    @Test
    void everyIdThatIsUnknownOrOfSeveralFactsIsNamed() {
        FactChoice choice = new FactChoice(List.of("aaaaaaaa", "bbbbbbbb", "cccccccc"));

        assertThatExceptionOfType(FactCorrectionException.class)
                .isThrownBy(() -> choice.among(List.of(ONE, OTHER, THIRD)))
                .withMessage("aaaaaaaa is the beginning of several ids: " + ONE.id() + ", " + OTHER.id()
                        + "; no fact has the id cccccccc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aaaaaaa", "aaaaaaag", "rd-intensity", "aaaaaaaa11111111aaaaaaaa111111112"})
    void whatIsNoBeginningOfAnIdIsRefused(String id) {
        assertThatExceptionOfType(FactCorrectionException.class)
                .isThrownBy(() -> new FactChoice(List.of("aaaaaaaa", id)))
                .withMessageStartingWith("'" + id + "' is not the id of a fact: 32 hexadecimal digits");
    }

    @Test
    void whatIsInTheStateAlreadyIsNotCorrected() {
        ListedFact isVoid = corrected(ONE, State.VOID, NOON.minusSeconds(1));

        FactCorrections.Outcome outcome =
                FactCorrections.outcome(List.of(isVoid, OTHER), State.VOID, "typed wrong", NOON);

        assertThat(outcome.unchanged()).containsExactly(isVoid);
        assertThat(outcome.corrected())
                .containsExactly(new ListedFact(
                        OTHER.id(), OTHER.fact(), null, new Correction(OTHER.id(), State.VOID, "typed wrong", NOON)));
        assertThat(FactCorrections.outcome(List.of(OTHER), State.VALID, "why", NOON)
                        .unchanged())
                .containsExactly(OTHER);
    }

    @Test
    void aCorrectionIsNewerThanTheOneBeforeWhateverTheClockSays() {
        ListedFact isVoid = corrected(ONE, State.VOID, NOON);

        List<ListedFact> valid = FactCorrections.outcome(List.of(isVoid), State.VALID, "again", NOON)
                .corrected();

        assertThat(valid)
                .containsExactly(new ListedFact(
                        ONE.id(),
                        ONE.fact(),
                        null,
                        new Correction(ONE.id(), State.VALID, "again", NOON.plusMillis(1))));
    }

    private static ListedFact corrected(ListedFact fact, State state, Instant at) {
        return new ListedFact(fact.id(), fact.fact(), fact.release(), new Correction(fact.id(), state, "why", at));
    }

    private static ListedFact fact(String id) {
        return new ListedFact(id, figure("CHN", "2023"), null, null);
    }
}
