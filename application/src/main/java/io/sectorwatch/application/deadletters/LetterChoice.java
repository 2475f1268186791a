package io.sectorwatch.application.deadletters;

import java.util.Set;

/** Which dead letters are meant. */
public sealed interface LetterChoice {
    /** All of them. */
    record All() implements LetterChoice {}

    /** Some, by their offsets. */
    record Offsets(Set<Long> offsets) implements LetterChoice {
        public Offsets {
            offsets = Set.copyOf(offsets);
        }
    }

    /** Whether one is. */
    default boolean has(long offset) {
        return !(this instanceof Offsets some) || some.offsets().contains(offset);
    }
}
