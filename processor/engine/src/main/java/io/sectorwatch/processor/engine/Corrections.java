package io.sectorwatch.processor.engine;

import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Message;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest correction of each fact that was corrected, and the facts themselves as far as they have come. */
final class Corrections {
    private final Map<String, Correction> newest = new HashMap<>();
    private final Map<String, Message> facts = new HashMap<>();

    boolean isEmpty() {
        return newest.isEmpty();
    }

    /** The newest of a fact; null where it was never corrected. */
    @Nullable
    Correction of(String fact) {
        return newest.get(fact);
    }

    boolean isVoid(String fact) {
        Correction correction = newest.get(fact);
        return correction != null && correction.state() == State.VOID;
    }

    /** Takes a correction; false where a newer one of its fact is known, or one of the same moment that voids it. */
    boolean add(Correction correction) {
        Correction known = newest.get(correction.fact());
        if (known != null) {
            int order = known.at().compareTo(correction.at());
            if (order > 0 || order == 0 && (known.state() == State.VOID || correction.state() == State.VALID)) {
                return false;
            }
        }
        newest.put(correction.fact(), correction);
        return true;
    }

    /** The corrected fact, if it has come; else null. */
    @Nullable
    Message fact(String id) {
        return facts.get(id);
    }

    /** Notes a corrected fact; false where it is noted already. */
    boolean note(String id, Message fact) {
        return facts.putIfAbsent(id, fact) == null;
    }

    /** The newest of each fact. */
    Collection<Correction> newest() {
        return Collections.unmodifiableCollection(newest.values());
    }

    /** The corrected facts that have come, by their ids. */
    Map<String, Message> facts() {
        return Collections.unmodifiableMap(facts);
    }
}
