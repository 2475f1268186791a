package io.sectorwatch.ingest;

import java.util.List;

/**
 * What became of the data sets of one run.
 *
 * @param isPublished whether the accepted facts have been published, which happens to all of them or to none
 */
public record Report(List<DataSet> dataSets, boolean isPublished) {

    /**
     * One data set.
     *
     * @param accepted number of facts to publish
     */
    public record DataSet(String name, long accepted, List<Rejection> rejections) {
        public DataSet {
            rejections = List.copyOf(rejections);
        }

        /** Number of facts found, good or bad. */
        public long read() {
            return accepted + rejections.size();
        }
    }

    public Report {
        dataSets = List.copyOf(dataSets);
    }

    /** The same after its facts have been published. */
    public Report published() {
        return new Report(dataSets, true);
    }

    /** Number of facts found in all data sets, good or bad. */
    public long readCount() {
        return dataSets.stream().mapToLong(DataSet::read).sum();
    }

    /** Number of facts published. */
    public long publishedCount() {
        return isPublished ? dataSets.stream().mapToLong(DataSet::accepted).sum() : 0;
    }

    /** All that was rejected, in the order of reading. */
    public List<Rejection> rejections() {
        return dataSets.stream().flatMap(set -> set.rejections().stream()).toList();
    }
}
