package io.sectorwatch.ingest.workbook;

/** Places of cells as workbooks name them: letters for the column, and the row. */
final class CellAddress {
    /** Excel's own limits. */
    static final int MOST_COLUMNS = 16_384;

    static final int MOST_ROWS = 1_048_576;

    /** The column, from 0; -1 where there is none so named. */
    static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                return column - 1;
            }
            column = column * 26 + c - 'A' + 1;
            if (column > MOST_COLUMNS) {
                return -1;
            }
        }
        return column - 1;
    }

    /** The row, from 1; 0 where there is none. */
    static int row(String address) {
        int start = 0;
        while (start < address.length() && !Character.isDigit(address.charAt(start))) {
            start++;
        }
        return number(address.substring(start));
    }

    /** A number of a row; 0 for any other text. */
    static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            return number <= MOST_ROWS ? Math.max(number, 0) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private CellAddress() {}
}
