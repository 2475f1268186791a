package io.sectorwatch.ingest.format;

/** Tells which columns of a table hold figures, each under a heading that says of what they are: of which area, say. */
public interface FigureHeadings {
    /** The component with that heading. */
    String HEADING = "HEADING";

    /** Whether such figures stand under a heading. */
    boolean isOne(String heading);

    /** Whether all of them are of one kind, and so written alike. */
    boolean areAlike();
}
