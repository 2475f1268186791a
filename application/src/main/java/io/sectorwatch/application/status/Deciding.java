package io.sectorwatch.application.status;

/** What the processor is doing, as far as its group and its commits tell. */
public enum Deciding {
    /** The group has a member, and nothing waits. */
    UP_TO_DATE,
    /** Something waits, and what is committed grows. */
    CATCHING_UP,
    /** Something waits, and nothing was committed for as long as was looked, though the group has a member. */
    STANDING_STILL,
    /** The group has no member. */
    NOBODY;

    /** Whether decisions are or will be made. */
    public boolean isWell() {
        return this == UP_TO_DATE || this == CATCHING_UP;
    }
}
