package io.sectorwatch.ingest.format.sdmxml;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the Federal Reserve writes otherwise than SDMX says, in name spaces of its own. */
final class FederalReserve {
    private static final String NAME_SPACE = "federalreserve.gov/";
    private static final Set<String> WITHOUT_FIGURE = Set.of("NA", "NC", "ND");
    private static final String NO_FIGURE = "-9999";
    private static final String POWER_OF_TEN = "10{0,15}";

    /** Whether elements of this name space are its. */
    static boolean has(String nameSpace) {
        return nameSpace.contains(NAME_SPACE);
    }

    /** Whether this stands where there is no figure. */
    static boolean isMissing(@Nullable String figure, @Nullable String status) {
        return figure != null
                && status != null
                && WITHOUT_FIGURE.contains(status)
                && (figure.equals(NO_FIGURE) || figure.startsWith(NO_FIGURE + "."));
    }

    /** SDMX's exponent for the multiplier itself, 3 for 1000; what is no power of ten stays. */
    static String multiplier(String text) {
        return text.matches(POWER_OF_TEN) ? Integer.toString(text.length() - 1) : text;
    }

    private FederalReserve() {}
}
