package io.sectorwatch.benchmark.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Decimals;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** Figures and the rules about them, as the project's own messages. */
public final class Facts {
    public static final String BENCHMARK = "OECD";

    /** Before the first figure of any workload. */
    public static final Instant RULES_EFFECTIVE = Instant.EPOCH;

    private static final String[] UNITS = {"percent-of-gdp", "percent-of-total", "per-million-people"};

    public static Observation observation(Figure figure) {
        return new Observation(
                series(figure.indicator(), figure.area()),
                new Period(Frequency.A, figure.year()),
                Decimals.canonical(BigDecimal.valueOf(figure.thousandths(), 3)),
                null,
                UNITS[figure.indicator() % UNITS.length],
                Observation.NORMAL,
                Instant.ofEpochSecond(figure.published()),
                new Source("statistics-office", "table-" + figure.indicator() + "/row-" + figure.area(), null),
                null);
    }

    /** The gap of every area of an indicator to the benchmark, with hysteresis. */
    public static Rule rule(int indicator) {
        return rule(ruleId(indicator), "'indicator':'" + indicator(indicator) + "','except':['" + BENCHMARK + "']");
    }

    /** The same for chosen series; apostrophes stand for quotation marks. */
    public static Rule rule(String id, String series) {
        return new RuleCodec()
                .read(("{'id':'" + id + "','severity':'warning','series':{" + series + "},'when':{'gap':{'to':{'area':'"
                                + BENCHMARK + "'},'below':-0.5,'clear':-0.3,'maxLag':'P3Y'}}}")
                        .replace('\'', '"')
                        .getBytes(UTF_8));
    }

    public static String ruleId(int indicator) {
        return "gap-of-" + indicator(indicator);
    }

    /** The name of a series; the indicators take turns in the sectors. */
    public static SeriesKey series(int indicator, int area) {
        String sector = Topics.DEFAULT_SECTORS.get(indicator % Topics.DEFAULT_SECTORS.size());
        return new SeriesKey(indicator(indicator), area(area), sector, Frequency.A);
    }

    public static String indicator(int number) {
        return String.format(Locale.ROOT, "indicator-%03d", number);
    }

    /** The code of an area. */
    public static String area(int number) {
        return number == 0 ? BENCHMARK : String.format(Locale.ROOT, "A%03d", number);
    }

    private Facts() {}
}
