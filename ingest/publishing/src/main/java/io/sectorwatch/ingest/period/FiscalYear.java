package io.sectorwatch.ingest.period;

/** Which of two years counts for a year such as 2022/23, that begins in one and ends in the other. */
public enum FiscalYear {
    /** The one it begins in. */
    START,
    /** The one it ends in. */
    END;

    int of(int first) {
        return this == START ? first : first + 1;
    }
}
