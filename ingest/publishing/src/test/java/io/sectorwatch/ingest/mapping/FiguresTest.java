package io.sectorwatch.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.FigureMarks.Mark;
import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    private static final Figures PLAIN = new Figures(FigureMarks.UNSAID, Set.of("n.a."), BigDecimal.ONE);
    private static final Figures COMMA =
            new Figures(new FigureMarks(Mark.COMMA, null, false), Set.of(), BigDecimal.ONE);

    @ParameterizedTest
    @CsvSource({
        "2.60, 2.6",
        "-0.12, -0.12",
        "0, 0",
        "-0.00, 0",
        "1.55291E-05, 0.0000155291",
        "1e3, 1000",
        "+2.5, 2.5",
        ".5, 0.5",
        "5., 5",
        "2779092236505.85, 2779092236505.85",
        "999999999999999999, 999999999999999999",
        "0.1234567890123456789, 0.1234567890123456789",
        "' 2.79 ', 2.79"
    })
    void readsWhatPublishersWrite(String written, BigDecimal figure) {
        assertThat(PLAIN.parse(written)).isEqualTo(Decimals.canonical(figure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ":", "..", "n.a."})
    void takesAMarkForNoFigure(String written) {
        assertThat(PLAIN.parse(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1e400, exponent",
        "1e-400, exponent",
        "1e999999999999, not a number",
        "NaN, a calculation that went wrong",
        "nan, a calculation that went wrong",
        "INF, infinite",
        "-Infinity, infinite",
        "2.6 p, not a number",
        "'1,234.5', not a number",
        "0x10, not a number",
        "1.2.3, not a number"
    })
    void refusesWhatIsNoFigureOfAStatistic(String written, String reason) {
        assertThatThrownBy(() -> PLAIN.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnEndlessFigureAtOnce() {
        assertThatThrownBy(() -> PLAIN.parse("1".repeat(10_000_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the figure has 10000000 characters");
    }

    @Test
    void readsACommaOnlyWhereThatIsSaid() {
        assertThat(COMMA.parse("2,60")).isEqualTo(new BigDecimal("2.6"));
        assertThat(COMMA.parse("7")).isEqualTo(new BigDecimal("7"));
        assertThatThrownBy(() -> COMMA.parse("1.234,5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLAIN.parse("2,60"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value: {decimal: comma}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12,345       | comma      | 12345
            1,234,567.5  | comma      | 1234567.5
            12,34,567    | comma      | 1234567
            0.125        | comma      | 0.125
            1.234.567,5  | point      | 1234567.5
            1.234        | point      | 1234
            1 234,5      | space      |
            1 234.5      | space      | 1234.5
            1\u202f234.5  | space      | 1234.5
            1’234.50     | apostrophe | 1234.5
            −1,234       | comma      | -1234
            1,234-       | comma      | -1234
            1,23         | comma      |
            1,2345       | comma      |
            1,234 567    | comma      |
            0,123        | comma      |
            """)
    void readsThousandsAsTheMappingSays(String written, String thousands, @Nullable String figure) {
        Figures figures = new Figures(
                new FigureMarks(null, Mark.valueOf(thousands.toUpperCase(Locale.ROOT)), false),
                Set.of(),
                BigDecimal.ONE);
        if (figure == null) {
            assertThatThrownBy(() -> figures.parse(written)).hasMessageContaining("is not a number");
        } else {
            assertThat(figures.parse(written)).isEqualTo(new BigDecimal(figure));
        }
    }

    @Test
    void readsBothMarksAsTheMappingSays() {
        Figures french = new Figures(new FigureMarks(Mark.COMMA, Mark.SPACE, true), Set.of(), BigDecimal.ONE);
        assertThat(french.parse("1\u00a0234,50")).isEqualTo(new BigDecimal("1234.5"));
        assertThat(french.parse("(1 234,5)")).isEqualTo(new BigDecimal("-1234.5"));
        assertThat(french.parse("12,5 %")).isEqualTo(new BigDecimal("12.5"));
        assertThatThrownBy(() -> french.parse("1.5")).hasMessageContaining("with the marks that the mapping says");
        assertThatThrownBy(() -> PLAIN.parse("(5)")).hasMessageContaining("is not a number");
    }

    @Test
    void saysBothReadingsOfACommaThatMayBeEither() {
        assertThatThrownBy(() -> PLAIN.parse("1,234"))
                .hasMessageContaining("value: {thousands: comma}")
                .hasMessageContaining("value: {decimal: comma}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "–", "—", "--"})
    void doesNotTakeADashForZeroNorForNothing(String dash) {
        assertThatThrownBy(() -> PLAIN.parse(dash))
                .hasMessageContaining("exactly zero")
                .hasMessageContaining("missing: [\"" + dash + "\"]");
    }

    @Test
    void scalesExactly() {
        Figures thousandths = new Figures(FigureMarks.UNSAID, Set.of(), new BigDecimal("0.001"));
        assertThat(thousandths.parse("2660")).isEqualTo(new BigDecimal("2.66"));
        assertThat(thousandths.parse("0.1")).isEqualTo(new BigDecimal("0.0001"));
    }

    @Test
    void readsShortFiguresAsItReadsLongOnes() {
        long seed = 5;
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            String written = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(20))
                    .toPlainString();
            assertThat(PLAIN.parse(written)).as("seed %d", seed).isEqualTo(Decimals.canonical(new BigDecimal(written)));
        }
    }
}
