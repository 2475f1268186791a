package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.launcher.table.Screen;
import io.sectorwatch.schemas.message.Severity;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command all others belong to: where they write, and what they must stop. */
@Command(
        name = "sectorwatch",
        description = "Watches innovation indicators and policy events, sector by sector, on Apache Kafka.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            BrokerCommand.class,
            TopicsCommand.class,
            IngestCommand.class,
            ProcessCommand.class,
            MonitorCommand.class,
            DeliverCommand.class,
            TicksCommand.class,
            AlertsCommand.class,
            SeriesCommand.class,
            ScorecardsCommand.class,
            StatusCommand.class,
            FactsCommand.class,
            DeadLettersCommand.class,
            RulesCommand.class,
            ReplayCommand.class,
            ArchiveCommand.class,
            TopologyCommand.class,
            HelpCommand.class,
            CompletionCommand.class
        })
public final class SectorwatchCommand implements Runnable {
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Shutdown shutdown;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Say what the command does.")
    @SuppressWarnings("UnusedVariable") // Set by picocli, which also acts on it.
    private boolean help;

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show the libraries' log, and the stack trace of an error.")
    private boolean verbose;

    @Option(names = "--version", versionHelp = true, description = "Say which version this is.")
    @SuppressWarnings("UnusedVariable") // Set by picocli, which also acts on it.
    private boolean version;

    private SectorwatchCommand(PrintStream out, PrintStream err, Map<String, String> environment, Shutdown shutdown) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.shutdown = shutdown;
    }

    /**
     * The whole command line.
     *
     * @param out for what was asked for
     * @param err for words to people
     */
    public static CommandLine commandLine(
            PrintStream out, PrintStream err, Map<String, String> environment, Shutdown shutdown) {
        SectorwatchCommand root = new SectorwatchCommand(out, err, environment, shutdown);
        CommandLine commandLine = new CommandLine(root)
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .registerConverter(Severity.class, new Choice<>(Severity.class))
                .registerConverter(OutputOption.Format.class, new Choice<>(OutputOption.Format.class))
                .registerConverter(JsonOutputOption.Format.class, new Choice<>(JsonOutputOption.Format.class))
                .registerConverter(ListOutputOption.Format.class, new Choice<>(ListOutputOption.Format.class))
                .registerConverter(ArchiveExportCommand.Format.class, new Choice<>(ArchiveExportCommand.Format.class))
                .setExecutionExceptionHandler(new ErrorLine(root))
                .setParameterExceptionHandler(new ErrorLine(root));
        HelpPages.complete(commandLine);
        commandLine.setColorScheme(
                CommandLine.Help.defaultColorScheme(root.screen().colours() ? Ansi.ON : Ansi.OFF));
        commandLine.getCommandSpec().version(Software.version());
        CommandLine.IExecutionStrategy last = new CommandLine.RunLast();
        return commandLine.setExecutionStrategy(parsed -> {
            if (root.verbose) {
                Logging.loud();
            }
            return last.execute(parsed);
        });
    }

    @Override
    public void run() {
        CommandLine command = spec == null ? new CommandLine(this) : spec.commandLine();
        throw new ParameterException(
                command,
                "say what to do: " + String.join(", ", command.getSubcommands().keySet()));
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    Map<String, String> environment() {
        return environment;
    }

    Shutdown shutdown() {
        return shutdown;
    }

    boolean verbose() {
        return verbose;
    }

    /** Takes a data directory, and lets the libraries log into it unless all is to be seen. */
    Installation installation(Path directory) {
        Installation installation = Installation.in(directory, shutdown);
        if (!verbose) {
            Logging.to(installation.log());
        }
        return installation;
    }

    /** What is known of the terminal behind standard output: the script that starts us has looked. */
    Screen screen() {
        return Screen.of(System.getProperty("sectorwatch.out.columns"), environment);
    }

    /** The same of standard error. */
    Screen progressScreen() {
        return Screen.of(System.getProperty("sectorwatch.err.columns"), environment);
    }
}
