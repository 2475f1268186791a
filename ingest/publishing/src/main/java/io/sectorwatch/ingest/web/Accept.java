package io.sectorwatch.ingest.web;

import io.sectorwatch.ingest.format.registry.Format;
import org.jspecify.annotations.Nullable;

/**
 * The formats a service is asked for. Those of SDMX that say when they were prepared come first: of a table nobody knows when
 * it became known.
 */
public final class Accept {
    private static final String SDMX_ML = "application/vnd.sdmx.data+xml;version=3.0.0,"
            + " application/vnd.sdmx.structurespecificdata+xml;version=2.1,"
            + " application/vnd.sdmx.genericdata+xml;version=2.1;q=0.9";
    private static final String SDMX_JSON =
            "application/vnd.sdmx.data+json;version=2.0.0;q=0.8, application/vnd.sdmx.data+json;version=1.0.0;q=0.8";
    private static final String SDMX_CSV =
            "application/vnd.sdmx.data+csv;version=2.0.0;q=0.7, application/vnd.sdmx.data+csv;version=1.0.0;q=0.7";
    private static final String JSON = "application/json;q=0.6";
    private static final String TABLE = "text/csv;q=0.5, text/tab-separated-values;q=0.5";
    // A server that knows none of these names still has its file.
    private static final String ANYTHING = "*/*;q=0.1";

    /** The header for one format; for any that we read where it is null. */
    public static String of(@Nullable Format format) {
        return (format == null ? String.join(", ", SDMX_ML, SDMX_JSON, SDMX_CSV, JSON, TABLE) : only(format)) + ", "
                + ANYTHING;
    }

    private static String only(Format format) {
        return switch (format) {
            case SDMX_ML -> SDMX_ML;
            case SDMX_JSON -> SDMX_JSON;
            case SDMX_CSV -> SDMX_CSV;
            case WORLD_BANK_JSON, JSON_STAT, JSON_LINES -> JSON;
            case WORLD_BANK_CSV, EUROSTAT_TSV, OWID_CSV, OECD_CSV, CSV, TABLE -> TABLE;
        };
    }

    private Accept() {}
}
