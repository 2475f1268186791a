package io.sectorwatch.schemas.series;

/** The form of the codes that name things. The lists are open: a new code needs no release, only this form. */
public final class Codes {
    private static final int LONGEST = 80;
    private static final int LONGEST_RELEASE = 200;
    private static final int FACT = 32;

    /** An indicator: lower-case words with '-', and '.' before a part of it ({@code policy-activity.funding}). */
    public static String indicator(String code) {
        return lower("indicator", code, true);
    }

    /** A sector: lower-case words with '-'. */
    public static String sector(String code) {
        return lower("sector", code, false);
    }

    /** Any other lower-case code, named in the complaint; throws IllegalArgumentException. */
    public static String word(String what, String code) {
        return lower(what, code, false);
    }

    /** An area: capitals, digits and '_', a capital first, at least two of them. */
    public static String area(String code) {
        boolean good = code.length() >= 2 && code.length() <= LONGEST && isUpper(code.charAt(0));
        for (int i = 1; good && i < code.length(); i++) {
            char c = code.charAt(i);
            good = isUpper(c) || isDigit(c) || c == '_';
        }
        if (!good) {
            throw new IllegalArgumentException("area '" + code
                    + "' is not a code: an ISO 3166 alpha-3 code or an aggregate such as OECD, EU27, WLD");
        }
        return code;
    }

    /** An SDMX observation status: a capital, then capitals or digits. */
    public static String status(String code) {
        boolean good = !code.isEmpty() && code.length() <= 8 && isUpper(code.charAt(0));
        for (int i = 1; good && i < code.length(); i++) {
            good = isUpper(code.charAt(i)) || isDigit(code.charAt(i));
        }
        if (!good) {
            throw new IllegalArgumentException("status '" + code + "' is not a code of SDMX CL_OBS_STATUS");
        }
        return code;
    }

    /** An identifier given by someone else: visible ASCII without '|' and '/', since keys are built with these. */
    public static String id(String what, String id) {
        boolean good = !id.isEmpty() && id.length() <= LONGEST * 2;
        for (int i = 0; good && i < id.length(); i++) {
            char c = id.charAt(i);
            good = c > ' ' && c < 0x7f && c != '|' && c != '/';
        }
        if (!good) {
            throw new IllegalArgumentException(
                    what + " '" + id + "' is not usable: 1 to " + LONGEST * 2 + " visible characters without | and /");
        }
        return id;
    }

    /** A release, as its source or whoever publishes it calls it: one line, not blank. */
    public static String release(String id) {
        if (id.isBlank() || id.length() > LONGEST_RELEASE || !id.codePoints().allMatch(Codes::isCharacter)) {
            throw new IllegalArgumentException("release is not one line of 1 to " + LONGEST_RELEASE + " characters");
        }
        return HiddenCharacters.refused("release", id);
    }

    /** A fact, by the id that is derived from its content. */
    public static String fact(String id) {
        if (id.length() != FACT || !id.chars().allMatch(c -> isDigit((char) c) || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not the id of a fact: " + FACT + " hexadecimal digits, letters in lower case");
        }
        return id;
    }

    private static String lower(String what, String code, boolean dots) {
        boolean good = !code.isEmpty() && code.length() <= LONGEST;
        boolean start = true;
        for (int i = 0; good && i < code.length(); i++) {
            char c = code.charAt(i);
            boolean separator = c == '-' || dots && c == '.';
            good = separator ? !start && i < code.length() - 1 : c >= 'a' && c <= 'z' || isDigit(c);
            start = separator;
        }
        if (!good) {
            throw new IllegalArgumentException(
                    what + " '" + code + "' is not a code: lower-case words joined by '-'" + (dots ? " or '.'" : ""));
        }
        return code;
    }

    // Half a surrogate pair is none, and UTF-8 cannot hold it.
    private static boolean isCharacter(int codePoint) {
        return !Character.isISOControl(codePoint) && (codePoint > 0xffff || !Character.isSurrogate((char) codePoint));
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Codes() {}
}
