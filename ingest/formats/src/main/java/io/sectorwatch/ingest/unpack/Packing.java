package io.sectorwatch.ingest.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** How bytes are packed, told by the first of them. */
enum Packing {
    GZIP,
    ZIP,
    /** A zip archive that Excel made, or a program that makes as Excel does. */
    WORKBOOK,
    NONE;

    private static final int LENGTH = 26;
    private static final int NAME = 30;
    private static final Pattern OF_A_WORKBOOK =
            Pattern.compile("\\[Content_Types]\\.xml|(?:_rels|docProps|customXml|xl)/.*", Pattern.DOTALL);

    static Packing of(byte[] head) {
        if (startsWith(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (!startsWith(head, 'P', 'K', 3, 4)) {
            return startsWith(head, 'P', 'K', 5, 6) ? ZIP : NONE;
        }
        return OF_A_WORKBOOK.matcher(firstMember(head)).matches() ? WORKBOOK : ZIP;
    }

    private static String firstMember(byte[] head) {
        int length = head.length < NAME ? 0 : (head[LENGTH] & 0xff) | (head[LENGTH + 1] & 0xff) << 8;
        return new String(head, Math.min(NAME, head.length), Math.max(0, Math.min(length, head.length - NAME)), UTF_8);
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
