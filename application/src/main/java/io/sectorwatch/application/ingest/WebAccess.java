package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.web.Accept;
import io.sectorwatch.ingest.web.Backoff;
import io.sectorwatch.ingest.web.Limits;
import io.sectorwatch.ingest.web.Pace;
import io.sectorwatch.ingest.web.Web;
import io.sectorwatch.ingest.web.WebListener;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The web, in real time, and the place for what comes from it. */
public final class WebAccess {
    /** Asks for one format; for any that is read where it is null. */
    public static Web asking(@Nullable Format format, Backoff backoff, WebListener listener) {
        Pace pace = new Pace(Pace.USUAL, InstantSource.system(), time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
        return new Web(Accept.of(format), Limits.USUAL, backoff, pace, temporary(), listener);
    }

    /** Where temporary files are put. */
    public static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private WebAccess() {}
}
