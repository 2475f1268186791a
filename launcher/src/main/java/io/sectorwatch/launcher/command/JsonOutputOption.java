package io.sectorwatch.launcher.command;

import picocli.CommandLine.Option;

/** For whom an answer is that is one thing, and no list. */
final class JsonOutputOption {
    /** Text is for people, JSON for programs. */
    enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, or json: one JSON object (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    boolean isJson() {
        return format == Format.JSON;
    }
}
