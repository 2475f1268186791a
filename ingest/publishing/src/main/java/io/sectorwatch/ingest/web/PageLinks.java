package io.sectorwatch.ingest.web;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Link header of an answer, RFC 8288, says of other pages beside it. */
final class PageLinks {
    /** A target, or a parameter behind one; what stands between quotation marks is one piece. */
    private static final Pattern PIECE = Pattern.compile(
            "(?<target><[^>]*>)|;\\s*(?<name>[^\\s\"=;,<>]+)\\s*=\\s*(?:\"(?<quoted>[^\"]*)\"|(?<bare>[^\\s\";,]+))");

    private static final Set<String> OTHERS = Set.of("next", "prev", "previous");
    /** A header of a server that means no harm is shorter. */
    private static final int LONGEST = 10_000;

    /** Whether an answer says that there are pages before or behind it, so that it is not all there is. */
    static boolean nameOthers(HttpHeaders headers) {
        return headers.allValues("Link").stream()
                .filter(header -> header.length() <= LONGEST)
                .anyMatch(PageLinks::namesAnother);
    }

    private static boolean namesAnother(String header) {
        Matcher piece = PIECE.matcher(header);
        boolean isOpen = false;
        while (piece.find()) {
            if (piece.group("target") != null) {
                isOpen = true;
            } else if (isOpen && piece.group("name").equalsIgnoreCase("rel")) {
                // Of several relations of one target the first one counts.
                isOpen = false;
                String said = piece.group("quoted") == null ? piece.group("bare") : piece.group("quoted");
                if (Arrays.stream(said.toLowerCase(Locale.ROOT).split("\\s+")).anyMatch(OTHERS::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private PageLinks() {}
}
