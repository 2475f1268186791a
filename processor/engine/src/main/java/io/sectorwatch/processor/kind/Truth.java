package io.sectorwatch.processor.kind;

/** What can be said of a condition on a measure that may be only an interval. */
public enum Truth {
    TRUE,
    FALSE,
    POSSIBLE
}
