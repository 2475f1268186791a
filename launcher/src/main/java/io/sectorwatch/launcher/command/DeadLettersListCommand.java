package io.sectorwatch.launcher.command;

import io.sectorwatch.application.deadletters.DeadLetters;
import io.sectorwatch.launcher.table.LetterText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the dead letters. */
@Command(
        name = "list",
        description = "Print the dead letters: where they came from, why they were refused, the original.")
final class DeadLettersListCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        DeadLetters letters = new DeadLetters(serverOptions.server(), prefix.topics());
        long count = letters.list((letter, redriven) -> {
            if (output.format() == OutputOption.Format.JSONL) {
                root.out().println(LetterText.forPrograms(letter, redriven));
            } else {
                root.out().print(LetterText.forPeople(letter, redriven));
            }
        });
        root.out().flush();
        root.err()
                .println(count == 0 ? "There is no dead letter." : count + " dead letter" + (count == 1 ? "." : "s."));
        return DONE;
    }
}
