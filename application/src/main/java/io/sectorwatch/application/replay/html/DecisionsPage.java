package io.sectorwatch.application.replay.html;

import io.sectorwatch.application.alerts.Told;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.log.Replayed;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page that shows what a replay decided of which nothing was live, over the time in which it became known. */
public final class DecisionsPage {
    private final Replayed replayed;
    private final Decisions decisions;
    private final Page page;

    private DecisionsPage(Replayed replayed, Decisions decisions) {
        this.replayed = replayed;
        this.decisions = decisions;
        this.page = new Page(title(decisions), replayed.names());
    }

    /** All of it; throws IOException where the log cannot be read. */
    public static String of(Replayed replayed) throws IOException {
        return new DecisionsPage(replayed, Decisions.of(replayed)).page();
    }

    private static String title(Decisions decisions) {
        return decisions.size() == 0
                ? "no alert was raised, updated or ended"
                : count(decisions.size(), "transition", "transitions") + ", "
                        + count(decisions.open(), "alert", "alerts") + " open at the end";
    }

    private static String count(long number, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
    }

    private String page() {
        head();
        if (decisions.size() > 0) {
            timeLine();
            transitions();
        }
        return page.end(replayed.manifest());
    }

    private void head() {
        page.under(replayed.manifest());
        String sources = replayed.manifest().inputs().stream()
                .filter(Manifest.Source.class::isInstance)
                .map(input -> ((Manifest.Source) input).name())
                .collect(Collectors.joining(", "));
        page.add("<p class=\"under\">" + count(replayed.manifest().told().facts(), "fact", "facts") + " of "
                + Html.text(sources) + ".</p>\n");
        page.add("<div class=\"numbers\">");
        for (Transition.Type type : Transition.Type.values()) {
            page.number("decided", decisions.number(type), type.name());
        }
        page.add("</div>\n");
    }

    private void timeLine() {
        page.add("<h2>When it became known</h2>\n<p class=\"legend\">");
        page.looks();
        page.add(". A dot is a message: point at it to read it.</p>\n");
        if (decisions.tracks().isCut()) {
            page.add("<p class=\"under\">Only where most happened is drawn.</p>\n");
        }
        page.tracks(decisions.tracks(), TimeLine::replayed);
    }

    private void transitions() {
        List<Told> first = decisions.first();
        page.add("<h2>What was decided</h2>\n");
        if (first.size() < decisions.size()) {
            page.add("<p class=\"under\">"
                    + String.format(Locale.ROOT, "The first %,d of %,d.", first.size(), decisions.size()) + "</p>\n");
        }
        page.add("<table class=\"decided\">\n<tr><th>Rule<th>Series<th>Severity<th>Transition</tr>\n");
        String occasion = "";
        for (Told told : first) {
            if (!told.occasion().key().equals(occasion)) {
                occasion = told.occasion().key();
                page.add("<tr class=\"occasion\"><th colspan=\"4\">"
                        + told.occasion().day() + "&ensp;"
                        + Html.text(told.occasion().words()) + "</tr>\n");
            }
            Transition transition = told.transition();
            page.add("<tr><td>" + page.rule(transition.rule()))
                    .add("<td>" + Html.text(transition.series().toString()))
                    .add("<td>" + severity(transition.severity()))
                    .add("<td>" + Page.transition(transition) + "</tr>\n");
        }
        page.add("</table>\n");
    }

    private static String severity(Severity severity) {
        return "<span class=\"entry\"><span class=\"key " + severity.code() + "\"></span>" + severity.code()
                + "</span>";
    }
}
