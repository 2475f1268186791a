package io.sectorwatch.ingest.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Texts that come again and again, each understood once. Bounded: texts that never repeat cannot fill the memory. Not
 * thread-safe.
 */
final class Memo<T> {
    private static final int MOST = 1 << 15;
    private static final int LONGEST = 200;

    private final Function<String, Reading<T>> understanding;
    private final Map<String, Reading<T>> known = new HashMap<>();
    private @Nullable String lastText;
    private @Nullable Reading<T> lastReading;

    /** What the function refuses with IllegalArgumentException is nonsense. */
    Memo(Function<String, Reading<T>> understanding) {
        this.understanding = understanding;
    }

    Reading<T> of(String text) {
        Reading<T> reading = lastReading;
        if (reading != null && text.equals(lastText)) {
            return reading;
        }
        reading = known.get(text);
        if (reading == null) {
            reading = understand(text);
            if (text.length() <= LONGEST) {
                if (known.size() == MOST) {
                    known.clear();
                }
                known.put(text, reading);
            }
        }
        lastText = text;
        lastReading = reading;
        return reading;
    }

    private Reading<T> understand(String text) {
        try {
            return understanding.apply(text);
        } catch (IllegalArgumentException e) {
            return Reading.nonsense(e.getMessage());
        }
    }
}
