package io.sectorwatch.application.replay.html;

/** Text in a page. */
final class Html {
    /** The same for a reader, whatever it holds. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private Html() {}
}
