package io.sectorwatch.launcher.rules;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.OverflowBehaviour;
import io.sectorwatch.processor.scenario.Expectation;
import io.sectorwatch.processor.scenario.Told;
import io.sectorwatch.processor.scenario.Verdict;
import io.sectorwatch.processor.scenario.Verdict.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** What a scenario expected and what came of it, side by side. */
public final class VerdictTable {
    private static final int OUTCOME = 12;
    private static final int SIDE = 28;
    private static final List<String> ALWAYS = List.of("transition", "rule", "series", "since", "period", "decidedAt");

    public static String of(Verdict verdict) {
        StringBuilder text = new StringBuilder();
        verdict.refused()
                .forEach(refused -> text.append("refused: ").append(refused).append('\n'));
        text.append(table(verdict.transitions()));
        if (!verdict.open().isEmpty()) {
            text.append("open at the end\n").append(table(verdict.open()));
        }
        return text.toString();
    }

    private static String table(List<Row> rows) {
        return AsciiTable.getTable(
                        AsciiTable.BASIC_ASCII_NO_OUTSIDE_BORDER,
                        rows,
                        List.of(
                                column("", OUTCOME, row -> row.outcome().words()),
                                column(
                                        "expected",
                                        SIDE,
                                        row -> row.expected()
                                                .map(VerdictTable::expected)
                                                .orElse("")),
                                column("actual, and its cause", SIDE, VerdictTable::actual)))
                + '\n';
    }

    private static ColumnData<Row> column(String header, int width, Function<Row, String> text) {
        return new Column()
                .header(header)
                .headerAlign(LEFT)
                .dataAlign(LEFT)
                .maxWidth(width, OverflowBehaviour.NEWLINE)
                .with(text);
    }

    private static String expected(Expectation expectation) {
        List<String> lines = new ArrayList<>();
        expectation.fields().properties().forEach(field -> lines.add(field.getKey() + ": " + words(field.getValue())));
        return String.join("\n", lines);
    }

    private static String actual(Row row) {
        return row.actual().map(told -> actual(told, row)).orElse("");
    }

    private static String actual(Told told, Row row) {
        Set<String> fields = new LinkedHashSet<>();
        SortedSet<String> wrong = new TreeSet<>();
        row.expected().ifPresent(expectation -> {
            expectation.fields().fieldNames().forEachRemaining(fields::add);
            expectation.differences(told.transition()).forEach(path -> wrong.add(path.split("\\.", 2)[0]));
        });
        fields.addAll(ALWAYS);
        List<String> lines = new ArrayList<>();
        for (String field : fields) {
            String mark = wrong.contains(field) ? "! " : "";
            lines.add(mark + field + ": " + words(told.transition().path(field)));
        }
        lines.add("after " + told.cause());
        return String.join("\n", lines);
    }

    private static String words(JsonNode node) {
        return node.isMissingNode() ? "-" : node.isTextual() ? node.textValue() : node.toString();
    }

    private VerdictTable() {}
}
