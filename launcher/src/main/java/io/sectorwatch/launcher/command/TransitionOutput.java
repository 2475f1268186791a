package io.sectorwatch.launcher.command;

import io.sectorwatch.application.alerts.AlertFilter;
import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.alerts.ReleasesOnTopics;
import io.sectorwatch.application.installation.Service;
import io.sectorwatch.application.rules.NamesOnTopic;
import io.sectorwatch.launcher.table.Screen;
import io.sectorwatch.launcher.table.TransitionRow;
import io.sectorwatch.launcher.table.TransitionText;
import java.io.PrintStream;
import java.util.List;

/** Prints transitions for people or for programs. */
final class TransitionOutput {
    private final PrintStream out;
    private final ListOutputOption.Format format;
    private final AlertFilter filter;
    private final TransitionText text;
    private final boolean showsReleases;
    private final ReleasesOnTopics releases;
    private boolean printed;

    TransitionOutput(
            SectorwatchCommand root,
            ListOutputOption.Format format,
            AlertFilter filter,
            NamesOnTopic ruleNames,
            ReleasesOnTopics releases) {
        this.out = root.out();
        this.format = format;
        this.filter = filter;
        this.text = new TransitionText(root.screen(), ruleNames::of, releases::of, out::println);
        this.releases = releases;
        this.showsReleases =
                format == ListOutputOption.Format.TABLE && !root.screen().equals(Screen.PLAIN);
        if (format == ListOutputOption.Format.CSV) {
            out.println(TransitionRow.HEADER);
        }
    }

    /** For people, all that a service decides. */
    static TransitionOutput of(SectorwatchCommand root, Service service) {
        return new TransitionOutput(
                root,
                ListOutputOption.Format.TABLE,
                AlertFilter.everything(),
                new NamesOnTopic(service.server(), service.layout().topics()),
                new ReleasesOnTopics(service.server(), service.layout().topics()));
    }

    void print(List<Alerts.Published> transitions) {
        List<Alerts.Published> wanted = transitions.stream()
                .filter(published -> filter.wants(published.transition()))
                .toList();
        if (showsReleases) {
            releases.lookFor(wanted);
        }
        for (Alerts.Published published : wanted) {
            printed = true;
            switch (format) {
                case JSONL -> {
                    out.write(published.value(), 0, published.value().length);
                    out.write('\n');
                }
                case CSV -> out.println(TransitionRow.of(published.transition(), published.release()));
                case TABLE -> text.add(published.transition(), published.release());
            }
        }
        text.end();
        out.flush();
    }

    /** Whether any transition was wanted until now. */
    boolean printedAny() {
        return printed;
    }

    /** Whether nobody reads any more. */
    boolean closed() {
        return out.checkError();
    }
}
