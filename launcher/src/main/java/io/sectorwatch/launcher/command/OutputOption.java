package io.sectorwatch.launcher.command;

import picocli.CommandLine.Option;

/** For whom the output is. */
final class OutputOption {
    /** A table is for people, JSON Lines are for programs. */
    enum Format {
        TABLE,
        JSONL
    }

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, or jsonl: the messages' values, one a line (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    Format format() {
        return format;
    }
}
