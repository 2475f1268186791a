package io.sectorwatch.ingest.format;

/** Takes what a reader finds, in the order of the file. */
public interface Rows {
    /**
     * The rows from here on belong to this data set. Where a format says what its components are only as they come, the
     * same data set is begun again with more of them at the end of the list.
     */
    void begin(DataSet dataSet);

    /** One more row of the data set begun last. */
    void row(Row row);

    /** Something was found that is no row; the reader goes on after it. */
    void rejected(Rejection rejection);

    /** A row that says something, but of no observation: it is counted, and no fault. */
    default void aside() {}

    /** How the table is laid out, for whoever describes it; what is known at its end comes then. */
    default void laidOut(TableLayout layout) {}
}
