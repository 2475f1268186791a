package io.sectorwatch.monitor.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.monitor.intake.Times;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Where a page of a list ends: what the last row is sorted by, in a form that nobody needs to understand. */
public record PageEnd(List<String> parts) {
    private static final String BETWEEN = "\n";

    /** In a list by time: the time in the form that messages have, and what tells those of one moment apart. */
    static PageEnd at(String time, String id) {
        return of(Times.text(Instant.parse(time)), id);
    }

    static PageEnd of(String... parts) {
        return new PageEnd(List.of(parts));
    }

    /** Reads one; throws IllegalArgumentException for what is none. */
    public static PageEnd parse(String text, int parts) {
        String decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
        List<String> list = List.of(decoded.split(BETWEEN, -1));
        if (list.size() != parts) {
            throw new IllegalArgumentException("'" + text + "' is not where a page of this list ended");
        }
        return new PageEnd(list);
    }

    String part(int i) {
        return parts.get(i);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, parts).getBytes(UTF_8));
    }
}
