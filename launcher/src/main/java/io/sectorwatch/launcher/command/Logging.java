package io.sectorwatch.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Where the libraries' own words go. It has to be said before the first of them is spoken. */
final class Logging {
    private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
    private static final String FILE = "org.slf4j.simpleLogger.logFile";
    private static final long FULL = 4 << 20;

    /** To standard error, many of them. */
    static void loud() {
        System.setProperty(LEVEL, "info");
        System.setProperty(FILE, "System.err");
    }

    /** Nowhere: what goes wrong is said by ourselves. */
    static void quiet() {
        System.setProperty(LEVEL, "off");
    }

    /** To a file, warnings and worse, behind what stands there from before. */
    static void to(Path file) {
        System.setProperty(LEVEL, "warn");
        System.setProperty(FILE, "System.err");
        try {
            // Nothing of ours goes this way: what is said to people goes to the terminal itself.
            System.setErr(new PrintStream(new RollingLog(file, FULL), true, UTF_8));
        } catch (IOException e) {
            throw CommandException.unusable("the log " + file + " cannot be written (" + e + ")");
        }
    }

    private Logging() {}
}
