package io.sectorwatch.ingest.watch;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.ingest.web.Validators;
import io.sectorwatch.schemas.json.Fields;
import io.sectorwatch.schemas.json.Instants;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which version of each source was read last, in a small file. Whoever loses it reads everything once more, and publishes
 * nothing because of that.
 */
public final class Memory {
    private final Path file;
    private final Map<String, Seen> sources = new TreeMap<>();

    private Memory(Path file) {
        this.file = file;
    }

    /**
     * Remembers what the file says; nothing where it is not there, or not what was written.
     *
     * @throws IOException if it is there and cannot be read
     */
    public static Memory in(Path file) throws IOException {
        Memory memory = new Memory(file);
        if (Files.exists(file)) {
            try {
                memory.read(Json.tree(Files.readAllBytes(file)));
            } catch (MalformedMessageException e) {
                // A file that somebody has damaged tells as much as one that is lost.
                memory.sources.clear();
            }
        }
        return memory;
    }

    /** What a source was, if it is known. */
    public Optional<Seen> of(String source) {
        return Optional.ofNullable(sources.get(source));
    }

    /** What these sources were, of those that are known. */
    public Collection<Seen> ofAll(Collection<String> wanted) {
        return wanted.stream().flatMap(source -> of(source).stream()).toList();
    }

    /**
     * Takes note of sources, and writes all down: the file is the old one or the new one, whatever happens.
     *
     * @throws IOException if it cannot be written
     */
    public void note(Map<String, Seen> read) throws IOException {
        sources.putAll(read);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, Json.bytes(this::write));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Seen> source : sources.entrySet()) {
            Seen seen = source.getValue();
            json.writeObjectFieldStart(source.getKey());
            json.writeStringField("etag", seen.validators().etag());
            json.writeStringField("lastModified", seen.validators().lastModified());
            json.writeStringField("fingerprint", seen.fingerprint());
            json.writeBooleanField("file", seen.isFile());
            json.writeArrayFieldStart("editions");
            for (Seen.Edition edition : seen.editions()) {
                json.writeStartObject();
                json.writeStringField("dataSet", edition.dataSet());
                json.writeStringField(
                        "published",
                        edition.published() == null ? null : edition.published().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void read(JsonNode tree) {
        for (Map.Entry<String, JsonNode> entry : Fields.of(tree).entries()) {
            Fields fields = Fields.of(entry.getValue());
            Set<Seen.Edition> editions = new HashSet<>();
            for (Fields edition : fields.objects("editions")) {
                editions.add(new Seen.Edition(edition.text("dataSet"), edition.optional("published", Instants::parse)));
            }
            sources.put(
                    entry.getKey(),
                    new Seen(
                            new Validators(fields.optionalText("etag"), fields.optionalText("lastModified")),
                            fields.text("fingerprint"),
                            entry.getValue().path("file").asBoolean(),
                            editions));
        }
    }
}
