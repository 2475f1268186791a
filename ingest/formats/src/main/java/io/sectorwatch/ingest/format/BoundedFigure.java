package io.sectorwatch.ingest.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure with a sign before it in its cell, {@code <0.1} or {@code ≥ 95}: the true one lies on that side of it. That it
 * is meant so a mapping has to say.
 *
 * @param sign one of {@code <}, {@code <=}, {@code >=} and {@code >}, however it is written
 */
public record BoundedFigure(String sign, String figure) {
    private static final Pattern FORM = Pattern.compile("\\h*(<=|>=|[<>\u2264\u2265\u2a7d\u2a7e])\\h*(\\S.*)");

    /** What a cell holds; null where no such sign begins it. */
    public static @Nullable BoundedFigure of(String cell) {
        if (cell.isEmpty() || cell.charAt(0) >= '0' && cell.charAt(0) <= '9') {
            return null;
        }
        Matcher matcher = FORM.matcher(cell);
        if (!matcher.matches()) {
            return null;
        }
        String sign = switch (matcher.group(1)) {
            case "\u2264", "\u2a7d" -> "<=";
            case "\u2265", "\u2a7e" -> ">=";
            default -> matcher.group(1);
        };
        return new BoundedFigure(sign, matcher.group(2));
    }
}
