package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleCheck;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Finds mistakes. */
@Command(
        name = "check",
        description = "Print every mistake in a rules file, with file, line and column; exit status 2 says that there "
                + "is one. An unknown indicator or area is only a warning: it may be yours. With --bootstrap-server, what is "
                + "on the topics there is known too.")
final class RulesCheckCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "A rules file, YAML or JSON.")
    private Path file = Path.of("");

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        RuleSource source = new RuleSource(file);
        RuleCheck check = source.check(
                server.given()
                        ? TopicFactsReading.of(root, server.server(), prefix.topics())
                                .series()
                        : null);
        check.warnings().forEach(root.out()::println);
        check.mistakes().forEach(root.out()::println);
        if (check.mistakes().isEmpty()) {
            root.err()
                    .println(file + ": " + check.rules()
                            + (check.rules() == 1 ? " rule, no mistake" : " rules, no mistake"));
            return DONE;
        }
        int mistakes = check.mistakes().size();
        root.err().println(file + ": " + mistakes + (mistakes == 1 ? " mistake" : " mistakes"));
        return CommandException.UNUSABLE;
    }
}
