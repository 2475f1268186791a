package io.sectorwatch.ingest.format;

/**
 * One figure as it is written, and what its marks can mean when nothing else is known: {@code 1,5} has a fraction,
 * {@code 1,234,567} thousands, {@code 1,234} either. Used again for the next one. Not thread-safe.
 */
final class WrittenFigure {
    /** What the marks can mean. */
    enum Form {
        /** There are none. */
        PLAIN,
        /** One stands before the fraction. */
        FRACTION,
        /** They separate thousands, and there is no fraction. */
        THOUSANDS,
        /** Those of one kind separate thousands, one of another stands before the fraction. */
        BOTH,
        /** The only one may be the one or the other. */
        EITHER,
        /** It is no number. */
        NONE
    }

    static final char SPACE = ' ';
    static final char APOSTROPHE = '\'';
    private static final char NO_MARK = 0;
    private static final int GROUP = 3;
    private static final int LONGEST = 100;

    private final boolean parentheses;
    private String text = "";
    private Form form = Form.NONE;
    private boolean negative;
    private boolean percent;
    private boolean canonical;
    private int from;
    private int to;
    private int exponent;
    private int exponentTo;
    private char grouping;
    private char fraction;

    /** With parentheses for a minus, where somebody said so. */
    WrittenFigure(boolean parentheses) {
        this.parentheses = parentheses;
    }

    Form read(String written) {
        text = written;
        canonical = true;
        negative = false;
        percent = false;
        grouping = NO_MARK;
        fraction = NO_MARK;
        form = usual();
        if (form == Form.NONE) {
            canonical = false;
            form = written.length() > LONGEST ? Form.NONE : any();
        }
        return form;
    }

    /** What separates thousands, or is the only mark of one that may be either; spaces and apostrophes each as one of them. */
    char grouping() {
        return grouping;
    }

    char fraction() {
        return fraction;
    }

    boolean isPercent() {
        return percent;
    }

    /** With a point before the fraction and without thousands; of one that may be either, its mark is as told. */
    String plain(boolean markIsFraction) {
        if (canonical && !(form == Form.EITHER && !markIsFraction)) {
            return text;
        }
        char point = form == Form.EITHER && markIsFraction ? grouping : fraction;
        StringBuilder plain = new StringBuilder(text.length() + 1);
        if (negative) {
            plain.append('-');
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                plain.append(c);
            } else if (kind(c) == point) {
                plain.append('.');
            }
        }
        return exponent < 0
                ? plain.toString()
                : plain.append(text, exponent, exponentTo).toString();
    }

    // Nearly all figures are a few digits with a point among them, and need no second look.
    private Form usual() {
        int length = text.length();
        from = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        negative = from == 1;
        to = length;
        exponent = -1;
        int point = -1;
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (!isDigit(c)) {
                return Form.NONE;
            }
        }
        if (length == from || length == from + 1 && point >= 0) {
            return Form.NONE;
        }
        if (point < 0) {
            return Form.PLAIN;
        }
        if (length - point - 1 == GROUP && isFirstGroup(from, point)) {
            grouping = '.';
            return Form.EITHER;
        }
        fraction = '.';
        return Form.FRACTION;
    }

    private Form any() {
        from = 0;
        to = text.length();
        negative = false;
        trim();
        if (from < to && text.charAt(to - 1) == '%') {
            percent = true;
            to--;
            trim();
        }
        if (!sign()) {
            return Form.NONE;
        }
        exponent = exponentAt();
        int end = to;
        if (exponent >= 0) {
            to = exponent;
        }
        Form found = from == to ? Form.NONE : marks();
        if (exponent >= 0) {
            exponentTo = end;
            // Nobody groups thousands before a power of ten.
            if (found == Form.EITHER) {
                fraction = grouping;
                return Form.FRACTION;
            }
            return found == Form.PLAIN || found == Form.FRACTION ? found : Form.NONE;
        }
        return found;
    }

    private void trim() {
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
    }

    private boolean sign() {
        if (from == to) {
            return false;
        }
        if (parentheses && text.charAt(from) == '(' && text.charAt(to - 1) == ')') {
            negative = true;
            from++;
            to--;
            trim();
            return true;
        }
        boolean first = isMinus(text.charAt(from));
        boolean last = isMinus(text.charAt(to - 1));
        if (first && last) {
            return false;
        }
        negative = first || last;
        if (first || text.charAt(from) == '+') {
            from++;
        } else if (last) {
            to--;
        }
        trim();
        return true;
    }

    private int exponentAt() {
        for (int i = from + 1; i < to - 1; i++) {
            if (text.charAt(i) == 'e' || text.charAt(i) == 'E') {
                char next = text.charAt(i + 1);
                int digits = next == '-' || next == '+' ? i + 2 : i + 1;
                return digits < to && isDigits(digits, to) ? i : -1;
            }
        }
        return -1;
    }

    private Form marks() {
        char first = NO_MARK;
        char last = NO_MARK;
        int count = 0;
        int lastAt = -1;
        int changes = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                continue;
            }
            char kind = kind(c);
            if (kind == NO_MARK) {
                return Form.NONE;
            }
            changes += count > 0 && kind != last ? 1 : 0;
            first = count == 0 ? kind : first;
            last = kind;
            lastAt = i;
            count++;
        }
        if (count == 0) {
            return Form.PLAIN;
        }
        boolean mayBeFraction = last == '.' || last == ',';
        if (changes == 0) {
            grouping = first;
            boolean groups = isGrouped(to);
            if (count == 1 && mayBeFraction) {
                if (groups) {
                    return Form.EITHER;
                }
                grouping = NO_MARK;
                fraction = first;
                return to - from > 1 ? Form.FRACTION : Form.NONE;
            }
            return groups ? Form.THOUSANDS : Form.NONE;
        }
        grouping = first;
        fraction = last;
        return changes == 1 && mayBeFraction && lastAt < to - 1 && isGrouped(lastAt) ? Form.BOTH : Form.NONE;
    }

    /** Whether what stands before this place is in groups of three digits, or in India's of two before the last. */
    private boolean isGrouped(int end) {
        int first = next(from, end);
        int lastMark = from;
        boolean threes = true;
        boolean twos = true;
        int groups = 0;
        for (int i = first; i < end; i = next(i + 1, end)) {
            int length = next(i + 1, end) - i - 1;
            boolean isLast = next(i + 1, end) == end;
            threes &= length == GROUP;
            twos &= length == (isLast ? GROUP : GROUP - 1);
            lastMark = i;
            groups++;
        }
        boolean indian = twos && groups > 1 && first - from < GROUP;
        return lastMark > from && (threes || indian) && isFirstGroup(from, first);
    }

    private int next(int at, int end) {
        int next = at;
        while (next < end && isDigit(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private boolean isFirstGroup(int start, int end) {
        return end > start && end - start <= GROUP && text.charAt(start) != '0';
    }

    private boolean isDigits(int start, int end) {
        return next(start, end) == end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212' || c == '\u2013';
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u2007' || c == '\u2009' || c == '\u202f';
    }

    private static char kind(char c) {
        return switch (c) {
            case '.', ',' -> c;
            case ' ', '\u00a0', '\u2007', '\u2009', '\u202f' -> SPACE;
            case '\'', '\u2019', '\u02bc' -> APOSTROPHE;
            default -> NO_MARK;
        };
    }
}
