package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.PlanPublication;
import io.sectorwatch.application.ingest.RejectionReport;
import io.sectorwatch.application.ingest.WebAccess;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.application.watch.MemoryFiles;
import io.sectorwatch.application.watch.Round;
import io.sectorwatch.application.watch.SourceWatch;
import io.sectorwatch.application.watch.Watched;
import io.sectorwatch.ingest.describe.Describer;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.mapping.Moment;
import io.sectorwatch.ingest.publish.KnownOnTopics;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.ingest.web.Backoff;
import io.sectorwatch.ingest.web.WebListener;
import io.sectorwatch.launcher.table.RoundWords;
import io.sectorwatch.launcher.table.SummaryTable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes facts, and what is news in releases. */
@Command(
        name = "ingest",
        description = "Publish facts, in the order in which they became known. What cannot be read is reported and "
                + "left out; exit status 1 says that there was some.")
final class IngestCommand extends Subcommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description =
                    "A built-in set (brief, history), a file, a folder of files, an http or https address, or - for"
                            + " standard input.")
    private List<String> names = List.of();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Option(
            names = "--describe",
            description =
                    "Publish nothing, but say what the files hold, which mapping fits them or would, and what would"
                            + " be ingested with it.")
    private boolean describe;

    @Option(names = "--dry-run", description = "Publish nothing; with --output jsonl print what would be published.")
    private boolean dryRun;

    @Option(names = "--strict", description = "Publish nothing if anything is rejected.")
    private boolean strict;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write every rejected row there, as JSON Lines, with its file, its line and the reason.")
    private @Nullable Path reportFile;

    @Mixin
    private WatchOptions watch = new WatchOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        if (output.format() == OutputOption.Format.JSONL && !dryRun) {
            throw CommandException.unusable("--output jsonl prints what --dry-run would have published: give both");
        }
        SourceReader.Options options = reading.options(root.err());
        if (watch.isWanted()) {
            return watch(root, shutdown, options);
        }
        try (Sources sources = Sources.named(names)) {
            load(root, sources, options);
            Instant now = Instant.now();
            return describe ? describe(root, sources, options, now) : ingest(root, shutdown, sources, options, now);
        } catch (UncheckedIOException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private int watch(SectorwatchCommand root, Shutdown shutdown, SourceReader.Options options) {
        if (describe || dryRun || strict) {
            throw CommandException.unusable(
                    "--watch publishes what is news and goes on, whatever is rejected: leave out --describe, --dry-run"
                            + " and --strict");
        }
        if (options.published() != null) {
            throw CommandException.unusable("--published dates one edition, and --watch waits for those to come: ingest"
                    + " the edition at hand without --watch");
        }
        Duration every = watch.every();
        Watched watched = Sources.watched(names, options, reading.said());
        try (RejectionReport report = report()) {
            Round round = new Round(
                    serverOptions.server(),
                    prefix.topics(),
                    watched,
                    new MemoryFiles(watch.state()),
                    WebAccess.asking(options.format(), Backoff.USUAL.within(every), WebListener.NONE),
                    report,
                    root.err());
            root.err().println("Watching. Ctrl-C stops it.");
            shutdown.add(new SourceWatch(round, every, InstantSource.system(), new RoundWords(root.err())))
                    .run();
        }
        return DONE;
    }

    private static void load(SectorwatchCommand root, Sources sources, SourceReader.Options options) {
        try (LoadingProgress progress = new LoadingProgress(root.err(), root.progressScreen())) {
            sources.load(WebAccess.asking(options.format(), Backoff.USUAL, progress));
        }
    }

    private int ingest(
            SectorwatchCommand root, Shutdown shutdown, Sources sources, SourceReader.Options options, Instant now) {
        try (RejectionReport report = report();
                Intake intake = new Intake(now, WebAccess.temporary(), report)) {
            // Words between the frames of a bar would be garbled.
            List<String> notes = new ArrayList<>();
            SourceReader reader = new SourceReader(options, now, intake, notes::add);
            try (ReadingProgress progress = new ReadingProgress(root.err(), root.progressScreen(), sources.bytes())) {
                sources.read(intake, reader, progress);
            }
            notes.forEach(root.err()::println);
            leftOut(root.err(), reader.unwanted(), "that no mapping wants");
            leftOut(root.err(), reader.unmapped(), "of data sets that no mapping fits");
            if (intake.isOfNoUse()) {
                report.print(root.err());
                return CommandException.UNUSABLE;
            }
            try {
                if (!refuses(intake)) {
                    if (dryRun) {
                        show(root, intake);
                    } else {
                        publish(root, shutdown, intake);
                    }
                }
            } finally {
                // What was found in reading is worth knowing, also where no server answers.
                report.print(root.err());
            }
            if (refuses(intake)) {
                root.err().println("Nothing was published, since --strict was given.");
            }
            return intake.rejected() == 0 ? DONE : CommandException.FAILURES_FOUND;
        }
    }

    private static int describe(SectorwatchCommand root, Sources sources, SourceReader.Options options, Instant now) {
        Describer describer = new Describer(
                options::formatOf, options.reading(), options.mapping(), new Moment(options.published(), now));
        int status = DONE;
        for (Sources.Reopened reopened : sources.reopened()) {
            try {
                root.out().println(describer.describe(reopened.name(), reopened.source()));
            } catch (IOException e) {
                root.err().println(reopened.name() + ": " + e.getMessage());
                status = CommandException.UNUSABLE;
            }
        }
        root.out().flush();
        return status;
    }

    private static void leftOut(PrintStream err, long rows, String which) {
        if (rows > 0) {
            err.println("Left out " + rows + (rows == 1 ? " row " : " rows ") + which + ".");
        }
    }

    private boolean refuses(Intake intake) {
        return strict && intake.rejected() > 0;
    }

    private void publish(SectorwatchCommand root, Shutdown shutdown, Intake intake) {
        Server server = serverOptions.server();
        server.requireAnswer();
        // Stopped by Ctrl-C, it takes back at once what would otherwise hold up readers for a while.
        PlanPublication publication = shutdown.add(PlanPublication.begin(server, prefix.topics(), names, intake));
        PublishingPlan plan = intake.compare(known(root, server));
        if (refuses(intake)) {
            return;
        }
        try (PublishingProgress progress = new PublishingProgress(root.err(), root.progressScreen(), plan.count())) {
            publication.publish(plan, progress);
        }
        root.out().print(SummaryTable.of(intake.summary()));
        root.out().flush();
    }

    private void show(SectorwatchCommand root, Intake intake) {
        PublishingPlan plan = intake.compare(knownForShow(root, intake));
        if (refuses(intake)) {
            return;
        }
        if (output.format() == OutputOption.Format.JSONL) {
            print(root.out(), plan);
            return;
        }
        root.out().print(SummaryTable.of(intake.summary()));
        root.out().flush();
        root.err().println(plan.count() + (plan.count() == 1 ? " fact" : " facts") + " would be published.");
    }

    private KnownFacts knownForShow(SectorwatchCommand root, Intake intake) {
        if (intake.releases().isEmpty()) {
            return KnownFacts.NONE;
        }
        Server server = serverOptions.server();
        try {
            server.requireAnswer();
            return known(root, server);
        } catch (ServerException e) {
            if (serverOptions.given()) {
                throw e;
            }
            root.err().println("No server answers at " + server.address() + ": compared as if nothing were known.");
            return KnownFacts.NONE;
        }
    }

    private KnownFacts known(SectorwatchCommand root, Server server) {
        return new KnownOnTopics(
                server.clientConfig(),
                prefix.topics(),
                () -> root.err().println("Waiting for a transaction of another publisher to end."));
    }

    private RejectionReport report() {
        try {
            return new RejectionReport(reportFile);
        } catch (IOException e) {
            throw CommandException.unusable("the report " + reportFile + " cannot be written (" + e + ")");
        }
    }

    private static void print(PrintStream out, PublishingPlan plan) {
        try {
            plan.forEach((batch, facts) -> {
                for (long i = 0; i < batch.count(); i++) {
                    byte[] value = facts.next().envelope().value();
                    out.write(value, 0, value.length);
                    out.write('\n');
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be read (" + e.getMessage() + ")", e);
        }
        out.flush();
    }
}
