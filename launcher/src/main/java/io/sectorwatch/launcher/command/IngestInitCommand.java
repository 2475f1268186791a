package io.sectorwatch.launcher.command;

import io.sectorwatch.application.advice.TypedCommand;
import io.sectorwatch.application.ingest.ReadOnceException;
import io.sectorwatch.application.ingest.SourceMapping;
import io.sectorwatch.application.ingest.Sources;
import io.sectorwatch.ingest.describe.Interview;
import io.sectorwatch.ingest.describe.MappingDraft;
import io.sectorwatch.ingest.intake.SourceReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a mapping for a file that nobody has described yet. */
@Command(
        name = "init",
        description = "Write a mapping for a file to standard output, for ingest --mapping. At a terminal it asks what"
                + " the file does not say; elsewhere it chooses, and says why on standard error.")
final class IngestInitCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "A file, a workbook (book.xlsx#sheet), or an http or https address.")
    private String name = "";

    @Mixin
    private ContentOptions content = new ContentOptions();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        SourceReader.Options options = content.options(null);
        Interview interview = QuestionLines.at(root);
        try (Sources sources = Sources.named(List.of(name), System.in)) {
            IngestCommand.load(root, sources, options);
            MappingDraft draft = SourceMapping.of(sources, options, Instant.now(), interview);
            root.out().print(draft.yaml());
            root.out().flush();
            root.err().print(draft.notes());
            root.err()
                    .println("With the mapping in a file, look at what comes of it, without a server, and publish it:");
            String dated =
                    options.published() == null && draft.yaml().contains("published: given") ? " --published DATE" : "";
            root.err()
                    .println("  " + TypedCommand.of("ingest --dry-run --offline --mapping MAPPING") + dated + " "
                            + name);
            root.err().println("  " + TypedCommand.of("ingest --mapping MAPPING") + dated + " " + name);
        } catch (ReadOnceException e) {
            throw CommandException.unusable("init reads its source more than once: give a file or an address");
        } catch (UncheckedIOException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
        return DONE;
    }
}
