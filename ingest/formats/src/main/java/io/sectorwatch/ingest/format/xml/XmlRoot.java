package io.sectorwatch.ingest.format.xml;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The first element at the beginning of an XML text. */
public final class XmlRoot {
    private static final int LONGEST_TEXT = 300;

    private final String start;
    private final String name;
    private final String nameSpace;
    private final @Nullable UnreadableException complaint;

    /** Of a file that begins so; it has no name where that is no XML. */
    public static XmlRoot of(Beginning beginning) {
        return beginning.seen(XmlRoot.class, XmlRoot::look);
    }

    private static XmlRoot look(Beginning beginning) {
        String start = beginning.text();
        if (!beginning.startsWith('<')) {
            return new XmlRoot(start, "", "", null);
        }
        try {
            XMLStreamReader xml = atRoot(start);
            return new XmlRoot(start, xml.getLocalName(), String.valueOf(xml.getNamespaceURI()), null);
        } catch (XMLStreamException | RuntimeException e) {
            return new XmlRoot(start, "", "", complaint(e, start));
        }
    }

    private XmlRoot(String start, String name, String nameSpace, @Nullable UnreadableException complaint) {
        this.start = start;
        this.name = name;
        this.nameSpace = nameSpace;
        this.complaint = complaint;
    }

    /** Its name, without its name space. */
    public String name() {
        return name;
    }

    /** Its name space. */
    public String nameSpace() {
        return nameSpace;
    }

    /** Why there is none, in what begins like XML. */
    public Optional<UnreadableException> complaint() {
        return Optional.ofNullable(complaint);
    }

    /** What is written in it, in its attributes and in those of what it holds, as far as that can be seen: code, kind and words. */
    public String said(List<String> attributes) {
        StringJoiner said = new StringJoiner(": ");
        try {
            XMLStreamReader xml = atRoot(start);
            for (int event = xml.getEventType(); said.length() < LONGEST_TEXT; event = xml.next()) {
                if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                    said.add(Excerpt.ofReason(xml.getText().strip()));
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    for (String attribute : attributes) {
                        String value = xml.getAttributeValue(null, attribute);
                        if (value != null && !value.isBlank()) {
                            said.add(Excerpt.ofReason(value.strip()));
                        }
                    }
                } else if (event == XMLStreamConstants.END_DOCUMENT) {
                    break;
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            // Cut off, or damaged: what was said before is all there is.
            return said.length() == 0 ? "without a word" : said.toString();
        }
        return said.length() == 0 ? "without a word" : said.toString();
    }

    /** What is written in it, as far as that can be seen. */
    public String text() throws UnreadableException {
        StringBuilder text = new StringBuilder();
        try {
            XMLStreamReader xml = atRoot(start);
            while (xml.hasNext() && text.length() < LONGEST_TEXT) {
                if (xml.next() == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                    text.append(text.isEmpty() ? "" : "; ").append(xml.getText().strip());
                }
            }
        } catch (XMLStreamException e) {
            return text.append('…').toString();
        } catch (RuntimeException e) {
            throw complaint(e, start);
        }
        return text.toString();
    }

    private static XMLStreamReader atRoot(String start) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(start));
        while (!xml.isStartElement()) {
            xml.next();
        }
        return xml;
    }

    // The JDK's parser has thrown exceptions of several kinds at damaged input.
    private static UnreadableException complaint(Exception e, String start) {
        return new UnreadableException("this begins like XML, and " + reason(e, start.length()), e);
    }

    private static String reason(Exception e, int length) {
        if (e instanceof XMLStreamException parsed
                && parsed.getLocation() != null
                && parsed.getLocation().getCharacterOffset() >= length) {
            return "its first tag does not end within " + length + " characters: the file is cut off, or is no XML";
        }
        return "is none: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
