package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.Preview;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.launcher.table.SummaryTable;
import io.sectorwatch.schemas.topic.Topics;

/** Prints what would be published. */
final class PreviewOutput {
    private final SectorwatchCommand root;
    private final ServerOptions server;
    private final Topics topics;
    private final OutputOption.Format format;
    private final boolean offline;

    /** Compares with what is on the topics; with nothing where it is offline. */
    PreviewOutput(
            SectorwatchCommand root, ServerOptions server, Topics topics, OutputOption.Format format, boolean offline) {
        this.root = root;
        this.server = server;
        this.topics = topics;
        this.format = format;
        this.offline = offline;
    }

    /** Prints it, unless it is strict and anything is rejected or warned of. */
    void print(Intake intake, boolean strict) {
        Preview preview = Preview.of(intake, known(intake));
        if (strict && !intake.isFlawless()) {
            return;
        }
        if (format == OutputOption.Format.JSONL) {
            preview.forEach(value -> {
                root.out().write(value, 0, value.length);
                root.out().write('\n');
            });
        } else {
            root.out().print(SummaryTable.of(intake.summary()));
        }
        root.out().flush();
        if (format != OutputOption.Format.JSONL) {
            long count = preview.plan().count();
            root.err().println(count + (count == 1 ? " fact" : " facts") + " would be published.");
        }
    }

    private KnownFacts known(Intake intake) {
        if (offline) {
            return KnownFacts.NONE;
        }
        try {
            return Preview.known(intake, server::server, topics, new PublicationWords(root)::waits);
        } catch (ServerException e) {
            if (server.given()) {
                throw e;
            }
            root.err()
                    .println("No server answers at " + server.server().address()
                            + ": compared as if nothing were known.");
            return KnownFacts.NONE;
        }
    }
}
