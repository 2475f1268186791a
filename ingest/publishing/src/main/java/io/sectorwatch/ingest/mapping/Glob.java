package io.sectorwatch.ingest.mapping;

import java.util.List;
import java.util.regex.Pattern;

/** A pattern for a whole text in which {@code *} stands for any characters; capitals count. */
final class Glob {
    private final String text;
    private final Pattern pattern;

    Glob(String text) {
        this.text = text;
        this.pattern = Pattern.compile(
                "\\Q" + text.replace("\\E", "\\E\\\\E\\Q").replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
    }

    static List<Glob> of(List<String> texts) {
        return texts.stream().map(Glob::new).toList();
    }

    boolean matches(String other) {
        return pattern.matcher(other).matches();
    }

    static boolean anyMatches(List<Glob> globs, String other) {
        for (Glob glob : globs) {
            if (glob.matches(other)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
