package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Decimals;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads observations field by field, in any order. Not thread-safe: it remembers texts, and the message at hand. */
final class ObservationReader {
    private static final List<String> FIELDS = List.of(
            "indicator",
            "area",
            "sector",
            "period",
            "value",
            "comparator",
            "unit",
            "status",
            "published",
            "source",
            "nextRelease");
    private static final int SHARED_WITH_RELEASES = 1 << 8 | 1 << 9 | 1 << 11 | 1 << 12 | 1 << 13;

    private final Pool indicators = new Pool(ObservationReader::observable);
    private final Pool areas = new Pool(Codes::area);
    private final Pool sectors = new Pool(Codes::sector);
    private final Pool units = new Pool(unit -> Texts.line("unit", unit));
    private final Pool sources = new Pool(id -> Codes.id("source", id));

    // What has been read so far of the message at hand.
    private int seen;
    private @Nullable String indicator;
    private @Nullable String area;
    private String sector = PolicyEvent.ECONOMY;
    private @Nullable Period period;
    private @Nullable BigDecimal value;
    private @Nullable Bound comparator;
    private @Nullable String unit;
    private @Nullable List<String> status;
    private @Nullable Instant published;
    private @Nullable Source source;
    private @Nullable LocalDate nextRelease;
    private boolean foreign;

    /**
     * Reads the rest of an object of which the name of the first field was read; null says that it has none. Null is what
     * turns out to be said about facts, before anything that only an observation has.
     */
    @Nullable
    Observation read(JsonParser parser, @Nullable String first) throws IOException {
        seen = 0;
        indicator = null;
        area = null;
        sector = PolicyEvent.ECONOMY;
        period = null;
        value = null;
        comparator = null;
        unit = null;
        status = null;
        published = null;
        source = null;
        nextRelease = null;
        foreign = false;
        for (String field = first; field != null && !foreign; field = parser.nextFieldName()) {
            field(field, parser);
        }
        return foreign ? null : checked();
    }

    private void field(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "indicator" -> {
                once(field, 0);
                indicator = Tokens.pooled(field, parser, indicators);
            }
            case "area" -> {
                once(field, 1);
                area = Tokens.pooled(field, parser, areas);
            }
            case "sector" -> {
                once(field, 2);
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    sector = Tokens.pooledHere(field, parser, sectors);
                }
            }
            case "period" -> {
                once(field, 3);
                period = Tokens.parsed(field, Tokens.text(field, parser), Period::parse);
            }
            case "value" -> {
                once(field, 4);
                value = number(parser);
            }
            case "comparator" -> {
                once(field, 5);
                String symbol = Tokens.optionalText(field, parser);
                comparator = symbol == null ? null : Tokens.parsed(field, symbol, Bound::of);
            }
            case "unit" -> {
                once(field, 6);
                if (parser.nextToken() != JsonToken.VALUE_NULL) {
                    unit = Tokens.pooledHere(field, parser, units);
                }
            }
            case "status" -> {
                once(field, 7);
                status = status(parser);
            }
            case "published" -> {
                once(field, 8);
                published = Tokens.parsed(field, Tokens.text(field, parser), Instants::parse);
            }
            case "source" -> {
                once(field, 9);
                source = source(parser);
            }
            case "nextRelease" -> {
                once(field, 10);
                String day = Tokens.optionalText(field, parser);
                nextRelease = day == null ? null : Tokens.parsed(field, day, ObservationReader::day);
            }
            default -> {
                foreign = (seen & ~SHARED_WITH_RELEASES) == 0 && AboutFactsCodec.FIELDS.contains(field);
                if (!foreign) {
                    throw new MalformedMessageException(
                            "unknown field '" + field + "'" + Suggestion.among(FIELDS, field));
                }
            }
        }
    }

    private Observation checked() {
        if (indicator == null
                || area == null
                || period == null
                || published == null
                || source == null
                || (seen & 1 << 4) == 0) {
            throw new MalformedMessageException("field '" + missing() + "' is missing");
        }
        if (value == null) {
            if (comparator != null) {
                throw new MalformedMessageException("a comparator without a value");
            }
            status = status == null || status.equals(Observation.NORMAL) ? Observation.MISSING : status;
        } else if (status != null && (status.contains("M") || status.contains("O"))) {
            throw new MalformedMessageException("a value with the status of a missing one (" + String.join(", ", status)
                    + "): withdraw with \"value\": null");
        }
        Century.check(period, published);
        return new Observation(
                new SeriesKey(indicator, area, sector, period.frequency()),
                period,
                value,
                comparator,
                unit,
                status == null ? Observation.NORMAL : status,
                published,
                source,
                nextRelease);
    }

    private String missing() {
        if (indicator == null) {
            return "indicator";
        }
        if (area == null) {
            return "area";
        }
        if (period == null) {
            return "period";
        }
        if (published == null) {
            return "published";
        }
        return source == null ? "source" : "value";
    }

    private void once(String field, int bit) {
        if ((seen & 1 << bit) != 0) {
            throw new MalformedMessageException("field '" + field + "' stands twice");
        }
        seen |= 1 << bit;
    }

    private Source source(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedMessageException("field 'source' is not an object");
        }
        String id = null;
        String locator = null;
        String url = null;
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            switch (field) {
                case "id" -> {
                    once("source.id", 11);
                    id = Tokens.pooled("source.id", parser, sources);
                }
                case "locator" -> {
                    once("source.locator", 12);
                    locator = place("source.locator", parser);
                }
                case "url" -> {
                    once("source.url", 13);
                    url = place("source.url", parser);
                }
                default ->
                    throw new MalformedMessageException("unknown field 'source." + field + "'"
                            + Suggestion.among(List.of("id", "locator", "url"), field));
            }
        }
        if (id == null) {
            throw new MalformedMessageException("field 'source.id' is missing");
        }
        return new Source(id, locator, url);
    }

    private static String observable(String code) {
        if (Partitions.isDerived(code)) {
            throw new IllegalArgumentException(
                    "indicator '" + code + "' is counted from policy events and cannot be observed");
        }
        return Codes.indicator(code);
    }

    private static @Nullable BigDecimal number(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw new MalformedMessageException("field 'value' is not a number");
        }
        return Tokens.parsed("value", decimal(parser), Decimals::canonical);
    }

    private static BigDecimal decimal(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            // Its exponent alone is more than a number can hold.
            throw new MalformedMessageException("field 'value': " + Decimals.TOO_LARGE);
        }
    }

    private static @Nullable List<String> status(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.START_ARRAY) {
            throw new MalformedMessageException("field 'status' is not a list");
        }
        List<String> codes = null;
        String only = null;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw new MalformedMessageException("field 'status' holds something that is not a text");
            }
            String code = parser.getText();
            if (only == null) {
                only = code;
            } else {
                codes = codes == null ? new ArrayList<>(List.of(only)) : codes;
                codes.add(code);
            }
        }
        if (codes == null) {
            return only == null || only.equals("A") ? null : List.of(Tokens.parsed("status", only, Codes::status));
        }
        codes.forEach(code -> Tokens.parsed("status", code, Codes::status));
        return List.copyOf(new TreeSet<>(codes));
    }

    private static LocalDate day(String text) {
        try {
            if (text.length() == "2024-10-31".length()) {
                return LocalDate.parse(text);
            }
            throw new DateTimeParseException("length", text, 0);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not a day: write 2024-10-31", e);
        }
    }

    private static @Nullable String place(String field, JsonParser parser) throws IOException {
        String text = Tokens.optionalText(field, parser);
        return text == null ? null : Tokens.parsed(field, text, Texts::place);
    }
}
