package io.sectorwatch.launcher.table;

import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A transition as a person reads it: when it became known, what happened, how severe and how certain it is, where, and
 * why. What does not fit the screen goes on beneath, indented.
 */
public final class TransitionLine {
    private static final String INDENT = " ".repeat(12);
    private static final String RESET = "\u001b[0m";

    private final Screen screen;

    public TransitionLine(Screen screen) {
        this.screen = screen;
    }

    public String of(Transition transition) {
        String day = LocalDate.ofInstant(transition.decidedAt(), ZoneOffset.UTC).toString();
        String severity = String.format("%-8s", transition.severity().code());
        String head = String.format(
                "%s  %-9s  %s  %-8s  ",
                day, transition.transition(), severity, transition.certainty().code());
        String rest = transition.series().area() + "/" + transition.series().sector() + "  " + transition.message();
        String line = screen.wrapped(head, rest, INDENT);
        if (!screen.colours()) {
            return line;
        }
        int at = line.indexOf(severity, day.length());
        return line.substring(0, at)
                + colour(transition.severity())
                + severity
                + RESET
                + line.substring(at + severity.length());
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case INFO -> "\u001b[36m";
            case WARNING -> "\u001b[33m";
            case CRITICAL -> "\u001b[1;31m";
        };
    }
}
