package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.RejectionReport;
import io.sectorwatch.application.ingest.WebAccess;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.watch.MemoryFiles;
import io.sectorwatch.application.watch.Round;
import io.sectorwatch.application.watch.SourceWatch;
import io.sectorwatch.application.watch.WatchListener;
import io.sectorwatch.application.watch.Watched;
import io.sectorwatch.ingest.web.Backoff;
import io.sectorwatch.ingest.web.Web;
import io.sectorwatch.ingest.web.WebListener;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Whether sources are read once or again and again. */
final class WatchOptions {
    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final String DEFAULT = "PT1H";

    @Option(
            names = "--watch",
            description = "Go on until Ctrl-C: read addresses, files and folders again and again, and publish what is"
                    + " news in them.")
    private boolean watch;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = DEFAULT,
            description = "How often --watch looks: PT1H, or 1h (default: ${DEFAULT-VALUE}; at least PT5S).")
    private String every = DEFAULT;

    @Option(
            names = "--state",
            paramLabel = "DIRECTORY",
            defaultValue = "${sys:sectorwatch.home:-.}/data/watch",
            description = "Where --watch remembers which version of a source it has read (default: ${DEFAULT-VALUE})."
                    + " Without it everything is read once more, and nothing published twice.")
    private Path state = Path.of("data/watch");

    boolean isWanted() {
        return watch;
    }

    /** Goes round what is watched, as often as is wanted; to be run. */
    SourceWatch watch(Server server, Topics topics, Watched watched, RejectionReport report, WatchListener listener) {
        Web web = WebAccess.asking(watched.options().format(), Backoff.USUAL.within(every()), WebListener.NONE);
        Round round = new Round(server, topics, watched, new MemoryFiles(state), web, report, listener);
        return new SourceWatch(round, every(), InstantSource.system(), listener);
    }

    /** Throws a CommandException for a time that makes no sense. */
    void check() {
        every();
    }

    private Duration every() {
        String iso = every.toUpperCase(Locale.ROOT);
        try {
            Duration time = Duration.parse(iso.startsWith("P") ? iso : "PT" + iso);
            if (time.compareTo(LEAST) >= 0) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below, in the same words as for one that is too short.
        }
        throw CommandException.unusable(
                "--every '" + every + "' is no time of at least " + LEAST + ": write PT1H, 1h or 30m");
    }
}
