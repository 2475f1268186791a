package io.sectorwatch.launcher.command;

import picocli.CommandLine.Option;

/** For whom a list is. */
final class ListOutputOption {
    /** A table is for people, CSV for spreadsheets, JSON Lines for programs. */
    enum Format {
        TABLE,
        CSV,
        JSONL
    }

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv, or jsonl: one JSON object a line (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    Format format() {
        return format;
    }
}
