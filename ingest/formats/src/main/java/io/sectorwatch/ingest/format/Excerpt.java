package io.sectorwatch.ingest.format;

import org.jspecify.annotations.Nullable;

/** What a message to people quotes of a file. */
public final class Excerpt {
    private static final int LONGEST = 60;
    private static final int LONGEST_REASON = 300;

    /** The beginning of a long text, the whole of a short one, and nothing that would garble a terminal. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "nothing";
        }
        return cut(text, LONGEST);
    }

    /** The same of what a parser says, which quotes the file too. */
    public static String ofReason(@Nullable String reason) {
        return reason == null ? "nothing more is known" : cut(reason, LONGEST_REASON);
    }

    private static String cut(String text, int longest) {
        String beginning = text.length() > longest ? text.substring(0, longest) + '…' : text;
        return beginning.replaceAll("\\p{Cntrl}", " ");
    }

    private Excerpt() {}
}
