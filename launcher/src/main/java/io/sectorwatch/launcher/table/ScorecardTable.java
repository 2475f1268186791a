package io.sectorwatch.launcher.table;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;
import static com.github.freva.asciitable.HorizontalAlign.RIGHT;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import io.sectorwatch.application.scorecard.Scorecards;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.topic.Partitions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The scorecards as one table for each sector, beneath what is said of all its areas, within 80 columns. */
public final class ScorecardTable {
    /** One line of a table: one indicator of one area, or an area without any. */
    private record Row(Scorecard card, Scorecard.@Nullable Line line) {}

    /** What is to be printed of all cards. */
    public static String of(Scorecards cards) {
        SortedMap<String, List<Scorecard>> sectors = cards.areas().stream()
                .collect(Collectors.groupingBy(Scorecard::sector, TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        sectors.forEach((sector, ofSector) -> {
            text.append(sector).append('\n');
            cards.sectors().stream()
                    .filter(card -> card.sector().equals(sector))
                    .forEach(card -> text.append(SectorLines.of(card)));
            text.append(table(ofSector)).append("\n\n");
        });
        return text.toString();
    }

    private static String table(List<Scorecard> cards) {
        List<Row> rows = new ArrayList<>();
        for (Scorecard card : cards) {
            List<Row> lines = card.indicators().stream()
                    .filter(line -> !Partitions.isDerived(line.indicator()))
                    .map(line -> new Row(card, line))
                    .toList();
            rows.addAll(lines.isEmpty() ? List.of(new Row(card, null)) : lines);
        }
        return AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                rows,
                List.of(
                        column("Area", LEFT, 6, row -> row.card().area()),
                        column("State", LEFT, 10, row -> state(row.card())),
                        column("Indicator", LEFT, 22, row -> of(row, Scorecard.Line::indicator)),
                        column(
                                "Period",
                                LEFT,
                                9,
                                row -> of(row, line -> line.period().toString())),
                        column(
                                "Value",
                                RIGHT,
                                8,
                                row -> of(row, line -> ShortNumber.of(line.value(), line.comparator()))),
                        column("Change", RIGHT, 8, row -> of(row, line -> signed(line.change(), null))),
                        column("Gap", RIGHT, 8, row -> of(row, ScorecardTable::gap)),
                        column("Events", RIGHT, 8, row -> policies(row.card()))));
    }

    private static ColumnData<Row> column(String header, HorizontalAlign align, int width, Function<Row, String> text) {
        return new Column()
                .header(header)
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(width, OverflowBehaviour.ELLIPSIS_LEFT)
                .with(text);
    }

    private static String of(Row row, Function<Scorecard.Line, String> text) {
        return row.line() == null ? "" : text.apply(row.line());
    }

    private static String state(Scorecard card) {
        return card.state() == null ? "-" : card.state().code();
    }

    private static String gap(Scorecard.Line line) {
        return line.gap() == null ? "" : signed(line.gap().value(), line.gap().comparator());
    }

    private static String policies(Scorecard card) {
        return Integer.toString(card.policies().total().events());
    }

    private static String signed(@Nullable BigDecimal value, @Nullable Bound bound) {
        if (value == null) {
            return "";
        }
        return (value.signum() > 0 ? "+" : "") + ShortNumber.of(value, bound);
    }

    private ScorecardTable() {}
}
