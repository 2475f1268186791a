package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of fields as the tokens of a parser; a complaint names the field. */
final class Tokens {
    static String pooled(String field, JsonParser parser, Pool pool) throws IOException {
        parser.nextToken();
        return pooledHere(field, parser, pool);
    }

    static String pooledHere(String field, JsonParser parser, Pool pool) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedMessageException("field '" + field + "' is not a text");
        }
        try {
            return pool.get(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("field '" + field + "': " + e.getMessage());
        }
    }

    static String text(String field, JsonParser parser) throws IOException {
        String text = parser.nextTextValue();
        if (text == null) {
            throw new MalformedMessageException("field '" + field + "' is not a text");
        }
        return text;
    }

    static @Nullable String optionalText(String field, JsonParser parser) throws IOException {
        String text = parser.nextTextValue();
        if (text == null && parser.currentToken() != JsonToken.VALUE_NULL) {
            throw new MalformedMessageException("field '" + field + "' is not a text");
        }
        return text;
    }

    static <S, T> T parsed(String field, S value, Function<S, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("field '" + field + "': " + e.getMessage());
        }
    }

    private Tokens() {}
}
