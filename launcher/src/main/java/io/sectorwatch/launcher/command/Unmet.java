package io.sectorwatch.launcher.command;

import io.sectorwatch.application.codes.UnmetCode;
import io.sectorwatch.launcher.table.UnmetWords;
import java.util.List;

/** Says which codes of a filter choose nothing. */
final class Unmet {
    /** One line for each, where things of a name were asked for. */
    static void say(SectorwatchCommand root, List<UnmetCode> unmet, String asked) {
        unmet.forEach(code -> root.err().println("sectorwatch: " + UnmetWords.of(code, asked)));
    }

    private Unmet() {}
}
