package io.sectorwatch.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sectorwatch.schemas.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schemas and other documents among the resources. */
final class Schemas {
    private static final String FOLDER = "io/sectorwatch/schemas/";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** What the schema of a name ({@code observation}) has against a document: nothing if it is valid. */
    static List<String> complaints(String name, JsonNode document) {
        return complaints(
                REGISTRY.getSchema(SchemaLocation.of("classpath:" + FOLDER + name + ".schema.json")), document);
    }

    static List<String> complaints(JsonNode schema, JsonNode document) {
        return complaints(REGISTRY.getSchema(schema), document);
    }

    /** The text of a schema. */
    static JsonNode document(String name) {
        return Json.tree(resource(name + ".schema.json"));
    }

    static JsonNode yaml(byte[] yaml) {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(new String(yaml, UTF_8));
        return new ObjectMapper().valueToTree(document);
    }

    static byte[] resource(String file) {
        try (InputStream in = Schemas.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> complaints(Schema schema, JsonNode document) {
        return schema
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private Schemas() {}
}
