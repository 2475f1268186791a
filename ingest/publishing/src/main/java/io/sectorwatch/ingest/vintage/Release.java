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
 * @param isOfOneSource whether all its facts are of one source, so that the data set and the moment name it
 */
public record Release(String dataSet, @Nullable Instant published, Extent extent, boolean isOfOneSource)
        implements Comparable<Release> {
    private static final Comparator<Release> ORDER = Comparator.comparing(
                    Release::published, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Release::dataSet)
            .thenComparing(Release::extent)
            .thenComparing(Release::isOfOneSource);

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

    /** One of a data set that has a source of its own. */
    public Release(String dataSet, @Nullable Instant published, Extent extent) {
        this(dataSet, published, extent, true);
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
