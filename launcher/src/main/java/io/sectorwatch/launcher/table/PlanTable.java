package io.sectorwatch.launcher.table;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;
import static com.github.freva.asciitable.HorizontalAlign.RIGHT;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.rules.PastDecisions;
import io.sectorwatch.application.rules.RuleEffect;
import io.sectorwatch.application.rules.RulePlan;
import io.sectorwatch.schemas.message.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a plan would have led to: how many transitions, the alerts that would be open or no longer be, and what differs. */
public final class PlanTable {
    private static final int SHOWN = 40;
    private static final String MARGIN = "  ";

    private record Row(String name, int today, int planned) {}

    /** All of it, on a screen. */
    public static String of(RulePlan plan, Screen screen) {
        StringBuilder text = new StringBuilder();
        text.append(System.lineSeparator())
                .append(screen.wrapped(
                        "",
                        "Of the new and changed rules, decided on all facts that are known as if they had been in"
                                + " effect from the beginning on:",
                        ""))
                .append(System.lineSeparator())
                .append(table(plan))
                .append(System.lineSeparator());
        RuleNames names =
                RuleNames.of(plan.effects().stream().map(RuleEffect::rule).toList());
        alerts(text, "would be open", plan.planned().openBeside(plan.today()), names, screen);
        alerts(text, "would no longer be open", plan.today().openBeside(plan.planned()), names, screen);
        return text.append(System.lineSeparator())
                .append(PlanDifferences.of(plan, names, screen))
                .toString();
    }

    private static String table(RulePlan plan) {
        PastDecisions today = plan.today();
        PastDecisions planned = plan.planned();
        List<Row> rows = new ArrayList<>();
        for (Transition.Type type : Transition.Type.values()) {
            rows.add(new Row(type.name(), today.number(type), planned.number(type)));
        }
        rows.add(new Row("open now", today.open(), planned.open()));
        return AsciiTable.getTable(
                AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER,
                rows,
                List.of(
                        new Column().header("").dataAlign(LEFT).with(Row::name),
                        number("today").with(row -> String.format(Locale.ROOT, "%,d", row.today())),
                        number("planned").with(row -> String.format(Locale.ROOT, "%,d", row.planned()))));
    }

    private static Column number(String header) {
        return new Column().header(header).headerAlign(RIGHT).dataAlign(RIGHT);
    }

    private static void alerts(
            StringBuilder text, String what, List<Transition> alerts, RuleNames names, Screen screen) {
        if (alerts.isEmpty()) {
            return;
        }
        text.append(System.lineSeparator())
                .append(String.format(
                        Locale.ROOT, alerts.size() == 1 ? "%,d alert %s%n" : "%,d alerts %s%n", alerts.size(), what));
        TransitionLine line = new TransitionLine(screen);
        String rule = "";
        for (Transition alert : alerts.subList(0, Math.min(SHOWN, alerts.size()))) {
            if (!alert.rule().equals(rule)) {
                rule = alert.rule();
                text.append(screen.wrapped(MARGIN, names.of(rule), MARGIN.repeat(2)))
                        .append(System.lineSeparator());
            }
            text.append(line.dated(alert, MARGIN.repeat(2))).append(System.lineSeparator());
        }
        if (alerts.size() > SHOWN) {
            text.append(String.format(Locale.ROOT, "%,d more%n", alerts.size() - SHOWN));
        }
    }

    private PlanTable() {}
}
