package io.sectorwatch.ingest.format.registry;

import io.sectorwatch.ingest.format.UnreadableException;
import java.io.StringReader;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells SDMX-ML by its root element, and other XML from it. */
final class XmlRecognition {
    private static final Set<String> DATA = Set.of(
            "GenericData",
            "GenericTimeSeriesData",
            "StructureSpecificData",
            "StructureSpecificTimeSeriesData",
            "CompactData",
            "CrossSectionalData",
            "UtilityData");
    private static final Set<String> STRUCTURES = Set.of("Structure", "Structures");
    private static final int LONGEST_ERROR = 300;

    static Format of(String start) throws UnreadableException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String root;
        boolean sdmx;
        String text;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(start));
            while (!xml.isStartElement()) {
                xml.next();
            }
            root = xml.getLocalName();
            sdmx = String.valueOf(xml.getNamespaceURI()).contains("sdmx");
            text = root.equals("Error") ? text(xml) : "";
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser has thrown exceptions of several kinds at damaged input.
            throw new UnreadableException("this begins like XML, and " + reason(e, start.length()), e);
        }
        if (sdmx && DATA.contains(root)) {
            return Format.SDMX_ML;
        }
        if (sdmx && STRUCTURES.contains(root)) {
            throw new UnreadableException("this is an SDMX structure message: it describes data, and holds none");
        }
        if (sdmx && root.equals("Error")) {
            throw new UnreadableException(
                    "this is an SDMX error message: " + (text.isEmpty() ? "without a word" : text));
        }
        throw new UnreadableException("this is XML with the root element '" + root + "', and no data message of SDMX");
    }

    /** What follows, as far as it is there. */
    private static String text(XMLStreamReader xml) {
        StringBuilder text = new StringBuilder();
        try {
            while (xml.hasNext() && text.length() < LONGEST_ERROR) {
                if (xml.next() == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                    text.append(text.isEmpty() ? "" : "; ").append(xml.getText().strip());
                }
            }
        } catch (XMLStreamException e) {
            return text.append("…").toString();
        }
        return text.toString();
    }

    private static String reason(Exception e, int length) {
        if (e instanceof XMLStreamException parsed
                && parsed.getLocation() != null
                && parsed.getLocation().getCharacterOffset() >= length) {
            return "its first tag does not end within " + length + " characters: the file is cut off, or is no XML";
        }
        return "is none: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private XmlRecognition() {}
}
