package io.sectorwatch.ingest.format.worldbankjson;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.JsonOutline;
import io.sectorwatch.ingest.format.worldbank.PageHeader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads observations as the World Bank's API v2 answers them in JSON: an array of a page's header and its rows, or, asked for
 * its sources, an object whose rows name their variables. A field of an
 * inner object has the component {@code indicator.id}; the data set is called by the indicator. A row's line is the number of
 * the observation.
 */
public final class WorldBankJson implements RowFormat {
    private static final Set<String> OF_A_PAGE = Set.of("page", "pages");
    private static final Set<String> OF_SOURCES = Set.of("pages", "source");
    private static final String OF_AN_ERROR = "message";
    private static final Set<String> WHAT_IT_SAYS = Set.of(OF_AN_ERROR, "error", "errors");

    @Override
    public String name() {
        return "world-bank-json";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.JSON;
    }

    @Override
    public Likeness recognise(Beginning beginning) throws UnreadableException {
        JsonOutline json = JsonOutline.of(beginning);
        if (json.isArray() && json.saysAny(Set.of(OF_AN_ERROR))) {
            throw new UnreadableException("this is an error message of the World Bank: " + json.said(WHAT_IT_SAYS));
        }
        boolean isOfSources = json.isObject() && json.names().containsAll(OF_SOURCES);
        return isOfSources || json.isArray() && json.hasAny(OF_A_PAGE) ? Likeness.LIKELY : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        JsonInput json = new JsonInput(in);
        if (json.next() == JsonToken.START_OBJECT) {
            new SourceAnswer(name, json, rows).read();
        } else {
            new Page(name, json, rows).read();
        }
    }

    private static final class Page {
        private static final String INDICATOR = "indicator.id";
        private static final int MOST_FIELDS = 100;
        // Known beforehand, so that every answer begins with the same components.
        private static final List<String> COMPONENTS = List.of(
                INDICATOR,
                "indicator.value",
                "country.id",
                "country.value",
                "countryiso3code",
                DataSet.TIME_PERIOD,
                DataSet.OBS_VALUE,
                "unit",
                "obs_status",
                "decimal");

        private final String source;
        private final JsonInput json;
        private final Rows rows;
        private final GrowingRow row;
        private final Map<String, @Nullable String> header = new LinkedHashMap<>();
        private final Map<String, @Nullable String> fields = new LinkedHashMap<>();
        private @Nullable Instant published;
        private @Nullable String indicator;
        private @Nullable String contradiction;
        private boolean begun;
        private long count;

        Page(String source, JsonInput json, Rows rows) {
            this.source = source;
            this.json = json;
            this.rows = rows;
            this.row = new GrowingRow(source, rows, () -> count);
        }

        void read() throws IOException {
            json.array("the World Bank's answer", place -> {
                switch (place) {
                    case 0 -> header();
                    case 1 -> json.array("the list of observations", ignored -> observation());
                    default -> throw json.unreadable("after the page's header and rows something follows");
                }
            });
            json.requireEnd();
            if (header.isEmpty()) {
                throw json.unreadable("this is no answer of the World Bank's API: it has no page header");
            }
            if (!begun) {
                begin(null);
            }
            row.finish();
            requireAll();
        }

        private void header() throws IOException {
            json.object("the page's header", field -> {
                if (field.equals("message")) {
                    throw json.unreadable("this is an error message of the World Bank's API: " + message());
                }
                put(header, field, json.scalar());
            });
            String pages = header.get("pages");
            if (pages == null) {
                throw json.unreadable("this is no answer of the World Bank's API: its first element has no 'pages'");
            }
            PageHeader page = page();
            if (page.isPart().isPresent()) {
                throw json.unreadable(page.isPart().get());
            }
            published = page.published(
                    fault -> rows.rejected(new Rejection(source, json.line(), fault, Excerpt.of(page.updated()))));
        }

        private PageHeader page() {
            return new PageHeader(
                    header.get("page"), header.get("pages"), header.get("total"), header.get("lastupdated"));
        }

        private String message() throws IOException {
            StringBuilder text = new StringBuilder();
            json.array(
                    "'message'",
                    place -> json.object("a message", field -> {
                        if (field.equals("value") && text.isEmpty()) {
                            text.append(Excerpt.ofReason(json.scalar()));
                        }
                    }));
            return text.toString();
        }

        private void observation() throws IOException {
            count++;
            fields.clear();
            contradiction = null;
            if (json.token() != JsonToken.START_OBJECT) {
                rows.rejected(new Rejection(source, count, "this is no object {…}", Excerpt.of(json.scalar())));
                return;
            }
            json.object("an observation", field -> {
                if (json.token() == JsonToken.START_OBJECT) {
                    json.object(field, inner -> put(fields, field + "." + inner, json.scalar()));
                } else {
                    put(fields, component(field), json.scalar());
                }
            });
            if (!fields.containsKey(DataSet.TIME_PERIOD) || !fields.containsKey(DataSet.OBS_VALUE)) {
                notAnObservation();
                return;
            }
            give();
        }

        private void notAnObservation() throws UnreadableException {
            if (count == 1) {
                throw json.unreadable("these are no observations, which have a 'date' and a 'value': the first has "
                        + Excerpt.ofReason(fields.keySet().toString()));
            }
            rows.rejected(new Rejection(
                    source,
                    count,
                    "an observation has a 'date' and a 'value', and this has not both",
                    fields.toString()));
        }

        private void give() throws UnreadableException {
            String named = fields.get(INDICATOR);
            if (!begun || (named != null && !named.equals(indicator))) {
                begin(named);
            }
            row.enter(GrowingRow.OBSERVATION);
            for (Map.Entry<String, @Nullable String> field : fields.entrySet()) {
                row.set(GrowingRow.OBSERVATION, row.place(field.getKey()), field.getValue());
            }
            if (contradiction != null) {
                row.reject(GrowingRow.OBSERVATION, contradiction);
            }
            row.emit();
        }

        private void begin(@Nullable String named) throws UnreadableException {
            begun = true;
            indicator = named;
            row.begin(named, published, DataSet.Action.INFORMATION);
            for (String component : COMPONENTS) {
                row.place(component);
            }
        }

        private void put(Map<String, @Nullable String> into, String field, @Nullable String value) throws IOException {
            if (into.size() == MOST_FIELDS) {
                throw json.unreadable("an object has more than " + MOST_FIELDS + " fields");
            }
            String text = "NaN".equals(value) ? null : value;
            if (into.containsKey(field) && contradiction == null) {
                contradiction = Excerpt.of(field) + " is given twice";
            }
            into.put(field, text);
        }

        // The header counts all its observations, which shows what was cut out afterwards.
        private void requireAll() {
            page().lacks(count).ifPresent(lack -> rows.rejected(new Rejection(source, count, lack, header.toString())));
        }

        private static String component(String field) {
            return switch (field) {
                case "date" -> DataSet.TIME_PERIOD;
                case "value" -> DataSet.OBS_VALUE;
                default -> field;
            };
        }
    }
}
