package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.schemas.series.HiddenCharacters;
import java.io.IOException;
import java.util.List;

/** Texts for people, and lists of texts. */
public final class Texts {
    private static final int LONGEST = 2_000;

    /** One line of text, not blank; throws IllegalArgumentException. */
    public static String line(String what, String text) {
        return line(what, text, LONGEST);
    }

    /** The same of another length. */
    static String line(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " is not one line of 1 to " + longest + " characters");
        }
        return encodable(what, HiddenCharacters.refused(what, text));
    }

    /** Where something stands, in words or as an address of any length; throws IllegalArgumentException. */
    static String place(String text) {
        return encodable("it", HiddenCharacters.refused("it", text));
    }

    /** Any text that UTF-8 can hold, which a half of a surrogate pair is not; throws IllegalArgumentException. */
    static String encodable(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    throw new IllegalArgumentException(what + " holds half a surrogate pair, which is no character");
                }
                i++;
            }
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
