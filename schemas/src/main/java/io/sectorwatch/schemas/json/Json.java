package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.series.Decimals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one way JSON is read and written here: UTF-8, numbers as plain decimals, a field twice is an error. */
public final class Json {
    // Complaints quote what they complain of, and travel in headers: a text must not be as large as a record may be.
    private static final StreamReadConstraints SMALL = StreamReadConstraints.builder()
            .maxStringLength(16_384)
            .maxNameLength(1_024)
            .build();

    /**
     * As many bytes as a message may have. An alert repeats the labels of its rule and the words of its facts, and a broker
     * takes records of a million bytes.
     */
    public static final int LARGEST_MESSAGE = 256 * 1024;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(SMALL)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final ObjectMapper TREES = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(SMALL)
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    // What the parser adds for those who program with it: its options, and its name for where a value begins.
    private static final Pattern FOR_PROGRAMMERS =
            Pattern.compile(": enable `.*| \\((?:start marker|for \\w+ starting) at \\[Source: [^]]*]\\)");

    /** Writes one value. */
    @FunctionalInterface
    public interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    /** The bytes of one JSON value. */
    public static byte[] bytes(Writer writer) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(512)) {
            try (JsonGenerator json = FACTORY.createGenerator(out)) {
                writer.write(json);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads any JSON value; throws MalformedMessageException. */
    public static JsonNode tree(byte[] bytes) {
        try {
            return encodable(TREES.readTree(bytes));
        } catch (IOException e) {
            throw notJson(e);
        } catch (NumberFormatException e) {
            throw new MalformedMessageException("not JSON: " + Decimals.TOO_LARGE);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(String.valueOf(e.getMessage()));
        }
    }

    /** Refuses a message that is too large to leave room for what follows from it. */
    public static void requireFitting(byte[] message) {
        if (message.length > LARGEST_MESSAGE) {
            throw new MalformedMessageException(
                    "too large: " + message.length + " bytes, and a message has at most " + LARGEST_MESSAGE);
        }
    }

    /** The complaint about bytes that the parser refused: bytes in memory have no other failure. */
    static MalformedMessageException notJson(IOException e) {
        if (!(e instanceof JsonProcessingException refused)) {
            return new MalformedMessageException("not JSON: " + e.getMessage());
        }
        String what = e instanceof StreamConstraintsException ? "too large: " : "not JSON: ";
        return new MalformedMessageException(what + reason(refused) + where(refused.getLocation()));
    }

    /** What the parser refuses, in words for whoever wrote the JSON; without the place. */
    public static String reason(JsonProcessingException refused) {
        return refused instanceof JsonEOFException
                ? "it is cut off in the middle"
                : FOR_PROGRAMMERS.matcher(refused.getOriginalMessage()).replaceAll("");
    }

    // What stands in one line may be any line of a file; only whoever reads the file can say which.
    private static String where(@Nullable JsonLocation at) {
        if (at == null) {
            return "";
        }
        return " (" + (at.getLineNr() == 1 ? "" : "line " + at.getLineNr() + ", ") + "column " + at.getColumnNr() + ")";
    }

    private static JsonNode encodable(JsonNode node) {
        if (node.isTextual()) {
            Texts.encodable("a text", node.textValue());
        }
        node.fieldNames().forEachRemaining(name -> Texts.encodable("a field name", name));
        node.forEach(Json::encodable);
        return node;
    }

    private Json() {}
}
