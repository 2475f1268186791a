package io.sectorwatch.launcher.table;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;
import static com.github.freva.asciitable.HorizontalAlign.RIGHT;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.replay.compare.Differences;
import io.sectorwatch.application.replay.compare.Finding;
import io.sectorwatch.application.replay.compare.Finding.Cause;
import io.sectorwatch.application.replay.compare.Finding.Outcome;
import io.sectorwatch.application.replay.compare.Totals;
import io.sectorwatch.application.replay.log.LoggedTransition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison as a person reads it, within 80 columns: how much of each rule, why, and the first that differs. */
public final class ComparisonTable {
    private static final Screen SCREEN = new Screen(80, false);
    private static final String INDENT = " ".repeat(12);
    private static final int RULE = 35;
    private static final String ALL = "all rules";

    private record Row(String rule, Map<Outcome, Long> counts) {}

    public static String of(Totals totals, Differences differences, RuleNames names) {
        StringBuilder text = new StringBuilder(table(totals, names)).append('\n');
        for (Cause cause : Cause.values()) {
            if (totals.of(cause) > 0) {
                text.append(String.format(
                        Locale.ROOT, "%n%,d: %s%n  (%s)", totals.of(cause), cause.words(), cause.explanation()));
            }
        }
        if (!differences.first().isEmpty()) {
            text.append("\n\n");
        }
        for (Finding finding : differences.first()) {
            text.append(line(finding, names)).append('\n');
        }
        if (differences.more() > 0) {
            text.append(String.format(
                    Locale.ROOT, "%,d more differ; --comparison FILE writes down all.%n", differences.more()));
        }
        return text.toString();
    }

    private static String table(Totals totals, RuleNames names) {
        List<Row> rows = new ArrayList<>();
        totals.byRule().forEach((rule, counts) -> rows.add(new Row(named(rule, names), counts)));
        if (rows.size() != 1) {
            Map<Outcome, Long> all = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                all.put(outcome, totals.of(outcome));
            }
            rows.add(new Row(ALL, all));
        }
        List<ColumnData<Row>> columns = new ArrayList<>();
        columns.add(
                column("Rule", LEFT).maxWidth(RULE, OverflowBehaviour.NEWLINE).with(Row::rule));
        for (Outcome outcome : Outcome.values()) {
            columns.add(column(outcome.words(), RIGHT)
                    .with(row -> String.format(Locale.ROOT, "%,d", row.counts().getOrDefault(outcome, 0L))));
        }
        return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER, rows, columns);
    }

    private static String named(String rule, RuleNames names) {
        String title = names.title(rule);
        return title.equals(rule) ? rule : rule + '\n' + title;
    }

    private static String line(Finding finding, RuleNames names) {
        LoggedTransition either = finding.either();
        return String.format(
                "%s  %-11s  %s (%s)%n%s%n%s%s",
                Instant.ofEpochMilli(either.decidedAt()).atZone(ZoneOffset.UTC).toLocalDate(),
                finding.outcome().words(),
                transitions(finding.live(), finding.replayed()),
                finding.cause() == null ? "" : finding.cause().words(),
                SCREEN.wrapped(INDENT, names.of(either.rule()), INDENT),
                INDENT,
                either.series());
    }

    private static String transitions(@Nullable LoggedTransition live, @Nullable LoggedTransition replayed) {
        String ofLive = live == null ? "" : live.transition().transition().name();
        String ofReplay =
                replayed == null ? "" : replayed.transition().transition().name();
        if (ofLive.isEmpty() || ofReplay.isEmpty() || ofLive.equals(ofReplay)) {
            return ofReplay.isEmpty() ? ofLive : ofReplay;
        }
        return ofLive + ", in the replay " + ofReplay;
    }

    private static Column column(String header, HorizontalAlign align) {
        return new Column().header(header).headerAlign(align).dataAlign(align);
    }

    private ComparisonTable() {}
}
