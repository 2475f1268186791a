package io.sectorwatch.processor.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTest {
    private static final Set<String> FORECASTS = Set.of("F");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the most trusted though it is older, 'oecd,nbs', CHN 2022 2.5 2023-01-15 source=oecd;CHN 2022 2.6 2023-02-01, 2.5",
        "the less trusted where the other is silent, 'oecd,nbs', CHN 2021 2.5 2023-01-15 source=oecd;CHN 2022 2.6 2023-02-01, 2.6",
        "nobody who is not listed, 'oecd,nbs', CHN 2022 2.7 2023-01-01 source=press, nothing",
        "of one source the newest, 'oecd,nbs', CHN 2022 2.5 2023-01-15 source=oecd;CHN 2022 2.4 2023-02-15 source=oecd;CHN 2022 2.6 2023-03-01, 2.4",
        "the withdrawal of the most trusted, 'oecd,nbs', CHN 2022 - 2023-01-15 source=oecd;CHN 2022 2.6 2023-02-01, withdrawn",
        "without a list all alike, , CHN 2022 2.5 2023-01-15 source=oecd;CHN 2022 2.6 2023-02-01 source=press, 2.6",
    })
    void ofEachPeriodOnlyTheMostTrustedSourceCounts(
            String which, @Nullable String trust, String figures, String expected) {
        View view = view(trust == null ? null : List.of(trust.split(",")), FORECASTS, figures.split(";"));

        assertThat(told(view, view.current(ordinal(2022)))).as(which).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a forecast, CHN 2022 2.5 2023-01-01;CHN 2022 2.7 2023-02-01 status=F, 2.5",
        "one of several codes, CHN 2022 2.5 2023-01-01;CHN 2022 2.7 2023-02-01 status=E+F, 2.5",
        "not a provisional one, CHN 2022 2.5 2023-01-01;CHN 2022 2.7 2023-02-01 status=P, 2.7",
        "never a withdrawal, CHN 2022 2.5 2023-01-01;CHN 2022 - 2023-02-01 status=F, withdrawn",
    })
    void aStatusHidesVintages(String which, String figures, String expected) {
        View view = view(null, FORECASTS, figures.split(";"));

        assertThat(told(view, view.current(ordinal(2022)))).as(which).isEqualTo(expected);
    }

    @Test
    void aHiddenVintageOfATrustedSourceLetsTheNextOneSpeak() {
        View view = view(
                List.of("oecd", "nbs"),
                FORECASTS,
                "CHN 2022 2.5 2023-01-01 source=oecd status=F",
                "CHN 2022 2.6 2023-02-01");

        assertThat(told(view, view.current(ordinal(2022)))).isEqualTo("2.6");
    }

    @Test
    void aWithdrawnPeriodIsKnownAndHasNoValue() {
        View view =
                view(null, FORECASTS, "CHN 2021 2.5 2022-01-01", "CHN 2022 2.6 2023-01-01", "CHN 2022 - 2023-02-01");

        assertThat(view.current(ordinal(2022))).isNotEqualTo(View.NONE);
        assertThat(view.valued(ordinal(2022))).isEqualTo(View.NONE);
        assertThat(told(view, view.last())).isEqualTo("withdrawn");
        assertThat(view.current(ordinal(2023))).isEqualTo(View.NONE);
    }

    @ParameterizedTest
    @CsvSource({"2019, nothing", "2020, 1", "2021, 1", "2022, 1", "2023, 4", "2024, 4", "2030, 4"})
    void theGreatestKnownPeriodUpToOneIsFound(int period, String expected) {
        View view = view(
                null,
                FORECASTS,
                "CHN 2020 1 2021-01-01",
                "CHN 2021 2 2022-01-01",
                "CHN 2021 - 2022-02-01",
                "CHN 2022 3 2023-01-01 status=F",
                "CHN 2023 4 2024-01-01");

        assertThat(told(view, view.valuedUpTo(ordinal(period)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the one before, , CHN 2022 2.5 2023-01-01;CHN 2022 2.6 2023-02-01;CHN 2022 2.7 2023-03-01, 2.6",
        "not the same figure published again, , CHN 2022 2.5 2023-01-01;CHN 2022 2.7 2023-02-01;CHN 2022 2.7 2023-03-01 source=oecd, 2.5",
        "but a bound at the same number, , CHN 2022 >2.7 2023-02-01;CHN 2022 2.7 2023-03-01, 2.7",
        "over a withdrawal, , CHN 2022 2.5 2023-01-01;CHN 2022 - 2023-02-01;CHN 2022 2.7 2023-03-01, 2.5",
        "not a hidden one, , CHN 2022 2.5 2023-01-01;CHN 2022 2.6 2023-02-01 status=F;CHN 2022 2.7 2023-03-01, 2.5",
        "under trust of the same source, 'oecd,nbs', CHN 2022 2.4 2023-01-01 source=oecd;CHN 2022 2.5 2023-02-01;CHN 2022 2.7 2023-03-01 source=oecd, 2.4",
        "never of another period, , CHN 2021 2.5 2022-01-01;CHN 2022 2.7 2023-03-01, nothing",
    })
    void theFigureBeforeIsTheNewestThatSaidSomethingElse(
            String which, @Nullable String trust, String figures, String expected) {
        View view = view(trust == null ? null : List.of(trust.split(",")), FORECASTS, figures.split(";"));

        assertThat(told(view, view.previous(view.current(ordinal(2022)))))
                .as(which)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "by another vintage, , CHN 2022 2.5 2023-01-01;CHN 2022 2.6 2023-02-01, true",
        "by a withdrawal, , CHN 2022 2.6 2022-12-01;CHN 2022 - 2023-02-01, true",
        "not by itself, , CHN 2021 2.5 2022-01-01;CHN 2022 2.6 2023-02-01, false",
        "not by what is hidden, , CHN 2022 2.5 2023-01-01 status=F;CHN 2022 2.6 2023-02-01, false",
        "not by who is not listed, nbs, CHN 2022 2.5 2023-01-01 source=press;CHN 2022 2.6 2023-02-01, false",
    })
    void aPeriodIsKnownByWhatTheRuleSees(String how, @Nullable String trust, String figures, boolean known) {
        View view = view(trust == null ? null : List.of(trust.split(",")), FORECASTS, figures.split(";"));

        int last = view.history().size() - 1;
        assertThat(view.said(view.history().period(last), row -> row != last).isEmpty())
                .as(how)
                .isEqualTo(!known);
    }

    @Test
    void theLastKnownPeriodIsTheLastThatTheRuleSees() {
        View view = view(
                List.of("nbs"),
                FORECASTS,
                "CHN 2021 2.5 2022-01-01",
                "CHN 2022 2.6 2023-01-01 source=press",
                "CHN 2023 2.7 2024-01-01 status=F");

        assertThat(told(view, view.last())).isEqualTo("2.5");
        assertThat(view(null, FORECASTS).last()).isEqualTo(View.NONE);
    }

    @Test
    void aFigureIsToldWithItsSeriesWhereThatIsAnother() {
        View view = view(null, FORECASTS, "CHN 2022 >2.6 2023-01-01 status=P");

        assertThat(view.figure(0, true).series()).isNull();
        assertThat(view.figure(0, false)).satisfies(figure -> {
            assertThat(figure.series()).isEqualTo(SeriesKey.parse("rd-intensity/CHN/economy/A"));
            assertThat(figure.period()).hasToString("2022");
            assertThat(figure.value()).isEqualByComparingTo("2.6");
            assertThat(figure.comparator()).hasToString("MORE");
            assertThat(figure.status()).containsExactly("P");
            assertThat(figure.published()).isEqualTo("2023-01-01T00:00:00Z");
            assertThat(figure.source()).isEqualTo("nbs");
        });
    }

    private static View view(@Nullable List<String> trust, Set<String> hidden, String... figures) {
        return new View(Vintages.history(figures), trust, hidden);
    }

    private static String told(View view, int row) {
        if (row == View.NONE) {
            return "nothing";
        }
        return view.history().hasValue(row) ? String.valueOf(view.history().value(row)) : "withdrawn";
    }

    private static int ordinal(int year) {
        return Vintages.of("CHN " + year + " 1 2024-01-01").period().ordinal();
    }
}
