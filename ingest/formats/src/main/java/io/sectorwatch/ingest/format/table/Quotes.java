package io.sectorwatch.ingest.format.table;

/** Quotation marks around the cells that need some. */
public final class Quotes {
    /** The cell as it stands in a line of cells with that separator. */
    static String around(String cell, char separator) {
        boolean quoted = cell.indexOf(separator) >= 0
                || cell.indexOf('"') >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0;
        return quoted ? marked(cell) : cell;
    }

    /** The cell in quotation marks. */
    public static String marked(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private Quotes() {}
}
