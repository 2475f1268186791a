package io.sectorwatch.ingest.format.registry;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.ByteOrderMark;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks all formats for the most likely one. */
final class Recognition {
    static Format of(byte[] head, @Nullable Charset encoding) throws UnreadableException {
        OtherContent.requireText(head, encoding);
        String text = decoded(head, encoding);
        OtherContent.requireNoPage(text);
        Beginning beginning = new Beginning(text);
        @Nullable Format best = null;
        @Nullable UnreadableException refusal = null;
        Likeness most = Likeness.NONE;
        for (Format format : Formats.ALL) {
            try {
                Likeness likeness = format.recognise(beginning);
                if (likeness.compareTo(most) > 0) {
                    most = likeness;
                    best = format;
                    refusal = null;
                }
            } catch (UnreadableException e) {
                // What it would be instead: a format that is more likely may know better.
                if (Likeness.POSSIBLE.compareTo(most) > 0) {
                    most = Likeness.POSSIBLE;
                    refusal = e;
                }
            }
        }
        if (refusal != null) {
            throw refusal;
        }
        if (best == null) {
            throw OtherContent.unknown(beginning);
        }
        return best;
    }

    private static String decoded(byte[] head, @Nullable Charset encoding) {
        ByteOrderMark mark = ByteOrderMark.of(head);
        Charset charset =
                mark.charset() != null ? mark.charset() : encoding != null ? encoding : StandardCharsets.UTF_8;
        return new String(head, mark.length(), head.length - mark.length(), charset);
    }

    private Recognition() {}
}
