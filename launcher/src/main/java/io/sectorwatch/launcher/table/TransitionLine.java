package io.sectorwatch.launcher.table;

import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A transition as a person reads it: what happened, how severe and how certain it is, where, and why. What does not fit
 * the screen goes on beneath, indented.
 */
final class TransitionLine {
    private static final String INDENT = " ".repeat(12);
    private static final String RESET = "\u001b[0m";

    private final Screen screen;

    TransitionLine(Screen screen) {
        this.screen = screen;
    }

    /** One that stands for itself, with its day in front and its rule at the end. */
    String of(Transition transition, String rule) {
        return line(transition, day(transition) + "  ", "  " + rule, INDENT);
    }

    /** One beneath its rule, with its day. */
    String dated(Transition transition, String margin) {
        return line(transition, margin + day(transition) + "  ", "", margin + INDENT);
    }

    /** The same, with a mark before its day. */
    String marked(Transition transition, String mark, String margin) {
        String front = margin + mark + " ";
        return line(transition, front + day(transition) + "  ", "", " ".repeat(front.length()) + INDENT);
    }

    /** One beneath its rule and a day; its own is said only where it is another. */
    String beneath(Transition transition, LocalDate day, String margin) {
        String end = day(transition).equals(day) ? "" : " (dated " + day(transition) + ")";
        return line(transition, margin, end, INDENT);
    }

    private String line(Transition transition, String front, String end, String indent) {
        String severity = String.format("%-8s", transition.severity().code());
        String head = front
                + String.format(
                        "%-9s  %s  %-8s  ",
                        transition.transition(),
                        severity,
                        transition.certainty().code());
        String rest =
                transition.series().area() + "/" + transition.series().sector() + "  " + transition.message() + end;
        String line = screen.wrapped(head, rest, indent);
        if (!screen.colours()) {
            return line;
        }
        int at = line.indexOf(severity, front.length());
        return line.substring(0, at)
                + colour(transition.severity())
                + severity
                + RESET
                + line.substring(at + severity.length());
    }

    private static LocalDate day(Transition transition) {
        return LocalDate.ofInstant(transition.decidedAt(), ZoneOffset.UTC);
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case INFO -> "\u001b[36m";
            case WARNING -> "\u001b[33m";
            case CRITICAL -> "\u001b[1;31m";
        };
    }
}
