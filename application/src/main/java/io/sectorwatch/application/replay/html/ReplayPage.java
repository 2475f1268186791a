package io.sectorwatch.application.replay.html;

import io.sectorwatch.application.replay.compare.Finding;
import io.sectorwatch.application.replay.compare.Finding.Cause;
import io.sectorwatch.application.replay.compare.Finding.Outcome;
import io.sectorwatch.application.replay.compare.Totals;
import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.application.replay.log.Replayed;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page that shows what was decided live and what the replay decided, over the time in which it became known. */
public final class ReplayPage {
    private final Replayed replayed;
    private final Totals totals;
    private final Tracks tracks;
    private final Page page;

    private ReplayPage(Replayed replayed, Totals totals, Tracks tracks) {
        this.replayed = replayed;
        this.totals = totals;
        this.tracks = tracks;
        this.page = new Page(verdict(totals), replayed.names());
    }

    public static String of(Replayed replayed, Totals totals, Tracks tracks) {
        return new ReplayPage(replayed, totals, tracks).page();
    }

    private String page() {
        head();
        timeLine();
        differences();
        return page.end(replayed.manifest());
    }

    private static String verdict(Totals totals) {
        long differ = totals.of(Outcome.DIFFERENT) + totals.of(Outcome.ONLY_LIVE) + totals.of(Outcome.ONLY_REPLAY);
        return differ == 0
                ? "all decisions are the same"
                : String.format(Locale.ROOT, "%,d of %,d decisions differ", differ, differ + totals.of(Outcome.SAME));
    }

    private void head() {
        page.under(replayed.manifest());
        page.add("<div class=\"numbers\">");
        for (Outcome outcome : Outcome.values()) {
            page.number(code(outcome), totals.of(outcome), outcome.words());
        }
        page.add("</div>\n");
        for (Cause cause : Cause.values()) {
            if (totals.of(cause) > 0) {
                page.add(String.format(
                        Locale.ROOT,
                        "<p class=\"cause\"><b>%,d: %s.</b> %s.</p>%n",
                        totals.of(cause),
                        cause.words(),
                        capitalised(cause.explanation())));
            }
        }
    }

    private void timeLine() {
        if (tracks.shown().isEmpty()) {
            return;
        }
        page.add("<h2>When it became known</h2>\n<p class=\"legend\">Above <b>live</b>, beneath it the <b>replay</b>.");
        page.looks();
        page.key("ring", "differs");
        page.add(". A dot is a message: point at it to read it.</p>\n");
        if (tracks.isCut()) {
            page.add("<p class=\"under\">Only what differs most is drawn.</p>\n");
        }
        page.tracks(tracks, TimeLine::both);
    }

    private void differences() {
        if (tracks.differences().isEmpty()) {
            return;
        }
        page.add("<h2>What differs</h2>\n<table>\n<tr><th>Known<th>Rule and series<th>Live<th>Replay<th>Why</tr>\n");
        for (Finding finding : tracks.differences()) {
            LoggedTransition either = finding.either();
            page.add("<tr class=\"" + code(finding.outcome()) + "\"><td>")
                    .add(Instant.ofEpochMilli(either.decidedAt()).toString().substring(0, 10))
                    .add("<td>" + page.rule(either.rule()) + "<br><small>" + Html.text(either.series()) + "</small>");
            cell("Live", finding.live());
            cell("Replay", finding.replayed());
            page.add("<td>" + (finding.cause() == null ? "" : finding.cause().words()) + "</tr>\n");
        }
        page.add("</table>\n");
    }

    private void cell(String side, @Nullable LoggedTransition logged) {
        page.add("<td data-side=\"" + side + "\">").add(logged == null ? "—" : Page.transition(logged.transition()));
    }

    private static String code(Outcome outcome) {
        return outcome.words().replace(' ', '-');
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
