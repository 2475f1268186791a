package io.sectorwatch.ingest.format.sdmxml;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.sdmx.AttributeGroups;
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
    private static final Set<String> OF_THE_OLD_MESSAGE = Set.of(
            "dataProviderID",
            "dataProviderSchemeAgencyId",
            "dataProviderSchemeAgencyID",
            "dataProviderSchemeId",
            "dataProviderSchemeID",
            "dataflowAgencyID",
            "dataflowID",
            "datasetID",
            "id",
            "keyFamilyURI");
    private static final String MULTIPLIER = "UNIT_MULT";
    private static final String STATUS = "OBS_STATUS";
    private static final String OLD_TIME = "TIME";

    private static final String NOT_A_NUMBER = "NaN";
    private static final String BETWEEN_VALUES = ";";
    private static final int LONGEST_VALUE = 100_000;

    private final XmlInput xml;
    private final GrowingRow row;
    private final AttributeGroups groups;
    private int level = GrowingRow.DATA_SET;
    private boolean inSeries;
    private boolean isAttached;
    private boolean isOld;
    private boolean isOfTheFederalReserve;
    private int outside;
    private @Nullable GroupElement group;
    private String atObservation = DataSet.TIME_PERIOD;

    DataSetElement(XmlInput xml, String source, Rows rows) {
        this.xml = xml;
        this.row = new GrowingRow(source, rows, xml::line);
        this.groups = new AttributeGroups(row);
    }

    /**
     * Reads the data set that has just started, to its end.
     *
     * @param old whether the message is of a version before 2.1
     */
    void read(MessageHeader header, boolean old) throws IOException {
        isOld = old;
        isOfTheFederalReserve = old && FederalReserve.has(xml.nameSpace());
        outside = xml.depth() - 1;
        begin(header);
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
            id = isOld
                    ? oldId(header)
                    : SdmxUrn.identity(xml.nameSpace())
                            .or(() -> Optional.ofNullable(header.dataSetId()))
                            .orElse(xml.attribute("setID"));
        }
        row.begin(id, header.prepared(), action(header));
        atObservation = structure.atObservation();
        groups.begin(isOld, atObservation);
        level = GrowingRow.DATA_SET;
        inSeries = false;
        group = null;
        attributes();
    }

    private @Nullable String oldId(MessageHeader header) {
        String flow = xml.attribute("dataflowID");
        if (flow != null) {
            String agency = xml.attribute("dataflowAgencyID");
            return agency == null ? flow : agency + ":" + flow;
        }
        return SdmxUrn.identity(xml.nameSpace())
                .or(() -> Optional.ofNullable(header.keyFamily()))
                .or(() -> Optional.ofNullable(header.dataSetId()))
                .or(() -> Optional.ofNullable(xml.attribute("datasetID")))
                .orElse(xml.attribute("id"));
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
                } else if (!isAttached) {
                    attachToSeries();
                }
                enter(GrowingRow.OBSERVATION);
            }
            case "Series" -> {
                if (group != null) {
                    group.give(groups);
                }
                enter(GrowingRow.SERIES);
                inSeries = true;
                isAttached = false;
            }
            case "Value" -> pair(Optional.ofNullable(xml.attribute("id")).orElse(xml.attribute("concept")));
            case "ObsDimension" -> pair(Optional.ofNullable(xml.attribute("id")).orElse(atObservation));
            case "ObsValue" -> pair(DataSet.OBS_VALUE);
            case "Time" -> set(DataSet.TIME_PERIOD, xml.text());
            case "Comp" -> component();
            case "Group" -> group();
            case "GroupKey" -> {
                if (group != null) {
                    group.key(true);
                }
            }
            case "KeyFamilyRef" -> keyFamily();
            case "SeriesKey", "ObsKey", "Attributes" -> {}
            case "Section" -> throw SdmxMl.crossSectional(xml);
            default -> other();
        }
    }

    private void ended() throws IOException {
        switch (xml.name()) {
            case "Obs" -> {
                groups.attachToObservation(inSeries);
                if (isOfTheFederalReserve) {
                    clearMissing();
                }
                row.emit();
                level = inSeries ? GrowingRow.SERIES : GrowingRow.DATA_SET;
            }
            case "Series" -> {
                inSeries = false;
                level = GrowingRow.DATA_SET;
            }
            case "GroupKey" -> {
                if (group != null) {
                    group.key(false);
                }
            }
            default -> {
                if (group != null && xml.depth() == outside + 1) {
                    group.give(groups);
                    group = null;
                }
            }
        }
    }

    private void clearMissing() throws IOException {
        int figure = row.place(DataSet.OBS_VALUE);
        String status = row.at(GrowingRow.OBSERVATION, row.place(STATUS));
        if (FederalReserve.isMissing(row.at(GrowingRow.OBSERVATION, figure), status)) {
            row.clear(GrowingRow.OBSERVATION, figure);
        }
    }

    private void attachToSeries() throws IOException {
        isAttached = true;
        if (group != null) {
            group.say();
        }
        groups.attachToSeries();
    }

    private void group() throws IOException {
        if (level != GrowingRow.DATA_SET || group != null) {
            throw xml.unreadable("<" + xml.name() + "> stands inside of another group, series or observation");
        }
        group = new GroupElement(row, xml.line());
        attributes();
    }

    // Before version 2.1 the elements of groups have the names that their data set gives them.
    private void other() throws IOException {
        boolean isGroup = isOld && level == GrowingRow.DATA_SET && group == null && xml.depth() == outside + 2;
        if (isGroup && xml.attributeCount() > 0 && !xml.name().equals("Annotations")) {
            group();
        } else {
            xml.skip();
        }
    }

    private void keyFamily() throws IOException {
        String id = xml.text();
        if (isOld && level == GrowingRow.DATA_SET && !id.isEmpty()) {
            row.name(id);
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
            if (component != null && !isOfTheMessage(component)) {
                set(component, xml.attributeValue(i));
            }
        }
    }

    private boolean isOfTheMessage(String component) {
        return OF_THE_MESSAGE.contains(component)
                || isOld && level == GrowingRow.DATA_SET && group == null && OF_THE_OLD_MESSAGE.contains(component);
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

    private void set(String said, @Nullable String value) throws IOException {
        String component = isOld && said.equalsIgnoreCase(OLD_TIME) ? DataSet.TIME_PERIOD : said;
        if (group != null && level == GrowingRow.DATA_SET) {
            group.set(component, value);
            return;
        }
        boolean missing = NOT_A_NUMBER.equals(value) && component.equals(DataSet.OBS_VALUE);
        String text = value != null && isOfTheFederalReserve && component.equals(MULTIPLIER)
                ? FederalReserve.multiplier(value.strip())
                : value;
        row.set(level, row.place(component), missing ? null : text);
    }
}
