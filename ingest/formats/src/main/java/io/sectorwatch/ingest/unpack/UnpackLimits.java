package io.sectorwatch.ingest.unpack;

import io.sectorwatch.ingest.format.UnreadableException;

/**
 * How much may come out of a packed file, so that a small one cannot keep a machine busy for days.
 *
 * @param bytes unpacked, of all members together
 * @param ratio unpacked to packed bytes
 */
public record UnpackLimits(long bytes, int ratio) {
    /** 16 GiB, and 300 to 1: statistics shrink to a hundredth at most, bombs to a thousandth. */
    public static final UnpackLimits USUAL = new UnpackLimits(16L << 30, 300);

    /** So little harms nobody, whatever it was before. */
    private static final long HARMLESS = 16 << 20;

    public UnpackLimits {
        if (bytes <= 0 || ratio <= 0) {
            throw new IllegalArgumentException("limits of unpacking are positive");
        }
    }

    void check(long unpacked, long packed) throws UnreadableException {
        if (unpacked > bytes) {
            throw new UnreadableException("it unpacks to more than " + bytes + " bytes, the limit that is set");
        }
        if (unpacked > HARMLESS && unpacked / ratio > packed) {
            throw new UnreadableException("it unpacks to more than " + ratio
                    + " times its size, as only a zip bomb does: if it is none, unpack it first");
        }
    }
}
