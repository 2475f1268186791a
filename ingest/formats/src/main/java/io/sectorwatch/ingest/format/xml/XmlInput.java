package io.sectorwatch.ingest.format.xml;

import com.ctc.wstx.stax.WstxInputFactory;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.Leash;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * XML read a tag at a time, in bounded memory whatever comes: no document type, hence no entities, and no endless names,
 * values, depth or number of names. With Woodstox, because the JDK's parser writes of its own accord to standard error where
 * bytes are not in the encoding declared, and is slower.
 */
public final class XmlInput {
    // The parser's own words for the place.
    private static final Pattern AT = Pattern.compile("\\s*at \\[row,col.*", Pattern.DOTALL);
    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_TEXT = 10_000;

    private final Leash leash;
    private final XMLStreamReader xml;
    // The parser keeps every name it has met.
    private final Set<String> names = new HashSet<>();
    private int depth;

    /** Stands before the first tag. */
    public XmlInput(InputStream in) throws IOException {
        leash = new Leash(in);
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Errors are to come from next() and nowhere else.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // Interned names would outlive the file.
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
        try {
            xml = factory.createXMLStreamReader(leash);
        } catch (XMLStreamException | RuntimeException e) {
            throw failure(e, null);
        }
    }

    /** Goes to the next start or end of an element; false at the end of the document. */
    public boolean nextTag() throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** Whether an element has just started, rather than ended. */
    public boolean isStart() {
        return xml.isStartElement();
    }

    /** How many elements are open, with the one just started and without the one just ended. */
    public int depth() {
        return depth;
    }

    /** Name of the element just started or ended, without its name space. */
    public String name() {
        return xml.getLocalName();
    }

    /** Name space of the element just started or ended, empty for none. */
    public String nameSpace() {
        return Objects.requireNonNullElse(xml.getNamespaceURI(), "");
    }

    /** Number of attributes of the element just started. */
    public int attributeCount() {
        return xml.getAttributeCount();
    }

    /** Name of an attribute of the element just started, null where it is in a name space: those are no components. */
    public @Nullable String component(int attribute) {
        String space = xml.getAttributeNamespace(attribute);
        return space == null || space.isEmpty() ? xml.getAttributeLocalName(attribute) : null;
    }

    /** Value of an attribute of the element just started. */
    public String attributeValue(int attribute) {
        return xml.getAttributeValue(attribute);
    }

    /** An attribute of the element just started, whatever its name space. */
    public @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    /** Goes to the end of the element just started; gives the text in it and in its children. */
    public String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
                    throw unreadable("a text is longer than " + LONGEST_TEXT + " characters");
                }
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (event == XMLStreamConstants.START_ELEMENT && !text.isEmpty()) {
                text.append(' ');
            }
        }
        return text.toString().strip();
    }

    /** The same with white space and all, and no longer than is allowed. */
    public String textAsItStands(int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                if (text.length() + xml.getTextLength() > longest) {
                    throw unreadable("a text is longer than " + longest + " characters");
                }
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return text.toString();
    }

    /** Goes to the end of the element just started. */
    public void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /** Line of the file, from 1. */
    public long line() {
        return xml.getLocation().getLineNumber();
    }

    /** Says where something makes no sense. */
    public UnreadableException unreadable(String what) {
        return new UnreadableException("line " + line() + ": " + what);
    }

    private int next() throws IOException {
        leash.rest();
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw failure(e, xml);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> started();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD ->
                throw unreadable("the file has a document type declaration (DOCTYPE), which could make its reader"
                        + " expand entities or fetch other files; it is refused");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw unreadable("the file has an entity, &" + Excerpt.of(xml.getLocalName()) + "; which is refused");
            default -> {}
        }
        return event;
    }

    private void started() throws UnreadableException {
        depth++;
        if (depth > DEEPEST) {
            throw unreadable("elements are nested more than " + DEEPEST + " deep");
        }
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            names.add(Objects.requireNonNullElse(xml.getNamespacePrefix(i), ""));
            names.add(Objects.requireNonNullElse(xml.getNamespaceURI(i), ""));
        }
        if (names.size() > MOST_NAMES) {
            throw unreadable("there are more than " + MOST_NAMES + " different names of elements and attributes");
        }
    }

    // The parser wraps what it gets from the source, and lets some of its own slips out as they are.
    private IOException failure(Exception e, @Nullable XMLStreamReader at) {
        IOException source = leash.failure();
        if (source instanceof UnreadableException tooLong && at != null) {
            return new UnreadableException("line " + at.getLocation().getLineNumber() + ": " + tooLong.getMessage(), e);
        }
        if (source != null) {
            return source;
        }
        if (at == null) {
            return new UnreadableException("this is no XML: " + reason(e), e);
        }
        String where = "line " + at.getLocation().getLineNumber() + ", column "
                + at.getLocation().getColumnNumber();
        // Cut off within a tag, the parser stands at its beginning.
        boolean atEnd = leash.isEnded()
                && (at.getLocation().getCharacterOffset() >= leash.count() - 1
                        || reason(e).startsWith("Unexpected end of input")
                        || reason(e).startsWith("Unexpected EOF"));
        return new UnreadableException(
                where + (atEnd ? ": the file is cut off in the middle: " : ": not well-formed XML: ") + reason(e), e);
    }

    private static String reason(Exception e) {
        return Excerpt.ofReason(AT.matcher(String.valueOf(e.getMessage())).replaceFirst(""));
    }
}
