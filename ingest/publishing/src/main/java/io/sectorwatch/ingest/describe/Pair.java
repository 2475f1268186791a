package io.sectorwatch.ingest.describe;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two neighbouring components, of which one may hold the labels of the other's codes. In bounded memory. */
final class Pair {
    private static final int MOST = 500;
    private static final int LONGEST = 120;

    private final Profile first;
    private final Profile second;
    private final Map<String, String> forth = new HashMap<>();
    private final Map<String, String> back = new HashMap<>();
    private boolean isFunction = true;
    private boolean isReversible = true;
    private @Nullable String lastFirst;
    private @Nullable String lastSecond;

    Pair(Profile first, Profile second) {
        this.first = first;
        this.second = second;
    }

    /** Takes what one row has of both. */
    void add(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(lastFirst) && other.equals(lastSecond)) {
            return;
        }
        lastFirst = one;
        lastSecond = other;
        isFunction = isFunction && agrees(forth, one, other);
        isReversible = isReversible && agrees(back, other, one);
    }

    private static boolean agrees(Map<String, String> known, String from, String to) {
        String before = known.get(from);
        if (before == null && known.size() < MOST && from.length() <= LONGEST && to.length() <= LONGEST) {
            known.put(from, to);
        }
        return before == null || before.equals(to);
    }

    Profile first() {
        return first;
    }

    Profile second() {
        return second;
    }

    /** Whether the second always says the same beside one text of the first. */
    boolean isFunction() {
        return isFunction;
    }

    /** Whether each text of one always stands beside the same text of the other. */
    boolean isOneToOne() {
        return isFunction && isReversible;
    }

    /** Number of different texts of the first beside which the second says something. */
    int size() {
        return forth.size();
    }

    /** What stands in the second beside a text of the first; null where that is not known. */
    @Nullable
    String beside(String text) {
        return forth.get(text);
    }

    /** The other way round. */
    @Nullable
    String before(String text) {
        return back.get(text);
    }
}
