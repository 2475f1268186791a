package io.sectorwatch.ingest.format.eurostattsv;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.Listed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the first heading of Eurostat's tables says: {@code unit,geo\time} or, the other way round, {@code unit,time\geo}.
 *
 * @param dimensions whose codes the first cell of each line holds
 * @param columns the dimension whose codes are the other headings
 */
record EurostatKey(List<String> dimensions, String columns) {
    private static final Set<String> TIME = Set.of("time", "time_period");

    static EurostatKey of(String heading) throws UnreadableException {
        int bar = heading.lastIndexOf('\\');
        if (bar < 0) {
            throw new UnreadableException("the first heading of a table of Eurostat names its dimensions, as in"
                    + " 'unit,geo\\time', but here it is '" + Listed.of(List.of(heading)) + "'");
        }
        List<String> dimensions = new ArrayList<>();
        for (String dimension : heading.substring(0, bar).split(",", -1)) {
            dimensions.add(word(dimension));
        }
        String columns = word(heading.substring(bar + 1));
        Set<String> all = new HashSet<>(dimensions);
        all.add(columns);
        if (all.size() <= dimensions.size() || all.contains("") || !all.contains(DataSet.TIME_PERIOD)) {
            throw new UnreadableException("the first heading does not name different dimensions and time among them: '"
                    + Listed.of(List.of(heading)) + "'");
        }
        return new EurostatKey(List.copyOf(dimensions), columns);
    }

    private static String word(String name) {
        String stripped = name.strip();
        return TIME.contains(stripped.toLowerCase(Locale.ROOT)) ? DataSet.TIME_PERIOD : stripped;
    }
}
