package io.sectorwatch.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.jsonl.JsonLines;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers the facts of one run from all its sources, and keeps account of each of them. Not thread-safe. */
public final class Intake {
    private final NotInTheFuture notInTheFuture;
    private final List<Message> facts = new ArrayList<>();
    private final List<Report.DataSet> dataSets = new ArrayList<>();

    /** Facts known more than an hour after {@code now} will be rejected. */
    public Intake(Instant now) {
        this.notInTheFuture = new NotInTheFuture(now);
    }

    /** Takes a built-in set; a rejection's line is then the fact's place in its data set. */
    public void read(BuiltInSet set) {
        for (BuiltInSet.DataSet dataSet : set.dataSets()) {
            List<Rejection> rejections = new ArrayList<>();
            int before = facts.size();
            long place = 0;
            for (Message fact : dataSet.facts()) {
                place++;
                try {
                    notInTheFuture.andThen(facts::add).accept(fact);
                } catch (MalformedMessageException e) {
                    String row = new String(Envelope.of(fact).value(), UTF_8);
                    rejections.add(new Rejection(dataSet.name(), place, String.valueOf(e.getMessage()), row));
                }
            }
            account(dataSet.name(), before, rejections);
        }
    }

    /**
     * Takes a file of JSON Lines, or all of those in a folder.
     *
     * @throws IOException if there is none, or it cannot be read to its end; facts read until then stay
     */
    public void read(Path path) throws IOException {
        for (Path file : SourceFiles.of(path)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                read(file.toString(), in);
            }
        }
    }

    /** Takes JSON Lines from a stream, standard input for example, and leaves it open. */
    public void read(String name, InputStream in) throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        int before = facts.size();
        Consumer<Message> accepting = notInTheFuture.andThen(facts::add);
        JsonLines.read(name, in, accepting, rejections::add);
        account(name, before, rejections);
    }

    /** All facts accepted so far, in the order in which they are to be published. */
    public List<Message> facts() {
        return facts.stream().sorted(FactOrder.BY_KNOWLEDGE_TIME).toList();
    }

    /** What was read so far, data set by data set, before anything is published. */
    public Report report() {
        return new Report(dataSets, false);
    }

    private void account(String name, int before, List<Rejection> rejections) {
        dataSets.add(new Report.DataSet(name, facts.size() - before, rejections));
    }
}
