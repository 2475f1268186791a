package io.sectorwatch.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.compare.ComparisonFile;
import io.sectorwatch.application.replay.compare.Differences;
import io.sectorwatch.application.replay.compare.LogComparison;
import io.sectorwatch.application.replay.compare.Totals;
import io.sectorwatch.application.replay.html.DecisionsPage;
import io.sectorwatch.application.replay.html.ReplayPage;
import io.sectorwatch.application.replay.html.Tracks;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.application.replay.log.Replayed;
import io.sectorwatch.launcher.table.ComparisonTable;
import io.sectorwatch.launcher.table.TransitionText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a person or a program is told of a replay. */
final class ReplayOutput {
    private final SectorwatchCommand root;
    private final ReplayReports reports;

    ReplayOutput(SectorwatchCommand root, ReplayReports reports) {
        this.root = root;
        this.reports = reports;
    }

    /** All that is wanted of a replay beside which nothing was live. */
    void print(Replayed replayed) throws IOException {
        transitions(replayed);
        manifest(replayed.manifest());
        if (reports.html() != null) {
            String page = DecisionsPage.of(replayed);
            write("page", reports.html(), () -> page.getBytes(UTF_8));
        }
    }

    /** All that is wanted of a replay beside what was live; returns whether the two are the same. */
    boolean compare(Replayed replayed, LogComparison besideLive) throws IOException {
        if (replayed.leftOut() > 0) {
            root.err()
                    .println("Left out " + replayed.leftOut()
                            + " that the live processor could not read either (see dead-letters).");
        }
        Totals totals = new Totals();
        Differences first = new Differences();
        Tracks tracks = new Tracks();
        try (ComparisonFile file = ComparisonFile.at(reports.comparison())) {
            besideLive.forEach(finding -> {
                totals.take(finding);
                first.take(finding);
                if (reports.html() != null) {
                    tracks.take(finding);
                }
                file.take(finding);
            });
        }
        if (reports.format() == OutputOption.Format.JSONL) {
            transitions(replayed);
        } else {
            root.out().print(ComparisonTable.of(totals, first, replayed.names()));
            root.out().flush();
        }
        manifest(replayed.manifest());
        write(
                "page",
                reports.html(),
                () -> ReplayPage.of(replayed, totals, tracks).getBytes(UTF_8));
        return totals.allSame();
    }

    // In their canonical order.
    private void transitions(Replayed replayed) throws IOException {
        PrintStream out = root.out();
        TransitionText text = new TransitionText(
                root.screen(),
                transition -> replayed.names().of(transition.rule()),
                replayed.releases()::get,
                out::println);
        AlertLog.Transitions transitions = replayed.log().transitions();
        for (LoggedTransition next = transitions.next(); next != null; next = transitions.next()) {
            if (reports.format() == OutputOption.Format.JSONL) {
                out.write(next.json(), 0, next.json().length);
                out.write('\n');
            } else {
                text.add(next.transition(), next.release());
            }
        }
        text.end();
        out.flush();
    }

    // In a few words, and as a whole in a file where one is named.
    private void manifest(Manifest manifest) {
        PrintStream err = root.err();
        err.printf(
                Locale.ROOT,
                "Replayed %,d fact%s%s%s.%n",
                manifest.told().facts(),
                manifest.told().facts() == 1 ? "" : "s",
                manifest.span().from() == null ? "" : " from " + manifest.span().from(),
                manifest.span().to() == null ? "" : " to " + manifest.span().to());
        int open = manifest.openAtStart();
        if (open > 0) {
            err.println(open + (open == 1 ? " alert was" : " alerts were") + " open at its beginning.");
        }
        if (manifest.transitions() == 0) {
            err.println("No alert was raised, updated or ended.");
            if (manifest.scope().namesCodes()) {
                err.println("Is what --indicator, --area and --sector name spelt right?");
            }
        } else {
            err.printf(
                    Locale.ROOT,
                    "%,d transition%s, SHA-256%n%s%n",
                    manifest.transitions(),
                    manifest.transitions() == 1 ? "" : "s",
                    manifest.sha256());
        }
        write("manifest", reports.manifest(), manifest::json);
    }

    private static void write(String what, @Nullable Path file, Supplier<byte[]> content) {
        if (file == null) {
            return;
        }
        try {
            Files.write(file, content.get());
        } catch (IOException e) {
            throw CommandException.unusable("the " + what + " " + file + " cannot be written (" + e + ")");
        }
    }
}
