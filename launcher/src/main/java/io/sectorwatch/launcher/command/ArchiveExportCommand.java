package io.sectorwatch.launcher.command;

import io.sectorwatch.application.archive.ArchiveWriter;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.Collected;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes an archive. */
@Command(
        name = "export",
        description = "Write facts, in the order in which they became known, and what happened to the rules into a new"
                + " folder: compressed JSON Lines and a manifest.")
final class ArchiveExportCommand extends Subcommand {
    @Parameters(paramLabel = "FOLDER", description = "A folder that is not there yet, or empty.")
    private Path folder = Path.of("");

    @Mixin
    private SpanOptions spanOptions = new SpanOptions();

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        spanOptions.check();
        Server server = serverOptions.server();
        server.requireAnswer();
        Topics topics = prefix.topics();
        Capture capture = Capture.of(server, topics);
        LiveTopics live = new LiveTopics(server, topics, capture);
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<RuleEvent> rules = live.rules().events();
        try (Collected collected = new Collected(fact -> true, temporary)) {
            long size = capture.size(topics.indicators()) + capture.size(topics.policies());
            try (Steps steps = new Steps(root, "Reading", size)) {
                live.facts(steps, collected);
            }
            Span span = spanOptions.span(collected.newest());
            try (ArchiveWriter archive = new ArchiveWriter(folder, span)) {
                new FactHistory(rules, collected.facts()).tell(span, archive);
                archive.finish(Software.version(), capture.offsets());
                root.err()
                        .printf(
                                Locale.ROOT,
                                "Wrote %,d facts and %,d rules to %s.%n",
                                archive.facts(),
                                rules.size(),
                                folder);
            }
            return DONE;
        } catch (IOException | UncheckedIOException e) {
            throw CommandException.unusable("the archive cannot be written: " + e.getMessage());
        }
    }
}
