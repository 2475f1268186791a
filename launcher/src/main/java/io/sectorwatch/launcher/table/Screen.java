package io.sectorwatch.launcher.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lines are written on.
 *
 * @param columns how long a line may be
 * @param colours whether colours show
 */
public record Screen(int columns, boolean colours) {
    /** A file or a pipe: no colours, and each line as long as it is. */
    public static final Screen PLAIN = new Screen(Integer.MAX_VALUE, false);

    private static final int NARROWEST = 60;
    private static final String BOLD = "\u001b[1m";
    private static final String RESET = "\u001b[0m";

    /**
     * The screen with that many columns, as text; {@link #PLAIN} where it is null or not a number, since then it is none.
     */
    public static Screen of(@Nullable String columns, Map<String, String> environment) {
        if (columns == null || !columns.matches("[1-9][0-9]{0,5}")) {
            return PLAIN;
        }
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Screen(Math.max(NARROWEST, Integer.parseInt(columns)), colours);
    }

    /** Words above others, which goes on behind the indent. */
    String heading(String words, String indent) {
        String wrapped = wrapped("", words, indent);
        return colours ? BOLD + wrapped + RESET : wrapped;
    }

    /** A head, which stays as it is, and words after it; what does not fit goes on beneath, behind the indent. */
    public String wrapped(String head, String words, String indent) {
        StringBuilder text = new StringBuilder(head);
        int column = head.length();
        boolean first = true;
        for (String word : words.split(" ", -1)) {
            if (!first && column + 1 + word.length() > columns) {
                text.append(System.lineSeparator()).append(indent);
                column = indent.length();
                first = true;
            }
            if (!first) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
            first = false;
        }
        return text.toString();
    }
}
