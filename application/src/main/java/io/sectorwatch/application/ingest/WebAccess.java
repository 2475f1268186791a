package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import io.sectorwatch.ingest.web.Accept;
import io.sectorwatch.ingest.web.Backoff;
import io.sectorwatch.ingest.web.Limits;
import io.sectorwatch.ingest.web.Pace;
import io.sectorwatch.ingest.web.Web;
import io.sectorwatch.ingest.web.WebListener;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The web, in real time. */
public final class WebAccess {
    /** Asks for one format; for any that is read where it is null. */
    public static Web asking(@Nullable Format format, Backoff backoff, WebListener listener) {
        Pace pace = new Pace(Pace.USUAL, InstantSource.system(), time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
        return new Web(Accept.of(format), Limits.USUAL, backoff, pace, TemporaryDirectory.standard(), listener);
    }

    private WebAccess() {}
}
