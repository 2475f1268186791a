package io.sectorwatch.launcher.table;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.OverflowBehaviour;
import io.sectorwatch.processor.scenario.DecidedTransition;
import io.sectorwatch.processor.scenario.Expectation;
import io.sectorwatch.processor.scenario.Verdict;
import io.sectorwatch.processor.scenario.Verdict.Outcome;
import io.sectorwatch.processor.scenario.Verdict.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** What a scenario expected and what came of it, side by side. */
public final class VerdictTable {
    private static final int OUTCOME = 12;
    private static final int WIDEST = 120;
    private static final int FRAME = 9;
    private static final List<String> ALWAYS = List.of("transition", "rule", "series", "since", "period", "decidedAt");

    /** The tables of a verdict, no wider than a screen. */
    public static String of(Verdict verdict, Screen screen) {
        int side = (Math.min(WIDEST, screen.columns()) - OUTCOME - FRAME) / 2;
        StringBuilder text = new StringBuilder();
        verdict.refused()
                .forEach(refused -> text.append("refused: ").append(refused).append('\n'));
        text.append(table(verdict.transitions(), side));
        if (!verdict.open().isEmpty()) {
            text.append("open at the end\n").append(table(verdict.open(), side));
        }
        return text.toString();
    }

    private static String table(List<Row> rows, int side) {
        return AsciiTable.getTable(
                        AsciiTable.BASIC_ASCII_NO_OUTSIDE_BORDER,
                        rows,
                        List.of(
                                column("", OUTCOME, row -> row.outcome().words()),
                                column(
                                        "expected",
                                        side,
                                        row -> row.expected()
                                                .map(VerdictTable::expected)
                                                .orElse("")),
                                column("actual, and its cause", side, VerdictTable::actual)))
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
        leaves(expectation.fields(), "").forEach((path, node) -> lines.add(path + ": " + words(node)));
        return String.join("\n", lines);
    }

    private static String actual(Row row) {
        return row.actual().map(told -> actual(told, row)).orElse("");
    }

    private static String actual(DecidedTransition told, Row row) {
        Set<String> shown = new LinkedHashSet<>();
        SortedSet<String> wrong = new TreeSet<>();
        row.expected().ifPresent(expectation -> {
            shown.addAll(leaves(expectation.fields(), "").keySet());
            wrong.addAll(expectation.differences(told.transition()));
        });
        if (row.outcome() != Outcome.MATCHES) {
            shown.addAll(ALWAYS);
        }
        List<String> lines = new ArrayList<>();
        for (String path : shown) {
            String mark =
                    wrong.stream().anyMatch(other -> path.equals(other) || path.startsWith(other + '.')) ? "! " : "";
            lines.add(mark + path + ": " + words(told.transition().at('/' + path.replace('.', '/'))));
        }
        lines.add("after " + told.cause());
        return String.join("\n", lines);
    }

    private static Map<String, JsonNode> leaves(JsonNode fields, String prefix) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            String path = prefix + field.getKey();
            if (field.getValue().isObject()) {
                leaves.putAll(leaves(field.getValue(), path + '.'));
            } else {
                leaves.put(path, field.getValue());
            }
        }
        return leaves;
    }

    private static String words(JsonNode node) {
        return node.isMissingNode() ? "-" : node.isTextual() ? node.textValue() : node.toString();
    }

    private VerdictTable() {}
}
