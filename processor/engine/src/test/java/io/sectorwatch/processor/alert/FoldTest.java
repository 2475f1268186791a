package io.sectorwatch.processor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.kind.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Periods are letters, the first one is 1: T the condition is true, F it is false and clearing is true, P both are possible,
 * h it is false and clearing too, which is inside the hysteresis, m it is false and clearing is possible, . not defined.
 */
class FoldTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing holds,                           FF,     none,  none",
        "it begins where it holds,                FT,     2..2,  none",
        "it goes on,                              TTT,    1..3,  none",
        "it ends where it is cleared,             TTF,    none,  1..2 at 3",
        "it stays inside the hysteresis,          Thh,    1..3,  none",
        "and ends beyond,                         ThF,    none,  1..2 at 3",
        "the hysteresis begins nothing,           hh,     none,  none",
        "what may clear does not,                 Tm,     1..2,  none",
        "nor what is possible altogether,         TP,     1..2,  none",
        "what is undefined begins nothing,        ..,     none,  none",
        "nor is it a part,                        T..,    1..1,  none",
        "nor an end,                              T.T,    1..3,  none",
        "the last part is the last defined,       TT.F,   none,  1..2 at 4",
        "another begins after the end,            TFT,    3..3,  1..1 at 2",
        "and the latest end is remembered,        TFTF,   none,  3..3 at 4",
        "what is possible begins,                 FP,     2..2,  none"
    })
    void anEpisodeIsARunOfPeriods(String rule, String periods, String open, String ended) {
        assertThat(told(folded(periods, 1, true))).as(rule).isEqualTo(open + ", " + ended);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "two are wanted,                          T,      none,  none",
        "and the episode begins at the first,     FTT,    2..3,  none",
        "in a row,                                TFT,    none,  none",
        "the hysteresis breaks the row,           ThT,    none,  none",
        "what is undefined does not,              T.T,    1..3,  none",
        "what is possible counts,                 PT,     1..2,  none",
        "after an end the row begins anew,        TTFT,   none,  1..2 at 3",
        "to be as long again,                     TTFTT,  4..5,  1..2 at 3"
    })
    void aConditionMayHaveToHoldForSomePeriodsInARow(String rule, String periods, String open, String ended) {
        assertThat(told(folded(periods, 2, true))).as(rule).isEqualTo(open + ", " + ended);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "it begins nothing,                       1, P,     none,  none",
        "it does not count,                       2, TP,    none,  none",
        "nor does it break the row,               2, TPT,   1..3,  none",
        "what is open it keeps,                   1, TP,    1..2,  none",
        "what has ended it does not begin again,  1, TFP,   none,  1..1 at 2"
    })
    void whatIsPossibleMayBeHeld(String rule, int wanted, String periods, String open, String ended) {
        assertThat(told(folded(periods, wanted, false))).as(rule).isEqualTo(open + ", " + ended);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, false", "1, 3, true", "3, 3, true", "4, 4, true", "5, 9, true", "6, 9, false", "1, 9, true"})
    void anEndedEpisodeOverlapsWhatSharesAPeriodWithIt(int from, int to, boolean overlaps) {
        assertThat(new Fold.Ended(3, 5, 6).overlaps(from, to)).isEqualTo(overlaps);
    }

    @Test
    void whereNoneHasEndedNothingOverlaps() {
        assertThat(new Fold().ended().overlaps(Integer.MIN_VALUE, Integer.MAX_VALUE))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"TTF", "TFT", "T", "TT.", "FT"})
    void onesCopyGoesOnAsItself(String periods) {
        Fold fold = folded(periods, 2, true);
        Fold copy = folded("TFTTFT", 1, true);
        copy.set(fold);

        for (int period = periods.length() + 1; period < periods.length() + 5; period++) {
            assertThat(told(copy)).isEqualTo(told(fold));
            step(fold, period, period % 3 == 0 ? 'F' : 'T', 2, true);
            step(copy, period, period % 3 == 0 ? 'F' : 'T', 2, true);
        }
    }

    private static Fold folded(String periods, int wanted, boolean raisesOnPossible) {
        Fold fold = new Fold();
        for (int i = 0; i < periods.length(); i++) {
            step(fold, i + 1, periods.charAt(i), wanted, raisesOnPossible);
        }
        return fold;
    }

    private static void step(Fold fold, int period, char letter, int wanted, boolean raisesOnPossible) {
        if (letter == '.') {
            return;
        }
        Truth condition = switch (letter) {
            case 'T' -> Truth.TRUE;
            case 'P' -> Truth.POSSIBLE;
            default -> Truth.FALSE;
        };
        Truth clearing = switch (letter) {
            case 'F' -> Truth.TRUE;
            case 'P', 'm' -> Truth.POSSIBLE;
            default -> Truth.FALSE;
        };
        fold.step(period, condition, clearing, wanted, raisesOnPossible);
    }

    private static String told(Fold fold) {
        Fold.Ended ended = fold.ended();
        return (fold.active() ? fold.since() + ".." + fold.last() : "none") + ", "
                + (ended.first() == Fold.NONE
                        ? "none"
                        : ended.first() + ".." + ended.last() + " at " + ended.clearedAt());
    }
}
