package io.sectorwatch.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document shows in a block: commands, what they print, and files. */
final class Blocks {
    private static final Pattern BLOCK = Pattern.compile("```(sh|text|yaml|json|properties)\n(.*?)```", Pattern.DOTALL);

    /** Those of a language, in their order. */
    static List<String> of(Path document, String language) {
        try {
            Matcher blocks = BLOCK.matcher(Files.readString(document));
            List<String> found = new ArrayList<>();
            while (blocks.find()) {
                if (language.equals(blocks.group(1))) {
                    found.add(Objects.requireNonNull(blocks.group(2)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of a language that holds a text. */
    static String with(Path document, String language, String text) {
        return of(document, language).stream()
                .filter(block -> block.contains(text))
                .findFirst()
                .orElseThrow();
    }

    /** A function of the shell that stands for the script, which may not be built here; it is the same program. */
    static String function() {
        return "sectorwatch() { '" + String.join("' '", Cli.JAVA)
                + "' -Dsectorwatch.out.columns=80 io.sectorwatch.launcher.Sectorwatch \"$@\"; }; ";
    }

    private Blocks() {}
}
