package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Texts for people, and lists of texts. */
final class Texts {
    private static final int LONGEST = 2_000;

    /** One line of text, not blank; throws IllegalArgumentException. */
    static String line(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " is not one line of 1 to " + LONGEST + " characters");
        }
        return text;
    }

    static void write(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private Texts() {}
}
