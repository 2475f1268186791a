package io.sectorwatch.ingest.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.Leash;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.schemas.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * JSON in UTF-8 read a token at a time, in bounded memory whatever comes. NaN is accepted as a number, since offices write
 * it; what is broken in any other way makes the rest unreadable.
 */
public final class JsonInput {
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int DEEPEST = 100;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    // Names are not kept: those of SDMX-JSON's observations are all different.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    /** Takes the value of a field, at whose first token the input stands; what it does not take is passed over. */
    @FunctionalInterface
    public interface Field {
        void read(String name) throws IOException;
    }

    /** Takes an element of an array, at whose first token the input stands; what it does not take is passed over. */
    @FunctionalInterface
    public interface Element {
        void read(int place) throws IOException;
    }

    private final Leash leash;
    private final JsonParser parser;

    /** Stands before the first token. */
    public JsonInput(InputStream in) throws IOException {
        leash = new Leash(in);
        Reader strict = new InputStreamReader(
                leash,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        PushbackReader reader = new PushbackReader(strict);
        try {
            int first = reader.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                reader.unread(first);
            }
            parser = JSON.createParser(reader);
        } catch (CharacterCodingException e) {
            throw notUtf8(1, e);
        }
    }

    /** Goes to the next token; null at the end of the input. */
    public @Nullable JsonToken next() throws IOException {
        leash.rest();
        try {
            return parser.nextToken();
        } catch (UnreadableException e) {
            throw new UnreadableException(where() + e.getMessage(), e);
        } catch (StreamConstraintsException e) {
            throw new UnreadableException(
                    where() + "a text is longer than " + LONGEST_TEXT + " characters, a number longer than "
                            + LONGEST_NUMBER + ", or values are nested more than " + DEEPEST + " deep",
                    e);
        } catch (JsonEOFException e) {
            throw new UnreadableException(where() + "the file is cut off in the middle", e);
        } catch (JsonProcessingException e) {
            throw new UnreadableException(where() + "this is no JSON: " + Excerpt.ofReason(Json.reason(e)), e);
        } catch (CharacterCodingException e) {
            throw notUtf8(line(), e);
        }
    }

    /** The token at which the input stands. */
    public @Nullable JsonToken token() {
        return parser.currentToken();
    }

    /** Reads the object at which the input stands; null counts as an empty one. */
    public void object(String what, Field field) throws IOException {
        if (token() == JsonToken.VALUE_NULL) {
            return;
        }
        if (token() != JsonToken.START_OBJECT) {
            throw unreadable(what + " is no object {…}");
        }
        while (next() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            next();
            field.read(name);
            pass();
        }
    }

    /** Reads the array at which the input stands; null counts as an empty one. */
    public void array(String what, Element element) throws IOException {
        if (token() == JsonToken.VALUE_NULL) {
            return;
        }
        if (token() != JsonToken.START_ARRAY) {
            throw unreadable(what + " is no array […]");
        }
        for (int place = 0; next() != JsonToken.END_ARRAY; place++) {
            element.read(place);
            pass();
        }
    }

    /** The text of a text, number or truth value as it stands in the file; null for null and for objects and arrays. */
    public @Nullable String scalar() throws IOException {
        JsonToken token = token();
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            return null;
        }
        try {
            return parser.getText();
        } catch (StreamConstraintsException e) {
            throw new UnreadableException(where() + "a text is longer than " + LONGEST_TEXT + " characters", e);
        } catch (JsonEOFException e) {
            throw new UnreadableException(where() + "the file is cut off in the middle of a text", e);
        } catch (JsonProcessingException e) {
            throw new UnreadableException(where() + "this is no JSON: " + Excerpt.ofReason(Json.reason(e)), e);
        } catch (CharacterCodingException e) {
            throw notUtf8(line(), e);
        }
    }

    /** Throws UnreadableException if anything but white space follows. */
    public void requireEnd() throws IOException {
        if (next() != null) {
            throw unreadable("something follows after the end of the message; one message a file is read");
        }
    }

    /** Line of the file, from 1. */
    public long line() {
        return parser.currentLocation().getLineNr();
    }

    /** Says where something makes no sense. */
    public UnreadableException unreadable(String what) {
        return new UnreadableException(where() + what);
    }

    private void pass() throws IOException {
        int depth = 0;
        for (JsonToken token = token(); token != null; token = next()) {
            depth += token.isStructStart() ? 1 : 0;
            depth -= token.isStructEnd() && depth > 0 ? 1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }

    private String where() {
        return "line " + line() + ", column " + parser.currentLocation().getColumnNr() + ": ";
    }

    private static UnreadableException notUtf8(long line, IOException cause) {
        return new UnreadableException("near line " + line + ": the bytes are not UTF-8", cause);
    }
}
