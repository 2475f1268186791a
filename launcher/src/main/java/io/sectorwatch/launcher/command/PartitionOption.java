package io.sectorwatch.launcher.command;

import picocli.CommandLine.Option;

/** How many partitions. */
final class PartitionOption {
    @Option(
            names = "--partitions",
            defaultValue = "1",
            description = "Partitions of the topics of indicators, rules and alerts (default: ${DEFAULT-VALUE}).")
    private int number;

    int number() {
        if (number < 1) {
            throw CommandException.unusable("--partitions " + number + " is less than 1");
        }
        return number;
    }
}
