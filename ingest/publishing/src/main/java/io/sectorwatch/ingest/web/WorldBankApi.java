package io.sectorwatch.ingest.web;

import java.util.regex.Pattern;

/** Addresses of observations in the World Bank's API, version 2, which answers page by page. */
final class WorldBankApi {
    private static final Pattern OBSERVATIONS = Pattern.compile(".*/v2/.*/indicator/.+");
    private static final Pattern ITS_HOST = Pattern.compile("(?:.+\\.)?worldbank\\.org");
    private static final String PAGE = "page";
    private static final String PAGE_SIZE = "per_page";
    private static final String FORMAT = "format";
    private static final String JSON = "json";
    /** All countries and years of most indicators in two requests. */
    private static final String LARGE = "10000";

    /** Whether an address is one of them, and asks for JSON or for nothing else. */
    static boolean isAt(Address address) {
        boolean isJson = address.parameter(FORMAT)
                .map(JSON::equalsIgnoreCase)
                .orElse(ITS_HOST.matcher(address.host()).matches());
        return isJson
                && OBSERVATIONS.matcher(address.path()).matches()
                && address.parameter("downloadformat").isEmpty();
    }

    /** The address of a page, which is large unless the address says how large it is to be. */
    static Address page(Address address, int number) {
        Address sized = address.parameter(PAGE_SIZE).isPresent() ? address : address.with(PAGE_SIZE, LARGE);
        return sized.with(FORMAT, JSON).with(PAGE, Integer.toString(number));
    }

    private WorldBankApi() {}
}
