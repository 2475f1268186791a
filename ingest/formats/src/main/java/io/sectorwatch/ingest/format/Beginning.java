package io.sectorwatch.ingest.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The beginning of a file, by which formats recognise their own; it may be cut off anywhere. Not thread-safe. */
public final class Beginning {
    private final String text;
    private final Map<Class<?>, Object> views = new HashMap<>();

    /** Of the first characters, unpacked and without a byte order mark. */
    public Beginning(String characters) {
        this.text = characters.stripLeading();
    }

    /** The characters from the first on that is no white space. */
    public String text() {
        return text;
    }

    /** Whether it begins with this character, white space left aside. */
    public boolean startsWith(char character) {
        return !text.isEmpty() && text.charAt(0) == character;
    }

    /** What is seen in it by whoever looks so. They look once, however many formats want to know. */
    public <T> T seen(Class<T> view, Function<Beginning, T> look) {
        T known = view.cast(views.get(view));
        if (known != null) {
            return known;
        }
        T seen = Objects.requireNonNull(look.apply(this));
        views.put(view, seen);
        return seen;
    }
}
