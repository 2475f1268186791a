package io.sectorwatch.schemas.series;

/**
 * Characters that nobody sees where a text is printed, and that may have the text around them read otherwise: controls, marks
 * that turn the direction of writing around, ends of lines and paragraphs, spaces without a width. What Arabic, Hebrew and
 * Indian scripts need to be written is none of them: marks and joiners, U+200C to U+200F.
 */
public final class HiddenCharacters {
    /** Whether a character is one. */
    public static boolean isHidden(int character) {
        return Character.isISOControl(character)
                || character == 0x180e
                || character == 0x200b
                || character >= 0x2028 && character <= 0x202e
                || character >= 0x2060 && character <= 0x206f
                || character == 0xfeff
                || character >= 0xfff9 && character <= 0xfffb;
    }

    /** A text that holds none; throws IllegalArgumentException, which names the character. */
    public static String refused(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Nearly all there is.
            boolean plain = c >= ' ' && c < 0x7f;
            if (!plain && isHidden(c)) {
                throw new IllegalArgumentException(what + " holds the character " + String.format("U+%04X", (int) c)
                        + ", which nobody sees and which may have the text around it read otherwise: leave it out");
            }
        }
        return text;
    }

    private HiddenCharacters() {}
}
