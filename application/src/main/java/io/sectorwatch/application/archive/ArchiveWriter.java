package io.sectorwatch.application.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Sha256;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.jsonl.RecordLine;
import io.sectorwatch.schemas.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes an archive: the facts of a span, all that happened to the rules until its end, and the manifest. */
final class ArchiveWriter implements FactHistory.Taker, AutoCloseable {
    private final Path folder;
    private final Span span;
    private final Lines facts;
    private final Lines rules;
    private long told;

    /** Begins, in a folder that is made where there is none, and that must be empty. */
    ArchiveWriter(Path folder, Span span) throws IOException {
        this.folder = folder;
        this.span = span;
        EmptyFolder.require(folder);
        this.facts = new Lines(folder.resolve(Archive.FACTS));
        this.rules = new Lines(folder.resolve(Archive.RULES));
    }

    @Override
    public void rule(RuleEvent event) throws IOException {
        rules.write(Archive.line(event));
    }

    @Override
    public void fact(SortedFacts.Written fact) throws IOException {
        if (span.contains(fact.time())) {
            told += fact.isFact() ? 1 : 0;
            facts.write(RecordLine.write(fact.json(), fact.isFact(), fact.ofPolicies(), fact.key(), fact.release()));
        }
    }

    /** Number of facts so far. */
    long facts() {
        return told;
    }

    /** Ends; only now is it an archive. */
    void finish(String software, List<Manifest.Offsets> inputs) throws IOException {
        close();
        byte[] manifest = Json.bytes(json -> {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("software", software);
            if (span.from() != null) {
                json.writeStringField("from", span.from().toString());
            }
            if (span.to() != null) {
                json.writeStringField("to", span.to().toString());
            }
            write(json, "facts", facts);
            write(json, "rules", rules);
            json.writeArrayFieldStart("inputs");
            for (Manifest.Offsets input : inputs) {
                input.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        Files.write(folder.resolve(Archive.MANIFEST), manifest);
    }

    @Override
    public void close() throws IOException {
        facts.out.close();
        rules.out.close();
    }

    private static void write(JsonGenerator json, String what, Lines lines) throws IOException {
        json.writeObjectFieldStart(what);
        json.writeNumberField("lines", lines.count);
        json.writeStringField("sha256", lines.sha256.hex());
        json.writeEndObject();
    }

    private static final class Lines {
        private final OutputStream out;
        private final Sha256 sha256 = new Sha256();
        private long count;

        Lines(Path file) throws IOException {
            out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16);
        }

        void write(byte[] line) throws IOException {
            out.write(line);
            out.write('\n');
            sha256.line(line);
            count++;
        }
    }
}
