package io.sectorwatch.ingest.format.sdmxml;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.sdmx.SdmxActions;
import io.sectorwatch.ingest.format.sdmx.SdmxUrn;
import io.sectorwatch.ingest.format.xml.XmlInput;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data set of SDMX-ML, generic or structure-specific. The two need not be told apart: a generic series or
 * observation has no attributes of its own, and a structure-specific one no child with an id and a value.
 */
final class DataSetElement {
    // Attributes of the message, which some publishers write without their name space.
    private static final Set<String> OF_THE_MESSAGE = Set.of(
            "action",
            "dataScope",
            "publicationPeriod",
            "publicationYear",
            "reportingBegin",
            "reportingBeginDate",
            "reportingEnd",
            "reportingEndDate",
            "setID",
            "structureRef",
            "type",
            "validFrom",
            "validFromDate",
            "validTo",
            "validToDate");

    private static final String NOT_A_NUMBER = "NaN";
    private static final String BETWEEN_VALUES = ";";
    private static final int LONGEST_VALUE = 100_000;

    private final XmlInput xml;
    private final GrowingRow row;
    private int level = GrowingRow.DATA_SET;
    private boolean inSeries;
    private String atObservation = DataSet.TIME_PERIOD;

    DataSetElement(XmlInput xml, String source, Rows rows) {
        this.xml = xml;
        this.row = new GrowingRow(source, rows, xml::line);
    }

    /** Reads the data set that has just started, to its end. */
    void read(MessageHeader header) throws IOException {
        begin(header);
        int outside = xml.depth() - 1;
        while (xml.nextTag() && xml.depth() > outside) {
            if (xml.isStart()) {
                started();
            } else {
                ended();
            }
        }
        row.finish();
    }

    private void begin(MessageHeader header) throws IOException {
        MessageHeader.Structure structure = header.structure(xml.attribute("structureRef"));
        String id = structure.id();
        if (id == null) {
            id = SdmxUrn.identity(xml.nameSpace())
                    .or(() -> Optional.ofNullable(header.dataSetId()))
                    .orElse(xml.attribute("setID"));
        }
        row.begin(id, header.prepared(), action(header));
        atObservation = structure.atObservation();
        level = GrowingRow.DATA_SET;
        inSeries = false;
        attributes();
    }

    private DataSet.Action action(MessageHeader header) throws IOException {
        String word = xml.attribute("action");
        if (word == null) {
            word = header.action();
        }
        if (word == null) {
            return DataSet.Action.INFORMATION;
        }
        Optional<DataSet.Action> action = SdmxActions.of(word);
        if (action.isEmpty()) {
            throw xml.unreadable(
                    "the data set's action '" + Excerpt.of(word) + "' is none of Information, Append, Replace, Delete");
        }
        return action.get();
    }

    private void started() throws IOException {
        switch (xml.name()) {
            case "Obs" -> {
                if (!inSeries) {
                    row.enter(GrowingRow.SERIES);
                }
                enter(GrowingRow.OBSERVATION);
            }
            case "Series" -> {
                enter(GrowingRow.SERIES);
                inSeries = true;
            }
            case "Value" -> pair(xml.attribute("id"));
            case "ObsDimension" -> pair(Optional.ofNullable(xml.attribute("id")).orElse(atObservation));
            case "ObsValue" -> pair(DataSet.OBS_VALUE);
            case "Comp" -> component();
            case "SeriesKey", "ObsKey", "Attributes" -> {}
            // Attributes of groups would have to be kept for all the series that follow.
            default -> xml.skip();
        }
    }

    private void ended() throws IOException {
        switch (xml.name()) {
            case "Obs" -> {
                row.emit();
                level = inSeries ? GrowingRow.SERIES : GrowingRow.DATA_SET;
            }
            case "Series" -> {
                inSeries = false;
                level = GrowingRow.DATA_SET;
            }
            default -> {}
        }
    }

    private void enter(int entered) throws IOException {
        if (level >= entered) {
            throw xml.unreadable("<" + xml.name() + "> stands inside of another series or observation");
        }
        level = entered;
        row.enter(entered);
        attributes();
    }

    private void attributes() throws IOException {
        for (int i = 0; i < xml.attributeCount(); i++) {
            String component = xml.component(i);
            if (component != null && !OF_THE_MESSAGE.contains(component)) {
                set(component, xml.attributeValue(i));
            }
        }
    }

    private void pair(@Nullable String component) throws IOException {
        if (component == null) {
            throw xml.unreadable("<" + xml.name() + "> has no id");
        }
        set(component, xml.attribute("value"));
    }

    // SDMX 3.0 writes a component with several values as an element.
    private void component() throws IOException {
        String component = xml.attribute("id");
        if (component == null) {
            throw xml.unreadable("<" + xml.name() + "> has no id");
        }
        StringJoiner values = new StringJoiner(BETWEEN_VALUES);
        int outside = xml.depth() - 1;
        while (xml.nextTag() && xml.depth() > outside) {
            if (xml.isStart()) {
                values.add(xml.text());
            }
            if (values.length() > LONGEST_VALUE) {
                throw xml.unreadable(Excerpt.of(component) + " is longer than " + LONGEST_VALUE + " characters");
            }
        }
        set(component, values.toString());
    }

    private void set(String component, @Nullable String value) throws IOException {
        boolean missing = NOT_A_NUMBER.equals(value) && component.equals(DataSet.OBS_VALUE);
        row.set(level, row.place(component), missing ? null : value);
    }
}
