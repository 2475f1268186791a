package io.sectorwatch.schemas.series;

/** How often a series has a period: the codes of SDMX CL_FREQ that the contract knows. */
public enum Frequency {
    A,
    S,
    Q,
    M,
    W,
    D;

    /** The frequency of a one-letter code; throws IllegalArgumentException naming the codes that exist. */
    public static Frequency of(String code) {
        for (Frequency frequency : values()) {
            if (frequency.name().equals(code)) {
                return frequency;
            }
        }
        throw new IllegalArgumentException("unknown frequency '" + code + "': one of A, S, Q, M, W, D");
    }
}
