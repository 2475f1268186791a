package io.sectorwatch.launcher.command;

import java.util.List;

/** A command that may come next, to be copied into a shell from a terminal of 80 columns. */
final class Hint {
    private static final int COLUMNS = 80;
    private static final String INDENT = " ".repeat(6);
    private static final String DEEPER = " ".repeat(10);

    /** The command and what it shows, in one line where they fit; else the words above it, and it goes on beneath. */
    static String of(List<String> command, String words) {
        String line = INDENT + String.join(" ", command) + (words.isEmpty() ? "" : "    " + words);
        if (line.length() <= COLUMNS) {
            return line + '\n';
        }
        StringBuilder text = new StringBuilder(words.isEmpty() ? "" : INDENT + "# " + words + '\n');
        StringBuilder current = new StringBuilder(INDENT);
        boolean first = true;
        for (String part : command) {
            if (!first && current.length() + 1 + part.length() + " \\".length() > COLUMNS) {
                text.append(current).append(" \\\n");
                current = new StringBuilder(DEEPER);
                first = true;
            }
            current.append(first ? "" : " ").append(part);
            first = false;
        }
        return text.append(current).append('\n').toString();
    }

    private Hint() {}
}
