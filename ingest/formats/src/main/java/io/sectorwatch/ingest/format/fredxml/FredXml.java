package io.sectorwatch.ingest.format.fredxml;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.alfred.FredAnswer;
import io.sectorwatch.ingest.format.xml.XmlInput;
import io.sectorwatch.ingest.format.xml.XmlRoot;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads answers of FRED's {@code series/observations} in XML: an element for each observation, whose attributes are the
 * fields of the JSON. A row's line is the number of the observation.
 */
public final class FredXml implements RowFormat {
    private static final String ROOT = "observations";
    private static final String OBSERVATION = "observation";
    private static final String OF_FRED = "realtime_start=";

    @Override
    public String name() {
        return "fred-xml";
    }

    @Override
    public List<MediaType> mediaTypes() {
        // Whoever is asked for any XML answers with some that is not this.
        return List.of();
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        return XmlRoot.of(beginning).name().equals(ROOT) && beginning.text().contains(OF_FRED)
                ? Likeness.LIKELY
                : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        XmlInput xml = new XmlInput(in);
        FredAnswer answer = new FredAnswer(name, rows);
        xml.nextTag();
        if (!xml.name().equals(ROOT)) {
            String said = xml.attribute("message");
            throw xml.unreadable(
                    said == null
                            ? "this is no answer of FRED, which begins with <observations>"
                            : "this is an error message of FRED: " + Excerpt.ofReason(said));
        }
        for (int i = 0; i < xml.attributeCount(); i++) {
            answer.header(component(xml, i), xml.attributeValue(i));
        }
        while (xml.nextTag()) {
            if (xml.isStart() && xml.name().equals(OBSERVATION)) {
                answer.observation();
                for (int i = 0; i < xml.attributeCount(); i++) {
                    answer.field(component(xml, i), xml.attributeValue(i));
                }
                answer.give();
            }
        }
        answer.end();
    }

    private static String component(XmlInput xml, int attribute) throws UnreadableException {
        @Nullable String component = xml.component(attribute);
        if (component == null) {
            throw xml.unreadable("this is no answer of FRED: its fields are in no name space");
        }
        return component;
    }
}
