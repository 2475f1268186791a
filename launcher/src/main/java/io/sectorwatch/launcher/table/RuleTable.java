package io.sectorwatch.launcher.table;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import io.sectorwatch.application.rules.RulesInEffect.Effective;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** The rules in effect as a person reads them. */
public final class RuleTable {
    public static String of(List<Effective> rules) {
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER,
                rules,
                List.of(
                        column("Rule", effective -> effective.rule().id()),
                        column(
                                "Severity",
                                effective -> effective.rule().severity().code()),
                        column("Kind", effective -> effective.rule().when().name()),
                        column("Indicator", RuleTable::indicator),
                        column(
                                "Since",
                                effective -> LocalDate.ofInstant(effective.since(), ZoneOffset.UTC)
                                        .toString())));
    }

    private static String indicator(Effective effective) {
        String indicator = effective.rule().series().indicator();
        return indicator == null ? "*" : indicator;
    }

    private static ColumnData<Effective> column(String header, Function<Effective, String> text) {
        return new Column().header(header).headerAlign(LEFT).dataAlign(LEFT).with(text);
    }

    private RuleTable() {}
}
