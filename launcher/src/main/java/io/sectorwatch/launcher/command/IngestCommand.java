package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.IntakePublication;
import io.sectorwatch.application.ingest.PublicationListener;
import io.sectorwatch.application.ingest.ReadOnceException;
import io.sectorwatch.application.ingest.RejectionReport;
import io.sectorwatch.application.ingest.SourceDescriptions;
import io.sectorwatch.application.ingest.Sources;
import io.sectorwatch.application.ingest.WebAccess;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.watch.SourceWatch;
import io.sectorwatch.application.watch.WatchListener;
import io.sectorwatch.application.watch.Watched;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import io.sectorwatch.ingest.web.Backoff;
import io.sectorwatch.launcher.table.RejectionWords;
import io.sectorwatch.launcher.table.RoundWords;
import io.sectorwatch.launcher.table.SummaryTable;
import io.sectorwatch.launcher.table.WarningWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
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
                + "left out; exit status 1 says that there was some.",
        subcommands = IngestInitCommand.class)
final class IngestCommand extends Subcommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "SOURCE",
            description =
                    "A built-in set (brief, history), a file, a folder of files, an http or https address, or - for"
                            + " standard input. A file that is called init is given as ./init.")
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

    @Option(
            names = "--offline",
            description = "With --dry-run, ask no server: compare with nothing, as if all were new.")
    private boolean offline;

    @Option(names = "--strict", description = "Publish nothing if anything is rejected, or warned of as implausible.")
    private boolean strict;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write every rejected row there, and every warning, as JSON Lines with file, line and reason.")
    private @Nullable Path reportFile;

    @Mixin
    private WatchOptions watch = new WatchOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        if (names.isEmpty()) {
            throw CommandException.unusable("say what to ingest: files, folders, addresses, - for standard input");
        }
        if (offline && !dryRun) {
            throw CommandException.unusable("--offline compares with nothing, which --dry-run alone may: give both");
        }
        if (output.format() == OutputOption.Format.JSONL && !dryRun) {
            throw CommandException.unusable("--output jsonl prints what --dry-run would have published: give both");
        }
        SourceReader.Options options = reading.options(root.err());
        if (watch.isWanted()) {
            return watch(root, shutdown, options);
        }
        try (Sources sources = Sources.named(names, System.in)) {
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
        watch.check();
        Watched watched = watched(options);
        WatchListener listener = new RoundWords(root.err());
        try (RejectionReport report = report()) {
            SourceWatch goingRound = watch.watch(serverOptions.server(), prefix.topics(), watched, report, listener);
            root.err().println("Watching. Ctrl-C stops it.");
            shutdown.add(goingRound).run();
        }
        return DONE;
    }

    private Watched watched(SourceReader.Options options) {
        String said = reading.said();
        try {
            return Watched.named(names, options, said);
        } catch (ReadOnceException e) {
            throw CommandException.unusable("--watch reads its sources again and again, and " + e.getMessage());
        }
    }

    static void load(SectorwatchCommand root, Sources sources, SourceReader.Options options) {
        try (LoadingProgress progress = new LoadingProgress(root.err(), root.progressScreen())) {
            sources.load(WebAccess.asking(options.format(), Backoff.USUAL, progress));
        }
    }

    private static int describe(SectorwatchCommand root, Sources sources, SourceReader.Options options, Instant now) {
        DescriptionOutput out = new DescriptionOutput(root);
        try {
            SourceDescriptions.of(sources, options, now, out);
        } catch (ReadOnceException e) {
            throw CommandException.unusable(
                    "--describe reads a source more than once: give files, folders or addresses");
        }
        root.out().flush();
        return out.hasFailed() ? CommandException.UNUSABLE : DONE;
    }

    private int ingest(
            SectorwatchCommand root, Shutdown shutdown, Sources sources, SourceReader.Options options, Instant now) {
        try (RejectionReport report = report();
                Intake intake = Intake.warning(now, TemporaryDirectory.standard(), report, report::warn)) {
            IngestReading.read(root, sources, intake, options, now);
            if (intake.isOfNoUse()) {
                tell(root, report);
                return CommandException.UNUSABLE;
            }
            boolean isPublished = false;
            try {
                if (!refuses(intake)) {
                    if (dryRun) {
                        preview(root, intake);
                    } else {
                        publish(root, shutdown, intake);
                        isPublished = !refuses(intake);
                    }
                }
            } finally {
                // What was found in reading is worth knowing, also where no server answers.
                tell(root, report);
                WarningWords.of(intake.warned(), isPublished).forEach(root.err()::println);
            }
            if (refuses(intake)) {
                root.err().println("Nothing was published, since --strict was given.");
            }
            return intake.rejected() == 0 && !refuses(intake) ? DONE : CommandException.FAILURES_FOUND;
        }
    }

    private void preview(SectorwatchCommand root, Intake intake) {
        new PreviewOutput(root, serverOptions, prefix.topics(), output.format(), offline).print(intake, strict);
    }

    private boolean refuses(Intake intake) {
        return strict && !intake.isFlawless();
    }

    private void publish(SectorwatchCommand root, Shutdown shutdown, Intake intake) {
        Server server = serverOptions.server();
        server.require(IntakePublication.rights(prefix.topics()));
        PublicationListener words = new PublicationWords(root);
        IntakePublication publication = shutdown.add(new IntakePublication(server, prefix.topics(), names, words));
        root.out().print(SummaryTable.of(publication.publish(intake, strict)));
        root.out().flush();
    }

    private static void tell(SectorwatchCommand root, RejectionReport report) {
        RejectionWords.of(report.sinceLast()).forEach(root.err()::println);
    }

    private RejectionReport report() {
        try {
            return new RejectionReport(reportFile);
        } catch (IOException e) {
            throw CommandException.unusable("the report " + reportFile + " cannot be written (" + e + ")");
        }
    }
}
