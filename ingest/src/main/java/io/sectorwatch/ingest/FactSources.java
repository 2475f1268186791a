package io.sectorwatch.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.jsonl.JsonLines;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.io.InputStream;

/** Reads facts that need no mapping. */
public final class FactSources {
    /** Takes a built-in set; a rejection's line is then the fact's place in its data set. */
    public static void read(BuiltInSet set, Intake intake) {
        for (BuiltInSet.DataSet dataSet : set.dataSets()) {
            intake.begin(dataSet.name());
            long place = 0;
            for (Message fact : dataSet.facts()) {
                place++;
                try {
                    intake.take(dataSet.name(), fact);
                } catch (MalformedMessageException e) {
                    String row = new String(Envelope.of(fact).value(), UTF_8);
                    intake.reject(
                            dataSet.name(), new Rejection(dataSet.name(), place, String.valueOf(e.getMessage()), row));
                }
            }
        }
    }

    /**
     * Takes JSON Lines, and leaves the stream open.
     *
     * @throws IOException if they cannot be read to their end; facts read until then stay
     */
    public static void readJsonLines(String name, InputStream in, Intake intake) throws IOException {
        intake.begin(name);
        JsonLines.read(name, in, fact -> intake.take(name, fact), rejection -> intake.reject(name, rejection));
    }

    private FactSources() {}
}
