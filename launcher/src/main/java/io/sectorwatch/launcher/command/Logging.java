package io.sectorwatch.launcher.command;

import java.nio.file.Path;

/** Where the libraries' own words go. It has to be said before the first of them is spoken. */
final class Logging {
    private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
    private static final String FILE = "org.slf4j.simpleLogger.logFile";

    /** To standard error, many of them. */
    static void loud() {
        System.setProperty(LEVEL, "info");
        System.setProperty(FILE, "System.err");
    }

    /** Nowhere: what goes wrong is said by ourselves. */
    static void quiet() {
        System.setProperty(LEVEL, "off");
    }

    /** To a file, warnings and worse. */
    static void to(Path file) {
        System.setProperty(LEVEL, "warn");
        System.setProperty(FILE, file.toString());
    }

    private Logging() {}
}
