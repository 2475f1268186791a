package io.sectorwatch.launcher.command;

import io.sectorwatch.application.alerts.AlertFilter;
import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.launcher.table.TransitionLine;
import java.io.PrintStream;
import java.util.List;

/** Prints transitions for people or for programs. */
final class TransitionOutput {
    private final PrintStream out;
    private final OutputOption.Format format;
    private final AlertFilter filter;
    private final TransitionLine line;

    TransitionOutput(SectorwatchCommand root, OutputOption.Format format, AlertFilter filter) {
        this.out = root.out();
        this.format = format;
        this.filter = filter;
        this.line = new TransitionLine(root.screen());
    }

    void print(List<Alerts.Published> transitions) {
        for (Alerts.Published published : transitions) {
            if (!filter.wants(published.transition())) {
                continue;
            }
            if (format == OutputOption.Format.JSONL) {
                out.write(published.value(), 0, published.value().length);
                out.write('\n');
            } else {
                out.println(line.of(published.transition()));
            }
        }
        out.flush();
    }

    /** Whether nobody reads any more. */
    boolean closed() {
        return out.checkError();
    }
}
