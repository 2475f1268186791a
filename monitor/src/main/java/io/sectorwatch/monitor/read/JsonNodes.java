package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds answers; numbers keep every digit. */
public final class JsonNodes {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty list. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** A message as it stands in a table. */
    public static ObjectNode parse(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a message in the database is no JSON", e);
        }
    }

    /** An answer in bytes. */
    public static byte[] bytes(ObjectNode answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a text where there is one. */
    static void text(ObjectNode node, String field, @Nullable String text) {
        if (text != null) {
            node.put(field, text);
        }
    }

    /** Sets a time where there is one, in the form that messages have. */
    static void time(ObjectNode node, String field, @Nullable String text) {
        if (text != null) {
            node.put(field, Instant.parse(text).toString());
        }
    }

    /** Sets a decimal number where there is one. */
    static void number(ObjectNode node, String field, @Nullable String digits) {
        if (digits != null) {
            node.put(field, new BigDecimal(digits));
        }
    }

    private JsonNodes() {}
}
