package io.sectorwatch.ingest.workbook;

import io.sectorwatch.ingest.format.xml.XmlInput;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of a cell, which may be made of pieces that look different. */
final class CellText {
    /** Excel's own limit. */
    static final int LONGEST = 32_767;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Goes to the end of the element just started; gives the text in it, without what says how it is pronounced. */
    static String of(XmlInput xml) throws IOException {
        int outside = xml.depth() - 1;
        StringBuilder text = new StringBuilder();
        while (xml.depth() > outside && xml.nextTag()) {
            if (xml.isStart() && xml.name().equals("rPh")) {
                xml.skip();
            } else if (xml.isStart() && xml.name().equals("t")) {
                text.append(xml.textAsItStands(LONGEST));
                if (text.length() > LONGEST) {
                    throw xml.unreadable("a cell has more than " + LONGEST + " characters");
                }
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        return text.indexOf("_x") < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    private CellText() {}
}
