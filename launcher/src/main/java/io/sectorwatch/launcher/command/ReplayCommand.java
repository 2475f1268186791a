package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.Sources;
import io.sectorwatch.application.replay.RuleChoice;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            names = "--rules",
            paramLabel = "FILE",
            description = "Decide under the rules of this file, from the beginning on; may be given more than once."
                    + " Without it, under the rules as they stood at each time.")
    private List<Path> rules = List.of();

    @Option(names = "--rules-now", description = "Decide under the rules in effect now, from the beginning on.")
    private boolean rulesNow;

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
        span.check();
        reports.check();
        if (rulesNow && !rules.isEmpty()) {
            throw CommandException.unusable("--rules and --rules-now are two choices of rules: give one of them");
        }
        if (files.isEmpty()) {
            RuleChoice choice = rules(root)
                    .<RuleChoice>map(RuleChoice.Others::new)
                    .orElse(rulesNow ? new RuleChoice.Now() : new RuleChoice.History());
            return new BrokerReplay(root, broker, span, scope.scope(), reports).run(choice);
        }
        reports.requireNoComparison();
        List<Rule> ofFiles = rules(root)
                .orElseThrow(
                        () -> CommandException.unusable("--file has facts alone: name the rules with --rules FILE"));
        return new FileReplay(root, span, scope.scope(), reports)
                .run(Sources.named(files, System.in), files, reading.options(root.err()), ofFiles);
    }

    private Optional<List<Rule>> rules(SectorwatchCommand root) {
        List<Rule> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : rules) {
            try {
                for (Rule rule : new RuleSource(file).rules()) {
                    if (!ids.add(rule.id())) {
                        throw CommandException.unusable(file + ": rule '" + rule.id() + "' stands twice");
                    }
                    all.add(rule);
                }
            } catch (UnusableFileException e) {
                String.valueOf(e.getMessage()).lines().forEach(root.err()::println);
                throw CommandException.unusable(file + " has mistakes, and nothing was replayed");
            }
        }
        return rules.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
