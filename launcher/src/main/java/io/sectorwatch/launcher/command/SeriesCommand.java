package io.sectorwatch.launcher.command;

import picocli.CommandLine.Command;

/** What can be seen of series. */
@Command(
        name = "series",
        description = "List the series that the facts make, or show one: what is known of it, and what was known at"
                + " another time.",
        subcommands = {SeriesListCommand.class, SeriesShowCommand.class})
final class SeriesCommand extends GroupCommand {
    SeriesCommand() {
        super("series");
    }
}
