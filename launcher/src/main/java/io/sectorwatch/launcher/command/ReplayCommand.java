package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.RejectionReport;
import io.sectorwatch.application.ingest.Sources;
import io.sectorwatch.application.replay.ReplayRequest;
import io.sectorwatch.application.replay.RequestedSpan;
import io.sectorwatch.application.replay.RuleChoice;
import io.sectorwatch.application.replay.broker.BrokerReplay;
import io.sectorwatch.application.replay.broker.ReplaySettings;
import io.sectorwatch.application.replay.file.FactInput;
import io.sectorwatch.application.replay.file.FileReplay;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import io.sectorwatch.launcher.table.RejectionWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** History again. */
@Command(
        name = "replay",
        description =
                "Decide history again, in the order in which it became known, and compare it with what was decided"
                        + " live. Nothing that is live is touched. With --file, without a broker.",
        subcommands = {ReplayListCommand.class, ReplayRemoveCommand.class})
final class ReplayCommand extends Subcommand {
    @Option(
            names = "--file",
            arity = "1..*",
            paramLabel = "FACTS",
            description = "Without a broker: facts of files, folders, built-in sets or - for standard input, as ingest"
                    + " takes them.")
    private List<String> files = List.of();

    @Option(
            names = "--as-decided",
            description =
                    "Know void facts until they were corrected, as the live processor did; else they are left out.")
    private boolean asDecided;

    @Mixin
    private RuleChoiceOptions rules = new RuleChoiceOptions();

    @Mixin
    private SpanOptions span = new SpanOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ReplayReports reports = new ReplayReports();

    @Mixin
    private BrokerReplayOptions broker = new BrokerReplayOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        RequestedSpan requested = span.span();
        reports.check();
        rules.check();
        if (!files.isEmpty()) {
            reports.requireNoComparison();
        }
        RuleChoice choice = rules.choice(root.err());
        if (!files.isEmpty() && !(choice instanceof RuleChoice.Others)) {
            throw CommandException.unusable("--file has facts alone: name the rules with --rules FILE");
        }
        ReplayRequest request = new ReplayRequest(Software.version(), choice, requested, scope.scope(), asDecided);
        try {
            return files.isEmpty() ? ofBroker(root, shutdown, request) : ofFiles(root, request);
        } catch (IOException e) {
            throw CommandException.unusable(
                    "the temporary files in " + TemporaryDirectory.standard() + " cannot be used (" + e + ")");
        } catch (UncheckedIOException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private int ofBroker(SectorwatchCommand root, Shutdown shutdown, ReplayRequest request) throws IOException {
        ReplaySettings settings = broker.settings();
        BrokerReplay replay = shutdown.add(new BrokerReplay(broker.server(), settings, request, new ReplayWords(root)));
        boolean same = replay.run(new ReplayOutput(root, reports)::compare);
        if (settings.keep()) {
            root.err().println("Kept: " + settings.topics().topics().alerts() + " and others of that name.");
        }
        return same || !reports.expectSame() ? DONE : CommandException.FAILURES_FOUND;
    }

    private int ofFiles(SectorwatchCommand root, ReplayRequest request) throws IOException {
        Sources sources = Sources.named(files, System.in);
        SourceReader.Options options = reading.options(root.err());
        FactInput input = (intake, now) -> {
            try (ReadingProgress progress = new ReadingProgress(root.err(), root.progressScreen(), sources.bytes())) {
                sources.read(intake, new SourceReader(options, now, intake, root.err()::println), progress::watch);
            }
        };
        ReplayOutput out = new ReplayOutput(root, reports);
        try (RejectionReport rejections = new RejectionReport(null)) {
            FileReplay replay = new FileReplay(request, TemporaryDirectory.standard());
            Optional<Long> leftOut = replay.run(files, input, rejections, replayed -> {
                out.print(replayed);
                return replayed.leftOut();
            });
            RejectionWords.of(rejections.sinceLast()).forEach(root.err()::println);
            return leftOut.map(rows -> rows == 0 ? DONE : CommandException.FAILURES_FOUND)
                    .orElse(CommandException.UNUSABLE);
        }
    }
}
