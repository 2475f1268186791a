package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.replay.RuleEvent;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** History again. */
@Command(
        name = "replay",
        description = "Decide history again, in the order in which it became known, without a look ahead.")
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
            description = "Decide under the rules of this file, from the beginning on; may be given more than once.")
    private List<Path> rules = List.of();

    @Mixin
    private SpanOptions span = new SpanOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "Write there, as JSON, what the replay was made of and what came out.")
    private @Nullable Path manifest;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        span.check();
        if (rules.isEmpty()) {
            throw CommandException.unusable("--file has facts alone: name the rules with --rules FILE");
        }
        FileReplay replay = new FileReplay(root, span, scope.scope(), output.format(), manifest);
        return replay.run(Sources.named(files), files, reading.options(), rules(root));
    }

    private List<RuleEvent> rules(SectorwatchCommand root) {
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
        return RuleEvent.fromTheBeginning(all);
    }
}
