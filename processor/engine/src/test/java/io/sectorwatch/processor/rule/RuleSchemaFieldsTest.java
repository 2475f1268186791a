package io.sectorwatch.processor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.processor.kind.Kinds;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Limit.Side;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema of a rule has the fields that are asked for when one is read, each of them and no other. */
class RuleSchemaFieldsTest {
    private static final JsonNode SCHEMA = schema();
    private static final String KINDS = "/$defs/condition/properties";

    static Set<String> kinds() {
        return Kinds.all().keySet();
    }

    @Test
    void itHasEveryKind() {
        assertThat(SCHEMA.at(KINDS).properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(kinds());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itHasWhatIsAskedFor(String kind) {
        AskedObject condition = new AskedObject(SCHEMA.at(KINDS + '/' + kind));
        AskedObject rule = new AskedObject(SCHEMA);
        rule.set("when", JsonNodeFactory.instance.objectNode().set(kind, condition));

        readAll(rule);

        rule.assertAllAndOnlyItsFieldsWereAskedFor("");
        condition.assertAllAndOnlyItsFieldsWereAskedFor("when." + kind);
    }

    // Most fields have no sensible value: what is wrong with them is noted, and the reading goes on.
    private static void readAll(JsonNode rule) {
        try {
            RuleCodec.read(rule);
        } catch (RuleException e) {
            assertThat(e.mistakes()).isNotEmpty();
        }
    }

    private static JsonNode schema() {
        try (InputStream in =
                Objects.requireNonNull(Topics.class.getResourceAsStream("/io/sectorwatch/schemas/rule.schema.json"))) {
            return Json.tree(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object with all fields that its schema has, but with one limit, which knows what was asked for. */
    @SuppressWarnings("unchecked") // ObjectNode overrides so.
    private static final class AskedObject extends ObjectNode {
        private static final Set<String> OTHER_LIMITS = Arrays.stream(Side.values())
                .filter(side -> side != Side.ABOVE)
                .map(Side::field)
                .collect(Collectors.toSet());

        private final Map<String, JsonNode> fields;
        private final Set<String> asked = new TreeSet<>();

        AskedObject(JsonNode schema) {
            super(JsonNodeFactory.instance);
            fields = fields(schema);
            fields.forEach((name, field) -> {
                if (!OTHER_LIMITS.contains(name)) {
                    set(name, fields(field).isEmpty() ? IntNode.valueOf(1) : new AskedObject(field));
                }
            });
        }

        @Override
        public JsonNode get(String field) {
            asked.add(field);
            return super.get(field);
        }

        void assertAllAndOnlyItsFieldsWereAskedFor(String path) {
            assertThat(asked).as("fields of '%s'", path).isEqualTo(fields.keySet());
            properties().forEach(field -> {
                if (field.getValue() instanceof AskedObject inner) {
                    inner.assertAllAndOnlyItsFieldsWereAskedFor(path + '.' + field.getKey());
                }
            });
        }

        private static Map<String, JsonNode> fields(JsonNode schema) {
            Map<String, JsonNode> fields = new TreeMap<>();
            String reference = schema.path("$ref").asText();
            if (reference.startsWith("#")) {
                fields.putAll(fields(SCHEMA.at(reference.substring(1))));
            }
            schema.path("properties").properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            return fields;
        }
    }
}
