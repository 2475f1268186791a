package io.sectorwatch.launcher.command;

import io.sectorwatch.application.archive.ArchiveExport;
import io.sectorwatch.application.replay.RequestedSpan;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes an archive. */
@Command(
        name = "export",
        description = "Write facts, in the order in which they became known, and what happened to the rules into a new"
                + " folder: compressed JSON Lines and a manifest.")
final class ArchiveExportCommand extends Subcommand {
    @Parameters(paramLabel = "FOLDER", description = "A folder that is not there yet, or empty.")
    private Path folder = Path.of("");

    @Mixin
    private SpanOptions spanOptions = new SpanOptions();

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        RequestedSpan span = spanOptions.span();
        Server server = serverOptions.server();
        ArchiveExport export = new ArchiveExport(server, prefix.topics(), TemporaryDirectory.standard());
        try {
            ArchiveExport.Written written =
                    export.write(folder, span, Software.version(), total -> new Steps(root, "Reading", total));
            root.err()
                    .printf(
                            Locale.ROOT,
                            "Wrote %,d facts and %,d rules to %s.%n",
                            written.facts(),
                            written.rules(),
                            folder);
            return DONE;
        } catch (IOException | UncheckedIOException e) {
            throw CommandException.unusable("the archive cannot be written: " + e.getMessage());
        }
    }
}
