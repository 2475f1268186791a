package io.sectorwatch.launcher.table;

import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scorecards as a spreadsheet reads them: a row for each indicator of a card, or one for a card without any. */
public final class ScorecardRows {
    /** The columns. */
    public static final String HEADER =
            "area,sector,state,indicator,frequency,period,comparator,value,unit,status,previous,"
                    + "change,benchmark,gap_comparator,gap,events,events_of_a_year,open_info,open_warning,open_critical,known_at";

    /** Rows of {@link #HEADER}. */
    public static List<String> of(Scorecard card) {
        List<String> rows = new ArrayList<>();
        card.indicators().forEach(line -> rows.add(row(card, line)));
        if (rows.isEmpty()) {
            rows.add(row(card, null));
        }
        return rows;
    }

    private static String row(Scorecard card, Scorecard.@Nullable Line line) {
        Scorecard.Gap gap = line == null ? null : line.gap();
        return CsvRow.of(
                card.area(),
                card.sector(),
                card.state() == null ? null : card.state().code(),
                line == null ? null : line.indicator(),
                line == null ? null : line.frequency(),
                line == null ? null : line.period(),
                line == null || line.comparator() == null
                        ? null
                        : line.comparator().symbol(),
                line == null ? null : line.value().toPlainString(),
                line == null ? null : line.unit(),
                line == null ? null : String.join(" ", line.status()),
                line == null || line.previous() == null ? null : line.previous().toPlainString(),
                line == null || line.change() == null ? null : line.change().toPlainString(),
                gap == null ? null : gap.benchmark(),
                gap == null || gap.comparator() == null
                        ? null
                        : gap.comparator().symbol(),
                gap == null ? null : gap.value().toPlainString(),
                card.policies().total().events(),
                card.policies().trailingYear().events(),
                card.open().getOrDefault(Severity.INFO, 0),
                card.open().getOrDefault(Severity.WARNING, 0),
                card.open().getOrDefault(Severity.CRITICAL, 0),
                card.knownAt());
    }

    private ScorecardRows() {}
}
