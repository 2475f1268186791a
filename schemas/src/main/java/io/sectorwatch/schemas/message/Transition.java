package io.sectorwatch.schemas.message;

import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One message about an alert. The last one about an open alert is all that is known of it.
 *
 * @param alert the alert's id, the same in all its transitions
 * @param since first period of the episode
 * @param period last period of the episode
 * @param measure what the rule measured, where the transition was decided
 * @param limit null for a rule that has none
 * @param observation the figure the transition rests on; null where the series has none any more
 * @param benchmark the figure it was compared with
 * @param before the figure the alert rested on until now
 * @param evidence ids of the facts the measure was taken from, or of the newest of many
 * @param evidenceCount how many facts these are; null where all of them are listed
 */
public record Transition(
        String alert,
        Type transition,
        Reason reason,
        String rule,
        String ruleHash,
        Severity severity,
        SortedMap<String, String> labels,
        SeriesKey series,
        Period since,
        Period period,
        Certainty certainty,
        Measure measure,
        @Nullable Limit limit,
        @Nullable Figure observation,
        @Nullable Figure benchmark,
        @Nullable Figure before,
        String message,
        Instant decidedAt,
        List<String> evidence,
        @Nullable Integer evidenceCount)
        implements Message {

    public Transition {
        evidenceCount = evidenceCount == null || evidenceCount <= evidence.size() ? null : evidenceCount;
    }

    /** A transition that lists all its evidence. */
    public Transition(
            String alert,
            Type transition,
            Reason reason,
            String rule,
            String ruleHash,
            Severity severity,
            SortedMap<String, String> labels,
            SeriesKey series,
            Period since,
            Period period,
            Certainty certainty,
            Measure measure,
            @Nullable Limit limit,
            @Nullable Figure observation,
            @Nullable Figure benchmark,
            @Nullable Figure before,
            String message,
            Instant decidedAt,
            List<String> evidence) {
        this(
                alert,
                transition,
                reason,
                rule,
                ruleHash,
                severity,
                labels,
                series,
                since,
                period,
                certainty,
                measure,
                limit,
                observation,
                benchmark,
                before,
                message,
                decidedAt,
                evidence,
                null);
    }

    /** What happened to the alert. */
    public enum Type {
        RAISED,
        UPDATED,
        CLEARED,
        RETRACTED;

        /** Whether the alert is open after it. */
        public boolean opens() {
            return this == RAISED || this == UPDATED;
        }
    }

    /** Why it happened. */
    public enum Reason {
        NEW_PERIOD,
        REVISION,
        BENCHMARK_NEW_PERIOD,
        BENCHMARK_REVISION,
        RULE_CHANGED,
        TIME_PASSED,
        CORRECTION;

        /** As it is written in messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the figures leave room for doubt. */
    public enum Certainty {
        CERTAIN,
        POSSIBLE;

        /** As it is written in messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a rule measured.
     *
     * @param value null where nothing could be measured, or where bounds leave every value possible
     * @param comparator null for an exact value
     */
    public record Measure(
            String kind,
            @Nullable BigDecimal value,
            @Nullable Bound comparator) {}

    /**
     * A figure of a series as it was known.
     *
     * @param series null for the transition's own series
     * @param value null for a withdrawn one
     */
    public record Figure(
            @Nullable SeriesKey series,
            Period period,
            @Nullable BigDecimal value,
            @Nullable Bound comparator,
            List<String> status,
            Instant published,
            String source) {}

    /** Key of its record, and of the alert among the open ones. */
    public String key() {
        return key(rule, series);
    }

    /** Key of the alert of a rule for a series. */
    public static String key(String rule, SeriesKey series) {
        return rule + '|' + series;
    }

    @Override
    public Instant time() {
        return decidedAt;
    }

    @Override
    public String subject() {
        return key();
    }
}
