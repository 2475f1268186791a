package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.application.series.PeriodFigures;
import io.sectorwatch.application.series.SeriesSummary;
import io.sectorwatch.application.series.ShownSeries;
import io.sectorwatch.application.series.Vintage;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.SeriesKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Series as a spreadsheet or a program reads them; what has no value has no cell and no field. */
public final class SeriesText {
    /** The columns of a list. */
    public static final String LIST_HEADER =
            "series,indicator,area,sector,frequency,periods,first,last,comparator,value,unit,status,source,published";

    /** The columns of the periods of a series. */
    public static final String PERIOD_HEADER =
            "series,period,comparator,value,unit,status,published,source,locator,url,id,"
                    + "first_comparator,first_value,first_published,first_source";

    /** The columns of the vintages of a series. */
    public static final String VINTAGE_HEADER =
            "series,period,comparator,value,unit,status,published,source,locator,url,id,state,because,at";

    /** A row of {@link #LIST_HEADER}. */
    public static String forSpreadsheets(SeriesSummary summary) {
        SeriesKey key = summary.series();
        Observation newest = summary.newest();
        return CsvRow.of(
                key,
                key.indicator(),
                key.area(),
                key.sector(),
                key.frequency(),
                summary.periods(),
                summary.first(),
                newest == null ? null : newest.period(),
                newest == null ? null : comparator(newest),
                newest == null ? null : value(newest),
                newest == null ? null : newest.unit(),
                newest == null ? null : String.join(" ", newest.status()),
                newest == null ? null : newest.source().id(),
                summary.published());
    }

    /** An object for a series in a list. */
    public static String forPrograms(SeriesSummary summary) {
        return json(json -> {
            json.writeStartObject();
            json.writeStringField("series", summary.series().toString());
            json.writeNumberField("periods", summary.periods());
            if (summary.first() != null) {
                json.writeStringField("first", summary.first().toString());
            }
            if (summary.newest() != null) {
                json.writeObjectFieldStart("newest");
                write(json, summary.newest());
                json.writeEndObject();
            }
            json.writeStringField("published", summary.published().toString());
            json.writeEndObject();
        });
    }

    /** Rows of {@link #PERIOD_HEADER}. */
    public static List<String> periodsForSpreadsheets(ShownSeries series) {
        List<String> rows = new ArrayList<>();
        for (PeriodFigures period : series.periods()) {
            Vintage current = period.current();
            Vintage first = period.otherwiseAtFirst();
            if (current != null) {
                rows.add(CsvRow.of(cells(
                        current,
                        series,
                        first == null ? null : comparator(first.observation()),
                        first == null ? null : value(first.observation()),
                        first == null ? null : first.observation().published(),
                        first == null ? null : first.observation().source().id())));
            }
        }
        return rows;
    }

    /** Objects, one for each period. */
    public static List<String> periodsForPrograms(ShownSeries series) {
        List<String> objects = new ArrayList<>();
        for (PeriodFigures period : series.periods()) {
            Vintage current = period.current();
            Vintage first = period.otherwiseAtFirst();
            if (current != null) {
                objects.add(json(json -> {
                    start(json, current, series);
                    if (first != null) {
                        json.writeObjectFieldStart("first");
                        write(json, first.observation());
                        json.writeEndObject();
                    }
                    json.writeEndObject();
                }));
            }
        }
        return objects;
    }

    /** Rows of {@link #VINTAGE_HEADER}. */
    public static List<String> vintagesForSpreadsheets(ShownSeries series) {
        List<String> rows = new ArrayList<>();
        for (PeriodFigures period : series.periods()) {
            for (Vintage vintage : period.vintages()) {
                Correction correction = vintage.correction();
                rows.add(CsvRow.of(cells(
                        vintage,
                        series,
                        SeriesTable.state(vintage, period),
                        correction == null ? null : correction.because(),
                        correction == null ? null : correction.at())));
            }
        }
        return rows;
    }

    /** Objects, one for each vintage. */
    public static List<String> vintagesForPrograms(ShownSeries series) {
        List<String> objects = new ArrayList<>();
        for (PeriodFigures period : series.periods()) {
            for (Vintage vintage : period.vintages()) {
                objects.add(json(json -> {
                    start(json, vintage, series);
                    json.writeStringField("state", SeriesTable.state(vintage, period));
                    Correction correction = vintage.correction();
                    if (correction != null) {
                        json.writeStringField("because", correction.because());
                        json.writeStringField("at", correction.at().toString());
                    }
                    json.writeEndObject();
                }));
            }
        }
        return objects;
    }

    private static @Nullable Object[] cells(Vintage vintage, ShownSeries series, @Nullable Object... others) {
        Observation observation = vintage.observation();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(observation.series());
        cells.add(observation.period());
        cells.add(comparator(observation));
        cells.add(value(observation));
        cells.add(observation.unit());
        cells.add(String.join(" ", observation.status()));
        cells.add(observation.published());
        cells.add(observation.source().id());
        cells.add(observation.source().locator());
        cells.add(observation.source().url());
        cells.add(series.derived() ? null : vintage.id());
        for (Object other : others) {
            cells.add(other);
        }
        return cells.toArray();
    }

    private static void start(JsonGenerator json, Vintage vintage, ShownSeries series) throws IOException {
        json.writeStartObject();
        json.writeStringField("series", vintage.observation().series().toString());
        write(json, vintage.observation());
        if (!series.derived()) {
            json.writeStringField("id", vintage.id());
        }
    }

    private static void write(JsonGenerator json, Observation observation) throws IOException {
        json.writeStringField("period", observation.period().toString());
        if (observation.value() == null) {
            json.writeNullField("value");
        } else {
            json.writeNumberField("value", observation.value());
        }
        if (observation.comparator() != null) {
            json.writeStringField("comparator", observation.comparator().symbol());
        }
        if (observation.unit() != null) {
            json.writeStringField("unit", observation.unit());
        }
        json.writeArrayFieldStart("status");
        for (String status : observation.status()) {
            json.writeString(status);
        }
        json.writeEndArray();
        json.writeStringField("published", observation.published().toString());
        json.writeObjectFieldStart("source");
        json.writeStringField("id", observation.source().id());
        if (observation.source().locator() != null) {
            json.writeStringField("locator", observation.source().locator());
        }
        if (observation.source().url() != null) {
            json.writeStringField("url", observation.source().url());
        }
        json.writeEndObject();
    }

    private static @Nullable String comparator(Observation observation) {
        return observation.comparator() == null
                ? null
                : observation.comparator().symbol();
    }

    private static @Nullable String value(Observation observation) {
        return observation.value() == null ? null : observation.value().toPlainString();
    }

    private static String json(Json.Writer writer) {
        return new String(Json.bytes(writer), UTF_8);
    }

    private SeriesText() {}
}
