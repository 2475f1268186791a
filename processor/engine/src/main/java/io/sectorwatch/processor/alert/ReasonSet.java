package io.sectorwatch.processor.alert;

import io.sectorwatch.schemas.message.Transition.Reason;

/** A set of reasons. There are few reasons, so each set is there once: an event makes none. */
public final class ReasonSet {
    private static final Reason[] REASONS = Reason.values();
    private static final ReasonSet[] ALL = all();

    /** No reason at all. */
    public static final ReasonSet NONE = ALL[0];

    private final int bits;

    private ReasonSet(int bits) {
        this.bits = bits;
    }

    /** The set that {@link #bits()} says. */
    public static ReasonSet ofBits(int bits) {
        return ALL[bits];
    }

    /** This set and one reason more. */
    @SuppressWarnings("EnumOrdinal") // The constants stand in the order of the contract, which does not change.
    public ReasonSet with(Reason reason) {
        return ALL[bits | 1 << reason.ordinal()];
    }

    /** This set and another. */
    public ReasonSet and(ReasonSet other) {
        return ALL[bits | other.bits];
    }

    @SuppressWarnings("EnumOrdinal")
    public boolean has(Reason reason) {
        return (bits & 1 << reason.ordinal()) != 0;
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    /** A number below 256 that stands for it in what is kept. */
    public int bits() {
        return bits;
    }

    private static ReasonSet[] all() {
        ReasonSet[] all = new ReasonSet[1 << REASONS.length];
        for (int bits = 0; bits < all.length; bits++) {
            all[bits] = new ReasonSet(bits);
        }
        return all;
    }
}
