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
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Reads messages with data in SDMX-ML of every version, generic and structure-specific, which before 2.1 was called compact.
 * Rows have dimensions, measures and the attributes of observation, series, groups and data set. Messages of cross-sectional
 * and utility data, which later versions gave up, are refused.
 */
public final class SdmxMl implements RowFormat {
    /** What standard and services say, some as a mere information, where the data are left out for their size. */
    private static final Set<String> TOO_LARGE = Set.of("130", "413", "510");

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
            "MessageGroup",
            "UtilityData");
    private static final Set<String> OF_OLD_VERSIONS = Set.of("1_0", "2_0");
    private static final Set<String> STRUCTURES = Set.of("Structure", "Structures");
    private static final String NAME_SPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v";
    private static final String GIVEN_UP =
            ", which this program does not read: ask the publisher for compact or generic"
                    + " data, or for a later version of SDMX";

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
        if (!root.nameSpace().toLowerCase(Locale.ROOT).contains("sdmx")) {
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
        boolean old = requireData(xml);
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
                    dataSet.read(header, old);
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

    /** A message of what no longer is part of SDMX. */
    static UnreadableException crossSectional(XmlInput xml) {
        return xml.unreadable("this is cross-sectional data of SDMX-ML before 2.1" + GIVEN_UP);
    }

    /** Whether the message is of a version before 2.1; refuses one without data. */
    private static boolean requireData(XmlInput xml) throws IOException {
        String nameSpace = xml.nameSpace();
        if (!nameSpace.regionMatches(true, 0, NAME_SPACE, 0, NAME_SPACE.length())) {
            throw xml.unreadable("this is no SDMX-ML: the first element is <" + Excerpt.of(xml.name())
                    + "> of name space '" + Excerpt.of(nameSpace) + "'");
        }
        String version = nameSpace.substring(NAME_SPACE.length()).replaceFirst("/.*", "");
        boolean old = OF_OLD_VERSIONS.contains(version);
        switch (xml.name()) {
            case "GenericData",
                    "GenericTimeSeriesData",
                    "StructureSpecificData",
                    "StructureSpecificTimeSeriesData",
                    "CompactData",
                    "MessageGroup" -> {
                if (!old && !version.equals("2_1") && !version.startsWith("3_")) {
                    throw xml.unreadable("this is SDMX-ML of version " + Excerpt.of(version.replace('_', '.'))
                            + "; versions 1.0, 2.0, 2.1 and 3 are read");
                }
            }
            case "CrossSectionalData" -> throw crossSectional(xml);
            case "UtilityData" -> throw xml.unreadable("this is utility data of SDMX-ML before 2.1" + GIVEN_UP);
            case "Error" -> throw xml.unreadable("this is an SDMX error message, not data: " + error(xml));
            case "Structure" ->
                throw xml.unreadable("this is an SDMX structure message, not data: it describes dimensions and codes,"
                        + " and holds no observations");
            default ->
                throw xml.unreadable("this is an SDMX message of the kind " + Excerpt.of(xml.name())
                        + ", which holds no observations");
        }
        return old;
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
            if (!severity.equals("Information") || TOO_LARGE.contains(code)) {
                rows.rejected(new Rejection(source, line, said, text));
            }
        }
    }
}
