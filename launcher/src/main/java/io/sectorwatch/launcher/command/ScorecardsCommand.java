package io.sectorwatch.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.codes.CodeSort;
import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.application.codes.UnmetCode;
import io.sectorwatch.application.scorecard.Scorecards;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.table.ScorecardRows;
import io.sectorwatch.launcher.table.ScorecardTable;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.json.SectorCardCodec;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the scorecards. */
@Command(
        name = "scorecards",
        description =
                "Print how each sector of each area stands: the worst severity of its open alerts, the newest figure"
                        + " of each indicator with its change and its gap to the benchmark, the number of policy events.")
final class ScorecardsCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Option(names = "--area", split = ",", paramLabel = "AREA", description = "Only of these areas.")
    private Set<String> areas = Set.of();

    @Option(names = "--sector", split = ",", paramLabel = "SECTOR", description = "Only of these sectors.")
    private Set<String> sectors = Set.of();

    @Mixin
    private ListOutputOption output = new ListOutputOption();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Server server = serverOptions.server();
        server.require(Right.toRead(prefix.topics().scorecards()));
        KnownCodes codes = new KnownCodes();
        Scorecards cards = Scorecards.newest(server, prefix.topics()).wanted(areas, sectors, codes);
        PrintStream out = root.out();
        switch (output.format()) {
            case TABLE -> out.print(ScorecardTable.of(cards));
            case CSV -> {
                out.println(ScorecardRows.HEADER);
                cards.areas().forEach(card -> ScorecardRows.of(card).forEach(out::println));
            }
            case JSONL -> {
                cards.sectors().forEach(card -> out.println(new String(new SectorCardCodec().write(card), UTF_8)));
                cards.areas().forEach(card -> out.println(new String(new ScorecardCodec().write(card), UTF_8)));
            }
        }
        out.flush();
        List<UnmetCode> unmet = new ArrayList<>(codes.unmet(CodeSort.AREA, areas));
        unmet.addAll(codes.unmet(CodeSort.SECTOR, sectors));
        Unmet.say(root, unmet, "scorecard");
        if (cards.areas().isEmpty() && unmet.isEmpty()) {
            root.err().println("There is no such scorecard.");
        }
        return DONE;
    }
}
