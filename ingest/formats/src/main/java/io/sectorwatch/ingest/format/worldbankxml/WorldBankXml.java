package io.sectorwatch.ingest.format.worldbankxml;

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
import io.sectorwatch.ingest.format.worldbank.PageHeader;
import io.sectorwatch.ingest.format.xml.XmlInput;
import io.sectorwatch.ingest.format.xml.XmlRoot;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads observations as the World Bank's API v2 answers them in XML, with the components of its JSON: the id of an element is
 * {@code indicator.id}, its text {@code indicator.value}.
 */
public final class WorldBankXml implements RowFormat {
    private static final String PUBLISHER = "worldbank.org";
    private static final List<String> OF_AN_ERROR = List.of("id", "key");

    @Override
    public String name() {
        return "world-bank-xml";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return List.of();
    }

    @Override
    public Likeness recognise(Beginning beginning) throws UnreadableException {
        XmlRoot root = XmlRoot.of(beginning);
        boolean isTheirs = root.nameSpace().toLowerCase(Locale.ROOT).contains(PUBLISHER);
        if (isTheirs && (root.name().equals("error") || root.name().equals("ErrorReport"))) {
            throw new UnreadableException("this is an error message of the World Bank: " + root.said(OF_AN_ERROR));
        }
        return isTheirs && root.name().equals("data") ? Likeness.CERTAIN : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        new Page(name, new XmlInput(in), rows).read();
    }

    private static final class Page {
        private static final String INDICATOR = "indicator.id";
        private static final List<String> WITH_AN_ID = List.of("indicator", "country");
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
        private final XmlInput xml;
        private final Rows rows;
        private final GrowingRow row;
        private @Nullable Instant published;
        private @Nullable String indicator;
        private boolean begun;
        private long line;
        private long count;

        Page(String source, XmlInput xml, Rows rows) {
            this.source = source;
            this.xml = xml;
            this.rows = rows;
            this.row = new GrowingRow(source, rows, () -> line);
        }

        void read() throws IOException {
            xml.nextTag();
            if (xml.name().equals("error")) {
                throw xml.unreadable("this is an error message of the World Bank: " + Excerpt.ofReason(xml.text()));
            }
            if (!xml.name().equals("data")) {
                throw xml.unreadable("this is no answer of the World Bank's API: the first element is <"
                        + Excerpt.of(xml.name()) + ">");
            }
            PageHeader header = header();
            while (xml.nextTag()) {
                if (xml.isStart()) {
                    observation();
                }
            }
            if (!begun) {
                begin(null);
            }
            row.finish();
            header.lacks(count)
                    .ifPresent(lack ->
                            rows.rejected(new Rejection(source, xml.line(), lack, String.valueOf(header.total()))));
        }

        private PageHeader header() throws IOException {
            PageHeader header = new PageHeader(
                    xml.attribute("page"),
                    xml.attribute("pages"),
                    xml.attribute("total"),
                    xml.attribute("lastupdated"));
            if (header.isPart().isPresent()) {
                throw xml.unreadable(header.isPart().get());
            }
            published = header.published(
                    fault -> rows.rejected(new Rejection(source, xml.line(), fault, Excerpt.of(header.updated()))));
            return header;
        }

        private void observation() throws IOException {
            if (!xml.name().equals("data")) {
                throw xml.unreadable("these are no observations, but <" + Excerpt.of(xml.name()) + ">");
            }
            count++;
            line = xml.line();
            if (begun) {
                row.enter(GrowingRow.OBSERVATION);
            }
            int outside = xml.depth() - 1;
            while (xml.nextTag() && xml.depth() > outside) {
                if (xml.isStart()) {
                    field(xml.name(), xml.attribute("id"));
                }
            }
            if (begun) {
                emit();
            }
        }

        private void field(String name, @Nullable String id) throws IOException {
            if (name.equals("indicator") && (!begun || id != null && !id.equals(indicator))) {
                begin(id);
                row.enter(GrowingRow.OBSERVATION);
            } else if (!begun) {
                begin(null);
                row.enter(GrowingRow.OBSERVATION);
            }
            String text = xml.text();
            if (WITH_AN_ID.contains(name)) {
                set(name + ".id", id);
                set(name + ".value", text);
            } else {
                set(component(name), text.equals("NaN") ? null : text);
            }
        }

        private void set(String component, @Nullable String text) throws IOException {
            row.set(GrowingRow.OBSERVATION, row.place(component), text);
        }

        private void emit() throws IOException {
            if (row.at(GrowingRow.OBSERVATION, row.place(DataSet.TIME_PERIOD)) == null) {
                row.reject(GrowingRow.OBSERVATION, "an observation has a date, and this has none");
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

        private static String component(String field) {
            return switch (field) {
                case "date" -> DataSet.TIME_PERIOD;
                case "value" -> DataSet.OBS_VALUE;
                default -> field;
            };
        }
    }
}
