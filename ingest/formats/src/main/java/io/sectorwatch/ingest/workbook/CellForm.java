package io.sectorwatch.ingest.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a cell shows its number, as far as that makes it another figure: a percentage, a part of a thousand, a day, month or year.
 * Decimals that the format does not show are kept.
 *
 * @param kind what it shows
 * @param thousands how often it is divided by a thousand first
 */
record CellForm(Kind kind, int thousands) {
    static final CellForm NUMBER = new CellForm(Kind.NUMBER, 0);

    /** A calculation with binary numbers is as good as this; Excel shows no more either. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int USUAL_LENGTH = 15;
    private static final LocalDateTime FIRST_1900 = LocalDateTime.of(1899, 12, 31, 0, 0);
    private static final LocalDateTime FIRST_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

    /** The day that Excel's calendar has and no other. */
    private static final int LEAP_DAY_OF_1900 = 60;

    private static final int LAST_DAY = 2_958_466;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ROOT);

    /** What a number is shown as. */
    enum Kind {
        NUMBER,
        PERCENT,
        MOMENT,
        DAY,
        MONTH,
        YEAR,
        TIME
    }

    /** That of a format that every workbook knows by its number; null where it has to be written. */
    static @Nullable CellForm builtIn(int id) {
        return switch (id) {
            case 0, 1, 2, 3, 4, 11, 12, 13, 37, 38, 39, 40, 48, 49 -> NUMBER;
            case 9, 10 -> new CellForm(Kind.PERCENT, 0);
            case 14, 15, 16 -> new CellForm(Kind.DAY, 0);
            case 17 -> new CellForm(Kind.MONTH, 0);
            case 18, 19, 20, 21, 45, 46, 47 -> new CellForm(Kind.TIME, 0);
            case 22 -> new CellForm(Kind.MOMENT, 0);
            default -> null;
        };
    }

    /** That of a format as it is written: only the part for positive numbers counts, without what stands in quotes. */
    static CellForm of(String code) {
        boolean day = false;
        boolean month = false;
        boolean year = false;
        boolean time = false;
        boolean digits = false;
        boolean percent = false;
        int thousands = 0;
        for (int i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
            char c = code.charAt(i);
            switch (c) {
                case '"' -> i = after(code, i, '"');
                case '[' -> {
                    time |= i + 1 < code.length() && "hHmMsS".indexOf(code.charAt(i + 1)) >= 0;
                    i = after(code, i, ']');
                }
                case '\\', '_', '*' -> i++;
                case 'y', 'Y', 'e' -> year |= !digits;
                case 'd', 'D' -> day = true;
                case 'h', 'H', 's', 'S' -> time = true;
                case 'm', 'M' -> month = true;
                case '%' -> percent = true;
                case '0', '#', '?' -> {
                    digits = true;
                    thousands = 0;
                }
                case ',' -> thousands += digits ? 1 : 0;
                case '.' -> thousands = 0;
                case 'G' -> {
                    return NUMBER;
                }
                default -> {}
            }
        }
        if (digits && !year && !day) {
            return new CellForm(percent ? Kind.PERCENT : Kind.NUMBER, thousands);
        }
        if (day) {
            return new CellForm(time ? Kind.MOMENT : Kind.DAY, 0);
        }
        if (year) {
            return new CellForm(month ? Kind.MONTH : Kind.YEAR, 0);
        }
        return time ? new CellForm(Kind.TIME, 0) : month ? new CellForm(Kind.DAY, 0) : NUMBER;
    }

    /**
     * The text that stands for a number.
     *
     * @param from1904 whether days are counted from there
     * @param point what stands before the fraction
     */
    String shown(String stored, boolean from1904, char point) {
        if (kind == Kind.NUMBER && thousands == 0 && isPlain(stored)) {
            return clear(stored, point);
        }
        BigDecimal number;
        try {
            if (stored.length() > 60) {
                return stored;
            }
            number = new BigDecimal(stored.strip()).round(DIGITS);
        } catch (NumberFormatException e) {
            return stored;
        }
        return switch (kind) {
            case NUMBER, TIME -> clear(plain(number.scaleByPowerOfTen(-3 * thousands)), point);
            case PERCENT -> clear(plain(number.scaleByPowerOfTen(2 - 3 * thousands)), point) + '%';
            default -> moment(number, from1904, stored);
        };
    }

    private String moment(BigDecimal number, boolean from1904, String stored) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) > 0) {
            return stored;
        }
        long days = number.longValue();
        long seconds = number.remainder(BigDecimal.ONE)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        long counted = !from1904 && days >= LEAP_DAY_OF_1900 ? days - 1 : days;
        LocalDateTime moment =
                (from1904 ? FIRST_1904 : FIRST_1900).plusDays(counted).plusSeconds(seconds);
        return switch (kind) {
            case YEAR -> YEAR.format(moment);
            case MONTH -> MONTH.format(moment);
            case MOMENT -> seconds == 0 ? day(moment) : moment.toString();
            default -> day(moment);
        };
    }

    private static String day(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        return day.toString();
    }

    private static int after(String code, int from, char end) {
        int at = code.indexOf(end, from + 1);
        return at < 0 ? code.length() : at;
    }

    private static boolean isPlain(String stored) {
        if (stored.isEmpty() || stored.length() > USUAL_LENGTH) {
            return false;
        }
        for (int i = stored.charAt(0) == '-' ? 1 : 0; i < stored.length(); i++) {
            char c = stored.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return Math.abs((long) stripped.scale()) > 40 ? stripped.toString() : stripped.toPlainString();
    }

    // Three decimals might be thousands to whoever reads the text: a zero behind them says that they are none.
    private static String clear(String number, char point) {
        int at = number.indexOf('.');
        if (at < 0) {
            return number;
        }
        String marked = point == '.' ? number : number.replace('.', point);
        return number.length() - at - 1 == 3 ? marked + '0' : marked;
    }
}
