package io.sectorwatch.launcher.command;

import io.sectorwatch.application.archive.ArchiveException;
import io.sectorwatch.application.broker.BrokerException;
import io.sectorwatch.application.ingest.SourceException;
import io.sectorwatch.application.installation.ProcessorException;
import io.sectorwatch.application.replay.ReplayException;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.ingest.publish.PublishException;
import io.sectorwatch.monitor.database.DatabaseException;
import io.sectorwatch.monitor.web.ServingException;
import io.sectorwatch.schemas.json.Suggestion;
import java.io.PrintWriter;
import org.apache.kafka.common.errors.AuthorizationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What went wrong, as one line on standard error; with --verbose the stack trace as well. */
final class ErrorLine implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final SectorwatchCommand root;

    ErrorLine(SectorwatchCommand root) {
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (root.shutdown().forced()) {
            return CommandException.FAILURES_FOUND;
        }
        BrokerException broken = root.shutdown().cause().orElse(null);
        if (broken != null) {
            print(command.getErr(), e, String.valueOf(broken.getMessage()));
            return CommandException.FAILURES_FOUND;
        }
        print(command.getErr(), e, message(e));
        if (e instanceof CommandException known) {
            return known.status();
        }
        return isUnusable(e) || isRefused(e) ? CommandException.UNUSABLE : CommandException.FAILURES_FOUND;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        print(
                command.getErr(),
                e,
                message(e) + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
        return CommandException.UNUSABLE;
    }

    // What picocli says of a word that is no command is for those who know what an argument is.
    private static String message(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return String.valueOf(e.getMessage());
        }
        String word = unmatched.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        if (word.startsWith("-")) {
            return "there is no option '" + word + "'"
                    + Suggestion.among(command.getCommandSpec().optionsMap().keySet(), word);
        }
        return command.getSubcommands().isEmpty()
                ? "'" + word + "' is not expected here"
                : "there is no command '" + word + "'"
                        + Suggestion.among(command.getSubcommands().keySet(), word);
    }

    private void print(PrintWriter err, Exception e, String message) {
        err.println("sectorwatch: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        if (root.verbose()) {
            e.printStackTrace(err);
        }
        err.flush();
    }

    private static String message(Exception e) {
        if (e instanceof CommandException || e instanceof ProcessorException || isUnusable(e)) {
            return String.valueOf(e.getMessage());
        }
        if (isRefused(e)) {
            return e.getMessage() + ": docs/security.md lists the rights that each command needs";
        }
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return what + " (--verbose shows where)";
    }

    private static boolean isRefused(Throwable thrown) {
        return thrown instanceof AuthorizationException || (thrown.getCause() != null && isRefused(thrown.getCause()));
    }

    private static boolean isUnusable(Exception e) {
        return e instanceof BrokerException
                || e instanceof ServerException
                || e instanceof PublishException
                || e instanceof SourceException
                || e instanceof ReplayException
                || e instanceof ArchiveException
                || e instanceof DatabaseException
                || e instanceof ServingException;
    }
}
