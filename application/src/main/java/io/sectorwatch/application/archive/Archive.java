package io.sectorwatch.application.archive;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Sha256;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.json.Instants;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * An archive that is there: facts as JSON Lines in the order in which they became known, what happened to the rules, and
 * a manifest, which was written last. Only the facts look like data, so that the folder can be ingested and replayed too.
 */
public record Archive(Path folder, JsonNode manifest) {
    static final String FACTS = "facts.jsonl.gz";
    static final String RULES = "rules.gz";
    static final String MANIFEST = "MANIFEST";

    /**
     * Opens an archive and compares what it holds with its manifest.
     *
     * @throws IOException with a message for people, if it is none, or not whole
     */
    public static Archive open(Path folder) throws IOException {
        Archive archive;
        try {
            archive = new Archive(folder, Json.tree(Files.readAllBytes(folder.resolve(MANIFEST))));
        } catch (NoSuchFileException e) {
            throw new IOException(
                    folder + " is no archive, or one whose writing was cut off, or tables: it has no " + MANIFEST, e);
        } catch (MalformedMessageException e) {
            throw new IOException(folder.resolve(MANIFEST) + ": " + e.getMessage(), e);
        }
        archive.require("facts", FACTS);
        archive.require("rules", RULES);
        return archive;
    }

    /** The file with the facts, packed. */
    public Path facts() {
        return folder.resolve(FACTS);
    }

    /** What happened to the rules. */
    public List<RuleEvent> rules() throws IOException {
        List<RuleEvent> events = new ArrayList<>();
        try (BufferedReader lines = lines(RULES)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = Json.tree(line.getBytes(StandardCharsets.UTF_8));
                Rule rule = node.has("rule") ? RuleCodec.read(node.path("rule")) : null;
                Instant at = Instants.parse(node.path("at").asText());
                events.add(new RuleEvent(at, node.path("id").asText(), rule));
            }
        } catch (MalformedMessageException | IllegalArgumentException e) {
            throw new IOException(folder.resolve(RULES) + ": " + e.getMessage(), e);
        }
        return events;
    }

    /** The bytes of a line about rules. */
    static byte[] line(RuleEvent event) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("at", event.at().toString());
            json.writeStringField("id", event.id());
            if (event.rule() != null) {
                json.writeFieldName("rule");
                json.writeRawValue(event.rule().json());
            }
            json.writeEndObject();
        });
    }

    private void require(String what, String file) throws IOException {
        Sha256 sha256 = new Sha256();
        long count = 0;
        try (BufferedReader lines = lines(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sha256.line(line);
                count++;
            }
        } catch (IOException e) {
            throw new IOException(folder.resolve(file) + " cannot be read to its end (" + e.getMessage() + ")", e);
        }
        JsonNode noted = manifest.path(what);
        if (noted.path("lines").asLong(-1) != count
                || !noted.path("sha256").asText().equals(sha256.hex())) {
            throw new IOException(folder.resolve(file) + " is not what the manifest says: " + count + " lines there, "
                    + noted.path("lines").asLong() + " in the manifest; export again");
        }
    }

    private BufferedReader lines(String file) throws IOException {
        InputStream in = Files.newInputStream(folder.resolve(file));
        try {
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
