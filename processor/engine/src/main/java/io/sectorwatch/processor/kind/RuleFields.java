package io.sectorwatch.processor.kind;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Limit.Side;
import io.sectorwatch.schemas.yaml.Mistake;
import io.sectorwatch.schemas.yaml.NotedFields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
import java.util.List;

/** The fields of a rule or a part of it. */
public final class RuleFields extends NotedFields {
    private static final int MOST_PERIODS = 1000;
    private static final Limit NO_LIMIT = new Limit(Side.ABOVE, BigDecimal.ZERO, null);

    public RuleFields(JsonNode node, String path, List<Mistake> mistakes) {
        super(node, path, mistakes);
    }

    /** A number of periods with a default. */
    public int count(String field, int least, int standard) {
        return has(field) ? count(field, least) : standard;
    }

    /** A number of periods, at least so many. */
    public int count(String field, int least) {
        JsonNode node = required(field);
        if (node == null) {
            return least;
        }
        if (!node.isIntegralNumber()
                || !node.canConvertToInt()
                || node.intValue() < least
                || node.intValue() > MOST_PERIODS) {
            wrong(field, "is not a whole number from " + least + " to " + MOST_PERIODS);
            return least;
        }
        return node.intValue();
    }

    /** A duration in years, months, weeks and days as ISO 8601 writes it: {@code P3Y}, {@code P30D}. */
    public Period duration(String field, Period standard) {
        JsonNode node = get(field);
        if (node == null) {
            return standard;
        }
        try {
            Period duration = Period.parse(node.asText());
            if (!duration.isNegative() && node.asText().startsWith("P")) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Said below, in the same words as for a negative one.
        }
        wrong(field, "is '" + node.asText() + "', not a duration such as P3Y, P6M or P30D");
        return standard;
    }

    /** The one limit of a kind, with the other edge of the hysteresis where the kind has one. */
    public Limit limit(boolean hysteresis) {
        Side side = null;
        for (Side candidate : Side.values()) {
            if (has(candidate.field())) {
                if (side != null) {
                    wrong("has two limits, " + side.field() + " and " + candidate.field());
                    return NO_LIMIT;
                }
                side = candidate;
            }
        }
        if (side == null) {
            wrong("has no limit: one of below, atMost, above, atLeast");
            return NO_LIMIT;
        }
        BigDecimal value = number(side.field());
        BigDecimal clear = hysteresis && has("clear") ? number("clear") : null;
        if (clear != null && (side.downward() ? clear.compareTo(value) < 0 : clear.compareTo(value) > 0)) {
            wrong(
                    "clear",
                    "is " + clear.toPlainString() + ", on the wrong side of " + side.field() + ": "
                            + value.toPlainString() + "; an alert would end where it begins");
        }
        return new Limit(side, value, clear);
    }

    /** The fields of an object in this one. */
    public RuleFields object(String field) {
        return inner(field, RuleFields::new);
    }
}
