package io.sectorwatch.processor.kind;

/**
 * What was measured at a period.
 *
 * @param benchmark row, in the first of the other series, of the figure compared with; View.NONE without one
 */
public record Measurement(Interval value, int benchmark) {}
