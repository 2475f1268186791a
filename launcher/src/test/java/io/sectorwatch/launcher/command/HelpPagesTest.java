package io.sectorwatch.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpPagesTest {
    private static final String COLUMNS = "sectorwatch.out.columns";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine root = SectorwatchCommand.commandLine(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), Map.of(), new Shutdown());

    static Stream<String> commands() {
        List<String> names = new ArrayList<>();
        collect(new HelpPagesTest().root, "", names);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyHelpHasAnExampleThatCanBeReadAndItsExitStatuses(String name) {
        CommandLine command = command(name);

        String help = command.getUsageMessage();

        assertThat(help.replaceAll("\\s+", " ")).contains("Exit status: 0 done 1 ", "Example: ./sectorwatch " + name);
        String example = help.substring(help.indexOf("Example: ./sectorwatch ") + "Example: ./sectorwatch ".length())
                .split("\\R\\R", 2)[0]
                .strip()
                .split(" [>&]", 2)[0];
        assertThat(root.parseArgs(words(example)).errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyHelpNamesTheDefaults(String name) {
        for (OptionSpec option : command(name).getCommandSpec().options()) {
            if (option.defaultValue() != null) {
                assertThat(String.join(" ", option.description()))
                        .as(name + " " + option.longestName())
                        .contains("(default");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpSaysOfACommandWhatItsOptionSays(String name) {
        List<String> words = new ArrayList<>(List.of("help"));
        words.addAll(List.of(words(name)));

        int status = root.execute(words.toArray(String[]::new));

        assertThat(status).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(command(name).getUsageMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statos: there is no command 'statos'; did you mean 'status'?",
                "facts lst: there is no command 'lst'; did you mean 'list'?",
                "help facts lst: there is no command 'lst'; did you mean 'list'?",
                "alerts --aera CHN: there is no option '--aera'; did you mean '--area'?"
            })
    void aMisspeltWordIsNamedWithWhatMayBeMeant(String commandAndWords) {
        String[] parts = commandAndWords.split(": ", 2);

        int status = root.execute(words(parts[0]));

        assertThat(status).isEqualTo(CommandException.UNUSABLE);
        assertThat(err.toString(UTF_8)).startsWith("sectorwatch: " + parts[1]);
    }

    @Test
    void theCompletionKnowsEveryCommand() {
        assertThat(root.execute("generate-completion")).isZero();

        assertThat(out.toString(UTF_8))
                .contains("complete -F _complete_sectorwatch")
                .contains(root.getSubcommands().keySet());
    }

    @ParameterizedTest
    @CsvSource({"TERM, dumb, false", "NO_COLOR, 1, false", "TERM, xterm, true"})
    void helpHasColoursOnlyWhereTheyShow(String variable, String value, boolean colours) {
        System.setProperty(COLUMNS, "80");
        try {
            CommandLine command = SectorwatchCommand.commandLine(
                    new PrintStream(out, true, UTF_8),
                    new PrintStream(err, true, UTF_8),
                    Map.of(variable, value),
                    new Shutdown());

            command.execute("help");
        } finally {
            System.clearProperty(COLUMNS);
        }

        assertThat(out.toString(UTF_8).contains("\u001b[")).isEqualTo(colours);
    }

    private static void collect(CommandLine command, String name, List<String> names) {
        names.add(name);
        command.getSubcommands()
                .forEach((word, next) -> collect(next, name.isEmpty() ? word : name + ' ' + word, names));
    }

    private CommandLine command(String name) {
        CommandLine command = root;
        for (String word : words(name)) {
            command = Objects.requireNonNull(command.getSubcommands().get(word));
        }
        return command;
    }

    private static String[] words(String line) {
        return line.isEmpty()
                ? new String[0]
                : line.replaceAll("'[^']*'", "text").split("\\s+");
    }
}
