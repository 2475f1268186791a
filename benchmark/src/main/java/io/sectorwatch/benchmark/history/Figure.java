package io.sectorwatch.benchmark.history;

/**
 * One generated figure of one yearly series.
 *
 * @param area 0 is the benchmark that the others are compared with
 * @param thousandths the value
 * @param published in seconds since the epoch
 */
public record Figure(int indicator, int area, int year, int thousandths, long published) {}
