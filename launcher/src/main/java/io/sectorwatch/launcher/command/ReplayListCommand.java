package io.sectorwatch.launcher.command;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;
import static com.github.freva.asciitable.HorizontalAlign.RIGHT;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.sectorwatch.application.replay.broker.ReplayJournal;
import io.sectorwatch.application.replay.broker.Replays;
import io.sectorwatch.application.server.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what replays there are. */
@Command(name = "list", description = "Print the replays that were kept, are running or were killed.")
final class ReplayListCommand extends Subcommand {
    private static final int SHORT = 12;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    private record Row(String name, Optional<ReplayJournal> journal) {}

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Server server = serverOptions.server();
        server.requireAnswer();
        List<Row> rows = new ArrayList<>();
        new Replays(server, prefix.topics()).journals().forEach((name, journal) -> rows.add(new Row(name, journal)));
        if (rows.isEmpty()) {
            root.err().println("There is no replay.");
            return DONE;
        }
        root.out()
                .println(AsciiTable.getTable(
                        AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER,
                        rows,
                        List.of(
                                column("Replay", LEFT, Row::name),
                                column("State", LEFT, ReplayListCommand::state),
                                column("Transitions", RIGHT, row -> ofManifest(row, "transitions")),
                                column("SHA-256", LEFT, row -> shortened(ofManifest(row, "sha256"))))));
        return DONE;
    }

    private static String state(Row row) {
        return row.journal()
                .map(journal -> journal.manifest() != null ? "done" : journal.staged() ? "deciding" : "staging")
                .orElse("beginning");
    }

    private static String ofManifest(Row row, String field) {
        JsonNode manifest = row.journal().map(ReplayJournal::manifest).orElse(null);
        return manifest == null ? "" : manifest.path("alerts").path(field).asText();
    }

    private static String shortened(String hash) {
        return hash.isEmpty() ? "" : hash.substring(0, SHORT) + '…';
    }

    private static ColumnData<Row> column(String header, HorizontalAlign align, Function<Row, String> text) {
        return new Column().header(header).headerAlign(align).dataAlign(align).with(text);
    }
}
