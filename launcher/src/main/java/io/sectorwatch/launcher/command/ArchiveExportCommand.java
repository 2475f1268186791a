package io.sectorwatch.launcher.command;

import io.sectorwatch.application.archive.ArchiveExport;
import io.sectorwatch.application.archive.table.TableExport;
import io.sectorwatch.application.archive.table.TableFormat;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes an archive. */
@Command(
        name = "export",
        description = "Write facts, in the order in which they became known, and what happened to the rules into a new"
                + " folder: compressed JSON Lines and a manifest, or tables of the facts alone.")
final class ArchiveExportCommand extends Subcommand {
    /** What is written. */
    enum Format {
        JSONL,
        CSV,
        PARQUET
    }

    @Parameters(paramLabel = "FOLDER", description = "A folder that is not there yet, or empty.")
    private Path folder = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "jsonl",
            description = "jsonl: an archive, which can be imported and replayed. csv or parquet: the tables"
                    + " observations and policies, for spreadsheets and data frames (default: ${DEFAULT-VALUE}).")
    private Format format = Format.JSONL;

    @Mixin
    private SpanOptions spanOptions = new SpanOptions();

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        try {
            root.err()
                    .println(
                            switch (format) {
                                case JSONL -> archive(root);
                                case CSV -> tables(root, TableFormat.CSV);
                                case PARQUET -> tables(root, TableFormat.PARQUET);
                            });
            return DONE;
        } catch (IOException | UncheckedIOException e) {
            throw CommandException.unusable("the archive cannot be written: " + e.getMessage());
        }
    }

    private String archive(SectorwatchCommand root) throws IOException {
        ArchiveExport.Written written = new ArchiveExport(
                        serverOptions.server(), prefix.topics(), TemporaryDirectory.standard())
                .write(folder, spanOptions.span(), Software.version(), total -> new Steps(root, "Reading", total));
        return String.format(
                Locale.ROOT, "Wrote %,d facts and %,d rules to %s.", written.facts(), written.rules(), folder);
    }

    private String tables(SectorwatchCommand root, TableFormat tables) throws IOException {
        TableExport.Written written = new TableExport(
                        TopicFactsReading.each(root, serverOptions.server(), prefix.topics()))
                .write(folder, spanOptions.span(), tables);
        String left = written.unreadable() == 0 ? "" : ' ' + TopicFactsReading.left(written.unreadable());
        return String.format(
                        Locale.ROOT,
                        "Wrote %,d observations and %,d policy events to %s.",
                        written.observations(),
                        written.policies(),
                        folder)
                + left;
    }
}
