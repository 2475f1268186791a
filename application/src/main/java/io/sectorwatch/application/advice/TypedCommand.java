package io.sectorwatch.application.advice;

import java.util.Objects;

/** A command of Sectorwatch as somebody types it who started this one: in a tree, from a package, by its name alone. */
public final class TypedCommand {
    /** The system property that says how this one was typed. */
    public static final String PROPERTY = "sectorwatch.command";

    private static final String IN_THE_TREE = "./sectorwatch";

    private TypedCommand() {}

    /** The words that make a command, with what comes before them. */
    public static String of(String words) {
        return program() + ' ' + words;
    }

    /** What comes before them. */
    public static String program() {
        return Objects.requireNonNullElse(System.getProperty(PROPERTY), IN_THE_TREE);
    }
}
