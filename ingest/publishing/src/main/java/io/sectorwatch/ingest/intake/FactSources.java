package io.sectorwatch.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.jsonl.JsonLines;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.AboutFacts;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Tick;
import java.io.IOException;
import java.io.InputStream;

/** Reads facts that need no mapping. */
public final class FactSources {
    /** The data set that finished messages are compared as. */
    static final String DATA_SET = "facts";

    private static final Release FACTS = new Release(DATA_SET, null, Release.Extent.PART, false);

    /** Takes a built-in set; a rejection's line is then the fact's place in its data set. */
    public static void read(BuiltInSet set, Intake intake) {
        for (BuiltInSet.DataSet dataSet : set.dataSets()) {
            intake.begin(dataSet.name());
            long place = 0;
            for (Message fact : dataSet.facts()) {
                place++;
                try {
                    intake.take(dataSet.name(), fact, place);
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
        JsonLines.readLines(
                name,
                in,
                new JsonLines.Taker() {
                    @Override
                    public void take(Message fact, long line) {
                        intake.take(name, fact, line);
                    }

                    @Override
                    public void take(FactEvent event, long line) {
                        intake.take(name, event, line);
                    }
                },
                rejection -> intake.reject(name, rejection));
    }

    /**
     * Takes JSON Lines as a release, each fact with a moment of its own, so that only what is news is published; and leaves
     * the stream open.
     *
     * @throws IOException if they cannot be read to their end; facts read until then stay
     */
    public static void readNews(String name, InputStream in, Intake intake) throws IOException {
        intake.begin(FACTS.dataSet());
        JsonLines.readLines(
                name,
                in,
                (fact, line) -> {
                    if (fact instanceof AboutFacts) {
                        return;
                    }
                    if (fact instanceof Tick) {
                        throw new MalformedMessageException(
                                "a tick is no news of a source: 'sectorwatch ticks' says that time passes");
                    }
                    intake.state(FACTS, fact, name, line);
                },
                rejection -> intake.reject(FACTS.dataSet(), rejection));
    }

    private FactSources() {}
}
