package io.sectorwatch.launcher.command;

import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.application.codes.UnmetCode;
import io.sectorwatch.application.facts.FactFilter;
import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.launcher.table.FactText;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.series.Period;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the facts. */
@Command(
        name = "list",
        description = "Print the facts on the topics, in the order in which they became known: id, day of publication,"
                + " state, what it says, source.")
final class FactsListCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Option(
            names = "--indicator",
            split = ",",
            paramLabel = "INDICATOR",
            description = "Only of these indicators, and no policy events.")
    private Set<String> indicators = Set.of();

    @Option(names = "--area", split = ",", paramLabel = "AREA", description = "Only of these areas.")
    private Set<String> areas = Set.of();

    @Option(names = "--sector", split = ",", paramLabel = "SECTOR", description = "Only of these sectors.")
    private Set<String> sectors = Set.of();

    @Option(
            names = "--period",
            split = ",",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            description = "Only of these periods, as 2023 or 2023-Q4.")
    private Set<Period> periods = Set.of();

    @Option(names = "--source", split = ",", paramLabel = "SOURCE", description = "Only of these sources.")
    private Set<String> sources = Set.of();

    @Option(names = "--void", description = "Only void ones.")
    private boolean onlyVoid;

    @Mixin
    private ListOutputOption output = new ListOutputOption();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        FactFilter filter = new FactFilter(indicators, areas, sectors, periods, sources);
        Consumer<ListedFact> printer = printer(root);
        KnownCodes codes = new KnownCodes();
        long[] count = {0};
        long unreadable = TopicFactsReading.each(root, serverOptions.server(), prefix.topics())
                .forEach(codes.noting(filter::wants), fact -> {
                    if (!onlyVoid || fact.state() == State.VOID) {
                        count[0]++;
                        printer.accept(fact);
                    }
                });
        root.out().flush();
        List<UnmetCode> unmet = filter.unmet(codes);
        Unmet.say(root, unmet, "fact");
        if (count[0] == 0 && unmet.isEmpty()) {
            root.err().println("There is no such fact.");
        }
        if (unreadable > 0) {
            root.err().println(TopicFactsReading.left(unreadable));
        }
        return DONE;
    }

    private Consumer<ListedFact> printer(SectorwatchCommand root) {
        PrintStream out = root.out();
        return switch (output.format()) {
            case TABLE -> fact -> out.println(FactText.forPeople(fact, root.screen()));
            case JSONL -> fact -> out.println(FactText.forPrograms(fact));
            case CSV -> {
                out.println(FactText.HEADER);
                yield fact -> out.println(FactText.forSpreadsheets(fact));
            }
        };
    }
}
