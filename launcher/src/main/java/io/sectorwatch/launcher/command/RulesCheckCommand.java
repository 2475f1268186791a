package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.KnownSeries;
import io.sectorwatch.application.rules.RuleCheck;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds mistakes. */
@Command(
        name = "check",
        description = "Print every mistake in rules files, with file, line and column; exit status 2 says that there "
                + "is one. An unknown indicator or area is only a warning: it may be yours. With --bootstrap-server, what is "
                + "on the topics there is known too.")
final class RulesCheckCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rules files, YAML or JSON.")
    private List<Path> files = List.of();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        KnownSeries known = server.given()
                ? TopicFactsReading.of(root, server.server(), prefix.topics()).series()
                : null;
        boolean usable = true;
        for (Path file : files) {
            usable &= check(file, known, root);
        }
        return usable ? DONE : CommandException.UNUSABLE;
    }

    private static boolean check(Path file, @Nullable KnownSeries known, SectorwatchCommand root) {
        RuleCheck check = new RuleSource(file).check(known);
        check.warnings().forEach(root.out()::println);
        check.mistakes().forEach(root.out()::println);
        int mistakes = check.mistakes().size();
        root.err()
                .println(file + ": "
                        + (mistakes == 0
                                ? check.rules() + (check.rules() == 1 ? " rule, no mistake" : " rules, no mistake")
                                : mistakes + (mistakes == 1 ? " mistake" : " mistakes")));
        return mistakes == 0;
    }
}
