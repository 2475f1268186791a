package io.sectorwatch.ingest.describe;

import java.util.regex.Pattern;

/** Texts as YAML has them. */
final class Yaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    /** A text that is read as itself. */
    static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches() ? text : '"' + escaped(text) + '"';
    }

    /** What stands between quotation marks. */
    static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private Yaml() {}
}
