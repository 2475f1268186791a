package io.sectorwatch.launcher.table;

import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.SectorCard.AreaFigure;
import io.sectorwatch.schemas.message.SectorCard.Comparison;
import io.sectorwatch.schemas.message.SectorCard.Spread;
import io.sectorwatch.schemas.message.SectorCard.Statistic;
import io.sectorwatch.schemas.message.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of a sector over all areas, in lines of at most 80 columns. */
final class SectorLines {
    private static final Screen SCREEN = new Screen(80, false);
    private static final String MARGIN = " ";
    private static final String FURTHER = "   ";

    /** Lines for each indicator that areas have figures of, and one for policy events and open alerts if there are any. */
    static String of(SectorCard card) {
        StringBuilder text = new StringBuilder();
        card.indicators().stream()
                .filter(spread -> spread.areas() > 0)
                .forEach(spread -> text.append(line(figures(spread))));
        String activity = activity(card);
        return activity.isEmpty()
                ? text.toString()
                : text.append(line(activity)).toString();
    }

    private static String figures(Spread spread) {
        List<String> said = new ArrayList<>();
        add(said, "highest ", spread.highest(), true);
        add(said, "median ", spread.median(), false);
        add(said, "lowest ", spread.lowest(), true);
        Comparison benchmark = spread.benchmark();
        if (benchmark != null) {
            String possibly = benchmark.possiblyAbove() == 0 ? "" : ", possibly " + benchmark.possiblyAbove() + " more";
            said.add(benchmark.above() + " of " + benchmark.areas() + " above the benchmark" + possibly);
        }
        return spread.indicator() + ", " + counted(spread.areas(), "area")
                + (said.isEmpty() ? "" : ": " + String.join(", ", said));
    }

    private static void add(List<String> said, String name, @Nullable Statistic statistic, boolean named) {
        if (statistic != null) {
            String value = ShortNumber.of(statistic.value(), statistic.comparator());
            AreaFigure figure = statistic.of().get(0);
            said.add(named ? name + figure.area() + ' ' + value + " (" + figure.period() + ')' : name + value);
        }
    }

    private static String activity(SectorCard card) {
        List<String> said = new ArrayList<>();
        int events = card.policies().total().events();
        if (events > 0) {
            said.add(counted(events, "policy event") + ", "
                    + card.policies().trailingYear().events() + " of the last twelve months");
        }
        if (!card.open().isEmpty()) {
            List<Map.Entry<Severity, Integer>> worstFirst =
                    new ArrayList<>(card.open().entrySet());
            Collections.reverse(worstFirst);
            said.add("open: "
                    + String.join(
                            ", ",
                            worstFirst.stream()
                                    .map(open -> open.getValue() + " "
                                            + open.getKey().code())
                                    .toList()));
        }
        return String.join("; ", said);
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String line(String text) {
        return SCREEN.wrapped(MARGIN, text, FURTHER) + '\n';
    }

    private SectorLines() {}
}
