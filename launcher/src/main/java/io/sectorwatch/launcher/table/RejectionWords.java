package io.sectorwatch.launcher.table;

import io.sectorwatch.application.ingest.Rejected;
import java.util.ArrayList;
import java.util.List;

/** What a person is told of what was rejected. */
public final class RejectionWords {

    /** Lines that say what was rejected, or where it is said; none where nothing was. */
    public static List<String> of(Rejected rejected) {
        List<String> lines = new ArrayList<>();
        if (rejected.count() > 0) {
            rejected.first().forEach(one -> lines.add(one.place() + ": " + one.reason()));
            lines.add("Rejected " + what(rejected) + where(rejected));
        }
        return lines;
    }

    private static String what(Rejected rejected) {
        String rows = rejected.rows() + (rejected.rows() == 1 ? " row" : " rows");
        String files = rejected.files() + (rejected.files() == 1 ? " file" : " files");
        return rejected.files() == 0 ? rows : rejected.rows() == 0 ? files : rows + " and " + files;
    }

    private static String where(Rejected rejected) {
        if (rejected.file() != null) {
            return ": see " + rejected.file() + ".";
        }
        long notShown = rejected.count() - rejected.first().size();
        return notShown == 0
                ? "."
                : ", " + notShown + " of which are not shown; --report FILE writes down all of them.";
    }

    private RejectionWords() {}
}
