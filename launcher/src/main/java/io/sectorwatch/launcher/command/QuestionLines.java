package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.describe.Interview;
import io.sectorwatch.ingest.describe.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/** Asks on standard error and takes a line of standard input for an answer; an empty one takes what is proposed. */
final class QuestionLines implements Interview {
    private final PrintStream err;
    private final BufferedReader in;

    private QuestionLines(PrintStream err, BufferedReader in) {
        this.err = err;
        this.in = in;
    }

    /** Asks at a terminal; elsewhere says what is chosen. The script that starts us has looked which it is. */
    static Interview at(SectorwatchCommand root) {
        return Boolean.getBoolean("sectorwatch.in.terminal")
                ? new QuestionLines(
                        root.err(), new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())))
                : question -> chosen(root.err(), question);
    }

    private static String chosen(PrintStream err, Question question) {
        err.println(question.words());
        err.println("  " + (question.proposed().isEmpty() ? "none" : question.proposed()) + ": " + question.why());
        return question.proposed();
    }

    @Override
    public String answer(Question question) {
        err.println(question.words());
        while (true) {
            err.print("  [" + question.proposed() + "; " + question.why() + "] ");
            err.flush();
            String line = line().strip();
            if (line.isEmpty()) {
                return question.proposed();
            }
            Optional<String> complaint = question.complaint().apply(line);
            if (complaint.isEmpty()) {
                return line;
            }
            err.println("  " + complaint.get());
        }
    }

    // At the end of the input nobody answers any more.
    private String line() {
        try {
            String line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException("standard input cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
