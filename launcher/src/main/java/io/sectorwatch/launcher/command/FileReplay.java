package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.RejectionReport;
import io.sectorwatch.application.ingest.Sources;
import io.sectorwatch.application.replay.Backtest;
import io.sectorwatch.application.replay.FactHash;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.HistoryTally;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.launcher.table.RejectionWords;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A replay of files, in this process. */
final class FileReplay {
    private static final long MEMORY = 24 << 20;

    private final SectorwatchCommand root;
    private final SpanOptions spanOptions;
    private final ReplayScope scope;
    private final ReplayReports reports;
    private final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

    FileReplay(SectorwatchCommand root, SpanOptions spanOptions, ReplayScope scope, ReplayReports reports) {
        this.root = root;
        this.spanOptions = spanOptions;
        this.scope = scope;
        this.reports = reports;
    }

    /** Replays; returns the exit status. */
    int run(Sources sources, List<String> names, SourceReader.Options options, List<Rule> rules) {
        ScopeOptions.requireRules(scope, rules.stream().map(Rule::id).toList());
        Instant now = Instant.now();
        try (RejectionReport report = new RejectionReport(null);
                Intake intake = new Intake(now, temporary, report)) {
            try (ReadingProgress progress = new ReadingProgress(root.err(), root.progressScreen(), sources.bytes())) {
                SourceReader reader = new SourceReader(options, now, intake, root.err()::println);
                sources.read(intake, reader, progress::watch);
            }
            if (intake.isOfNoUse()) {
                RejectionWords.of(report.sinceLast()).forEach(root.err()::println);
                return CommandException.UNUSABLE;
            }
            PublishingPlan plan = intake.compare(KnownFacts.NONE);
            try (SortedFacts facts = new SortedFacts(temporary, MEMORY)) {
                replay(new FactHistory(RuleEvent.fromTheBeginning(rules), inOneOrder(plan, facts)), names);
            }
            RejectionWords.of(report.sinceLast()).forEach(root.err()::println);
            return intake.rejected() == 0 ? Subcommand.DONE : CommandException.FAILURES_FOUND;
        } catch (IOException e) {
            throw CommandException.unusable("the temporary files in " + temporary + " cannot be used (" + e + ")");
        } catch (UncheckedIOException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private void replay(FactHistory history, List<String> names) throws IOException {
        Span span = spanOptions.span(newest(history.facts()));
        try (AlertLog log = new AlertLog(span, scope, temporary, MEMORY)) {
            FactHash facts = new FactHash(new Backtest(transition -> add(log, transition)));
            HistoryTally tally = new HistoryTally(facts);
            history.tell(span, tally);
            ReplayOutput out = new ReplayOutput(root, reports);
            out.transitions(log);
            out.manifest(new Manifest(
                    Software.version(),
                    names.stream().<Manifest.Input>map(Manifest.Source::new).toList(),
                    "of files, from the beginning on",
                    span,
                    scope,
                    tally.told(),
                    facts.sha256(),
                    log.size(),
                    log.openAtStart(),
                    log.sha256()));
        }
    }

    // Batches follow each other, and what became known in a later one may have become known before the end of another.
    private static SortedFacts inOneOrder(PublishingPlan plan, SortedFacts all) throws IOException {
        if (plan.batches().size() <= 1) {
            return plan.facts();
        }
        SortedFacts.Facts facts = plan.facts().facts();
        for (SortedFacts.Placed next = facts.next(); next != null; next = facts.next()) {
            all.add(0, next.fact());
        }
        return all;
    }

    private static Instant newest(SortedFacts facts) throws IOException {
        long newest = 0;
        SortedFacts.WrittenFacts written = facts.written();
        for (SortedFacts.Written next = written.next(); next != null; next = written.next()) {
            newest = next.time();
        }
        return Instant.ofEpochMilli(newest);
    }

    private static void add(AlertLog log, Transition transition) {
        try {
            log.add(transition);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be used (" + e.getMessage() + ")", e);
        }
    }
}
