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

    /** The period that a heading is, as the publisher writes it; null where it is something else. */
    @Nullable
    String period(String heading);

    /** What a mapping calls headings of these periods, such as years; null where it has no word for them. */
    @Nullable
    String kind(List<String> periods);
}
