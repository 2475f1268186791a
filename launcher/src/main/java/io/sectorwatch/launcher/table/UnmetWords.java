package io.sectorwatch.launcher.table;

import io.sectorwatch.application.codes.UnmetCode;

/** What is said of a code that chooses nothing. */
public final class UnmetWords {
    /** "no alert of area GRMANY; did you mean 'DEU'?", where alerts were asked for. */
    public static String of(UnmetCode unmet, String asked) {
        return "no " + asked + " of " + unmet.sort().word() + ' ' + unmet.code()
                + (unmet.nearest() == null ? "" : "; did you mean '" + unmet.nearest() + "'?");
    }

    private UnmetWords() {}
}
