package io.sectorwatch.ingest.web;

import java.time.Duration;

/** Hears what goes on while somebody waits. */
public interface WebListener {
    /** Instead of a size. */
    long UNKNOWN = -1;

    /** Nobody waits. */
    WebListener NONE = new WebListener() {
        @Override
        public void again(Address address, String reason, Duration wait) {}

        @Override
        public void received(Address address, long bytes, long total) {}
    };

    /** It failed for now, and is asked for again. */
    void again(Address address, String reason, Duration wait);

    /**
     * So much has come; on any thread.
     *
     * @param total what there will be, or {@link #UNKNOWN}
     */
    void received(Address address, long bytes, long total);
}
