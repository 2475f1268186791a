package io.sectorwatch.launcher.command;

import picocli.CommandLine.Command;

/** What can be done with archives. */
@Command(
        name = "archive",
        description = "Write facts and rules into a folder, or publish them again.",
        subcommands = {ArchiveExportCommand.class, ArchiveImportCommand.class})
final class ArchiveCommand extends GroupCommand {
    ArchiveCommand() {
        super("an archive");
    }
}
