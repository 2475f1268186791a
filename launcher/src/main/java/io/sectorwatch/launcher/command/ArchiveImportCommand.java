package io.sectorwatch.launcher.command;

import io.sectorwatch.application.archive.Archive;
import io.sectorwatch.application.archive.ArchiveImport;
import io.sectorwatch.application.ingest.RejectionReport;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import io.sectorwatch.launcher.table.RejectionWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Publishes an archive. */
@Command(
        name = "import",
        description = "Publish what an archive holds: the rules, then the facts, the same bytes with the same times. An"
                + " archive that is not whole is refused; one that is there already decides nothing again.")
final class ArchiveImportCommand extends Subcommand {
    @Parameters(paramLabel = "FOLDER", description = "An archive.")
    private Path folder = Path.of("");

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        try (RejectionReport report = new RejectionReport(null)) {
            Archive archive = Archive.open(folder);
            Server server = serverOptions.server();
            ArchiveImport archives =
                    shutdown.add(new ArchiveImport(server, prefix.topics(), TemporaryDirectory.standard()));
            long rejected = archives.publish(archive, report, new PublicationWords(root));
            RejectionWords.of(report.sinceLast()).forEach(root.err()::println);
            return rejected == 0 ? DONE : CommandException.FAILURES_FOUND;
        } catch (IOException | UncheckedIOException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }
}
