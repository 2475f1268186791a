package io.sectorwatch.ingest.fact;

import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of several corrections of a fact the one that counts: the newest, and of several of one moment one that voids. */
public final class CountingCorrections {
    private final Map<String, Correction> counting = new HashMap<>();

    /** Takes one, in any order. */
    public void add(Correction correction) {
        counting.merge(correction.fact(), correction, (known, other) -> {
            int order = known.at().compareTo(other.at());
            return order > 0 || order == 0 && known.state() == State.VOID ? known : other;
        });
    }

    /** The one that counts for a fact; null where it was never corrected. */
    public @Nullable Correction of(String fact) {
        return counting.get(fact);
    }

    /** Whether a fact counts as never known. */
    public boolean isVoid(String fact) {
        Correction correction = counting.get(fact);
        return correction != null && correction.state() == State.VOID;
    }

    public boolean isEmpty() {
        return counting.isEmpty();
    }
}
