package io.sectorwatch.benchmark.endtoend;

import java.util.List;

/** What was decided is not what must follow from the history; the message shows the first differences. */
public final class WrongResult extends RuntimeException {
    private static final int SHOWN = 5;

    WrongResult(List<String> differences) {
        super(differences.size() + (differences.size() == 1 ? " difference" : " differences")
                + " to what must follow:\n  "
                + String.join("\n  ", differences.subList(0, Math.min(SHOWN, differences.size()))));
    }
}
