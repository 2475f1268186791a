package io.sectorwatch.ingest.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which headings of a table are periods, each above figures of its own. */
public interface PeriodHeadings {
    /** None is. */
    PeriodHeadings UNKNOWN = new PeriodHeadings() {
        @Override
        public boolean areSaid() {
            return false;
        }

        @Override
        public @Nullable String period(String heading) {
            return null;
        }

        @Override
        public @Nullable String kind(List<String> periods) {
            return null;
        }
    };

    /** Whether somebody said that they are, so that no other column holds the period. */
    boolean areSaid();

    /** Whether it is said, too, how long they are. */
    default boolean saysFrequency() {
        return false;
    }

    /** The period that a heading is, as the publisher writes it; null where it is something else. */
    @Nullable
    String period(String heading);

    /** Those of all periods, however long; a line of these is a header, even if none of them is wanted. */
    default PeriodHeadings ofAnyLength() {
        return this;
    }

    /** The status in SDMX's codes that a heading gives its figures, as in {@code 2024 (p)}; null where it says none. */
    default @Nullable String status(String heading) {
        return null;
    }

    /** Why a heading that has the form of a period is none of those wanted; null for any other. */
    default @Nullable String doubt(String heading) {
        return null;
    }

    /** What a mapping calls headings of these periods, such as years; null where it has no word for them. */
    @Nullable
    String kind(List<String> periods);
}
