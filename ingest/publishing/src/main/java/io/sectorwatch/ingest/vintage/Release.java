package io.sectorwatch.ingest.vintage;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One publication of one data set. Releases are taken up in the order of their publication.
 *
 * @param dataSet its name, the same in every release of it
 * @param published when; null where each of its facts says for itself when it became known
 * @param extent what it says by leaving something out
 */
public record Release(String dataSet, @Nullable Instant published, Extent extent) implements Comparable<Release> {
    private static final Comparator<Release> ORDER = Comparator.comparing(
                    Release::published, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Release::dataSet)
            .thenComparing(Release::extent);

    /** What a release says by leaving something out. */
    public enum Extent {
        /** Nothing: it holds a selection. */
        PART,
        /** It holds every period of each series it holds: one that it leaves out is withdrawn. */
        SERIES,
        /**
         * It also holds every series of its indicators, in each of their sectors and frequencies that it holds: an area
         * that it leaves out is withdrawn.
         */
        WHOLE
    }

    public Release {
        if (published == null && extent != Extent.PART) {
            throw new IllegalArgumentException("what a release of no certain moment leaves out says nothing");
        }
    }

    @Override
    public int compareTo(Release other) {
        return ORDER.compare(this, other);
    }
}
