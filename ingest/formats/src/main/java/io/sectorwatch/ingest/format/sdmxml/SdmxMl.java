package io.sectorwatch.ingest.format.sdmxml;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.sdmx.StructureMessage;
import io.sectorwatch.ingest.format.xml.XmlInput;
import io.sectorwatch.ingest.format.xml.XmlRoot;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Reads messages with data in SDMX-ML 2.1 and 3.0, generic and structure-specific. Rows have dimensions, measures and the
 * attributes of observation, series and data set; those of groups are left out.
 */
public final class SdmxMl implements RowFormat {
    private static final List<MediaType> MEDIA_TYPES = List.of(
            new MediaType("application/vnd.sdmx.data+xml;version=3.0.0", 10),
            new MediaType("application/vnd.sdmx.structurespecificdata+xml;version=2.1", 10),
            new MediaType("application/vnd.sdmx.genericdata+xml;version=2.1", 9));
    private static final Set<String> DATA = Set.of(
            "GenericData",
            "GenericTimeSeriesData",
            "StructureSpecificData",
            "StructureSpecificTimeSeriesData",
            "CompactData",
            "CrossSectionalData",
            "UtilityData");
    private static final Set<String> STRUCTURES = Set.of("Structure", "Structures");
    private static final String NAME_SPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v";

    @Override
    public String name() {
        return "sdmx-ml";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MEDIA_TYPES;
    }

    @Override
    public Likeness recognise(Beginning beginning) throws UnreadableException {
        XmlRoot root = XmlRoot.of(beginning);
        if (!root.nameSpace().contains("sdmx")) {
            return Likeness.NONE;
        }
        if (STRUCTURES.contains(root.name())) {
            throw StructureMessage.refused();
        }
        if (root.name().equals("Error")) {
            String text = root.text();
            throw new UnreadableException(
                    "this is an SDMX error message: " + (text.isEmpty() ? "without a word" : text));
        }
        return DATA.contains(root.name()) ? Likeness.CERTAIN : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        XmlInput xml = new XmlInput(in);
        xml.nextTag();
        requireData(xml);
        MessageHeader header = new MessageHeader();
        DataSetElement dataSet = new DataSetElement(xml, name, rows);
        boolean found = false;
        while (xml.nextTag()) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "Header" -> header = MessageHeader.read(xml, name, rows);
                case "DataSet" -> {
                    dataSet.read(header);
                    found = true;
                }
                case "Footer" -> footer(xml, name, rows, found);
                default -> xml.skip();
            }
        }
        if (!found) {
            throw new UnreadableException("the message holds no data set");
        }
    }

    private static void requireData(XmlInput xml) throws IOException {
        if (!xml.nameSpace().startsWith(NAME_SPACE)) {
            throw xml.unreadable("this is no SDMX-ML of version 2.1 or 3.0: the first element is <"
                    + Excerpt.of(xml.name()) + "> of name space '" + Excerpt.of(xml.nameSpace()) + "'");
        }
        String version = xml.nameSpace().substring(NAME_SPACE.length());
        switch (xml.name()) {
            case "GenericData", "GenericTimeSeriesData", "StructureSpecificData", "StructureSpecificTimeSeriesData" -> {
                if (!version.startsWith("2_1/") && !version.startsWith("3_")) {
                    throw old(xml);
                }
            }
            case "CompactData", "UtilityData", "CrossSectionalData" -> throw old(xml);
            case "Error" -> throw xml.unreadable("this is an SDMX error message, not data: " + error(xml));
            case "Structure" ->
                throw xml.unreadable("this is an SDMX structure message, not data: it describes dimensions and codes,"
                        + " and holds no observations");
            default ->
                throw xml.unreadable("this is an SDMX message of the kind " + Excerpt.of(xml.name())
                        + ", which holds no observations");
        }
    }

    private static UnreadableException old(XmlInput xml) {
        return xml.unreadable("this is SDMX-ML of a version before 2.1 (" + Excerpt.of(xml.name())
                + "); ask the publisher for version 2.1 or 3.0");
    }

    private static String error(XmlInput xml) throws IOException {
        while (xml.nextTag()) {
            if (xml.isStart() && xml.name().equals("ErrorMessage")) {
                String code = xml.attribute("code");
                String text = Excerpt.ofReason(xml.text());
                return code == null ? text : text + " (code " + Excerpt.of(code) + ")";
            }
        }
        return "it does not say which";
    }

    // A footer says, for example, that the answer was cut to a limit: the rest is then missing.
    private static void footer(XmlInput xml, String source, Rows rows, boolean found) throws IOException {
        int outside = xml.depth() - 1;
        while (xml.nextTag() && xml.depth() > outside) {
            if (!xml.isStart() || !xml.name().equals("Message")) {
                continue;
            }
            long line = xml.line();
            String severity = Objects.requireNonNullElse(xml.attribute("severity"), "Error");
            String code = Excerpt.of(xml.attribute("code"));
            String text = xml.text();
            String said = "the publisher says: " + Excerpt.ofReason(text) + " (" + Excerpt.of(severity) + ", code "
                    + code + ")";
            if (!found) {
                throw xml.unreadable("the message holds no data set; " + said);
            }
            if (!severity.equals("Information")) {
                rows.rejected(new Rejection(source, line, said, text));
            }
        }
    }
}
