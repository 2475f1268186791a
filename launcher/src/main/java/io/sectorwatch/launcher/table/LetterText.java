package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.deadletters.DeadLetter;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.series.HiddenCharacters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A dead letter as a person reads it, within 80 columns, or a program. */
public final class LetterText {
    private static final int COLUMNS = 80;
    private static final int LABEL = 10;
    private static final int LONGEST = 3 * (COLUMNS - LABEL);

    /** Several lines: what, where from, why. */
    public static String forPeople(DeadLetter letter, boolean redriven) {
        return "Offset " + letter.offset() + (redriven ? ", redriven" : "") + '\n'
                + labelled("from", origin(letter))
                + labelled("reason", letter.reason())
                + labelled("original", letter.value() == null ? "no value" : readable(letter.value()));
    }

    /** One JSON object; what is not UTF-8 is in Base64, under another name. */
    public static String forPrograms(DeadLetter letter, boolean redriven) {
        return new String(
                Json.bytes(json -> {
                    json.writeStartObject();
                    json.writeNumberField("offset", letter.offset());
                    json.writeStringField("topic", letter.topic());
                    json.writeNumberField("partition", letter.partition());
                    json.writeNumberField("originOffset", letter.originOffset());
                    json.writeStringField("reason", letter.reason());
                    json.writeStringField("time", letter.time().toString());
                    json.writeBooleanField("redriven", redriven);
                    for (var part : new Part[] {new Part("key", letter.key()), new Part("value", letter.value())}) {
                        if (part.bytes() != null) {
                            String text = utf8(part.bytes());
                            json.writeStringField(
                                    text == null ? part.name() + "Base64" : part.name(),
                                    text == null ? Base64.getEncoder().encodeToString(part.bytes()) : text);
                        }
                    }
                    json.writeEndObject();
                }),
                UTF_8);
    }

    private record Part(String name, byte @Nullable [] bytes) {}

    static String origin(DeadLetter letter) {
        return letter.topic() == null
                ? "unknown"
                : letter.topic() + ", partition " + letter.partition() + ", offset " + letter.originOffset();
    }

    private static String readable(byte[] value) {
        String text = utf8(value);
        return text == null ? "0x" + HexFormat.of().formatHex(value, 0, Math.min(value.length, LONGEST)) : text;
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String labelled(String label, String text) {
        StringBuilder lines = new StringBuilder("  ").append(label);
        String rest = visible(text);
        String indent = " ".repeat(LABEL + 1);
        lines.append(" ".repeat(indent.length() - lines.length()));
        while (rest.length() > COLUMNS - indent.length()) {
            int end = end(rest, COLUMNS - indent.length());
            lines.append(rest, 0, end).append('\n').append(indent);
            rest = rest.substring(end).stripLeading();
        }
        return lines.append(rest).append('\n').toString();
    }

    // At a space where there is one, but not at the cost of half a line.
    private static int end(String text, int columns) {
        int space = text.lastIndexOf(' ', columns);
        return space > columns / 2 ? space : columns;
    }

    // What came from outside must not steer a terminal.
    static String visible(@Nullable String text) {
        String cut = text == null ? "" : text.length() > LONGEST ? text.substring(0, LONGEST - 1) + '…' : text;
        StringBuilder visible = new StringBuilder();
        cut.codePoints().forEach(c -> {
            if (HiddenCharacters.isHidden(c) || Character.getType(c) == Character.FORMAT) {
                visible.append(String.format("\\u%04x", c));
            } else {
                visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }

    private LetterText() {}
}
