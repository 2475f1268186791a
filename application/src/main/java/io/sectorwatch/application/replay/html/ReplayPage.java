package io.sectorwatch.application.replay.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.compare.Finding;
import io.sectorwatch.application.replay.compare.Finding.Cause;
import io.sectorwatch.application.replay.compare.Finding.Outcome;
import io.sectorwatch.application.replay.compare.Totals;
import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page that shows what was decided live and what the replay decided, over the time in which it became known. */
public final class ReplayPage {
    private final Manifest manifest;
    private final Totals totals;
    private final Tracks tracks;
    private final StringBuilder html = new StringBuilder();

    private ReplayPage(Manifest manifest, Totals totals, Tracks tracks) {
        this.manifest = manifest;
        this.totals = totals;
        this.tracks = tracks;
    }

    public static String of(Manifest manifest, Totals totals, Tracks tracks) {
        return new ReplayPage(manifest, totals, tracks).page();
    }

    private String page() {
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<title>Replay: ")
                .append(verdict())
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n");
        head();
        timeLine();
        differences();
        madeOf();
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private String verdict() {
        long differ = totals.of(Outcome.DIFFERENT) + totals.of(Outcome.ONLY_LIVE) + totals.of(Outcome.ONLY_REPLAY);
        return differ == 0
                ? "all decisions are the same"
                : String.format(Locale.ROOT, "%,d of %,d decisions differ", differ, differ + totals.of(Outcome.SAME));
    }

    private void head() {
        html.append("<h1>Replayed: ").append(verdict()).append("</h1>\n<p class=\"under\">");
        html.append(Html.text(span(manifest.span())))
                .append(", under the rules ")
                .append(Html.text(manifest.ruleSource()))
                .append(".</p>\n<div class=\"numbers\">");
        for (Outcome outcome : Outcome.values()) {
            html.append(String.format(
                    Locale.ROOT,
                    "<div class=\"%s\"><b>%,d</b> %s</div>",
                    code(outcome),
                    totals.of(outcome),
                    outcome.words()));
        }
        html.append("</div>\n");
        for (Cause cause : Cause.values()) {
            if (totals.of(cause) > 0) {
                html.append(String.format(
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
        TimeLine line = new TimeLine(tracks.first(), tracks.last());
        html.append(
                "<h2>When it became known</h2>\n<p class=\"legend\">Above <b>live</b>, beneath it the <b>replay</b>.");
        key("info", "info");
        key("warning", "warning");
        key("critical", "critical");
        key("back", "taken back: it never was so");
        key("ring", "differs");
        html.append(". A dot is a message: point at it to read it.</p>\n");
        if (tracks.isCut()) {
            html.append("<p class=\"under\">Only what differs most is drawn.</p>\n");
        }
        String rule = "";
        html.append("<div class=\"tracks\">\n<div class=\"name\"></div>").append(line.axis());
        for (Track track : tracks.shown()) {
            if (!track.rule().equals(rule)) {
                rule = track.rule();
                html.append("<h3>").append(Html.text(rule)).append("</h3>\n");
            }
            html.append("<div class=\"name\">")
                    .append(Html.text(place(track.series())))
                    .append("</div>");
            html.append(line.of(track)).append('\n');
        }
        html.append("</div>\n");
    }

    private void key(String look, String words) {
        html.append(" <span class=\"entry\"><span class=\"key ").append(look).append("\"></span>");
        html.append(words).append("</span>");
    }

    private void differences() {
        if (tracks.differences().isEmpty()) {
            return;
        }
        html.append("<h2>What differs</h2>\n<table>\n<tr><th>Known<th>Rule and series<th>Live<th>Replay<th>Why</tr>\n");
        for (Finding finding : tracks.differences()) {
            LoggedTransition either = finding.either();
            html.append("<tr class=\"").append(code(finding.outcome())).append("\"><td>");
            html.append(Instant.ofEpochMilli(either.decidedAt()).toString(), 0, 10);
            html.append("<td>").append(Html.text(either.rule())).append("<br><small>");
            html.append(Html.text(either.series())).append("</small>");
            cell("Live", finding.live());
            cell("Replay", finding.replayed());
            html.append("<td>")
                    .append(finding.cause() == null ? "" : finding.cause().words());
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    private void cell(String side, @Nullable LoggedTransition logged) {
        html.append("<td data-side=\"").append(side).append("\">");
        if (logged == null) {
            html.append("—");
            return;
        }
        Transition transition = logged.transition();
        html.append("<b>")
                .append(transition.transition())
                .append("</b> ")
                .append(transition.certainty().code());
        html.append("<br><small>").append(Html.text(transition.message())).append("</small>");
    }

    private void madeOf() {
        html.append("<h2>Made of</h2>\n<pre>");
        html.append(Html.text(new String(manifest.json(), UTF_8))).append("</pre>\n");
    }

    // The indicator is mostly the rule's; area and sector are what one looks for.
    private static String place(String series) {
        String[] parts = series.split("/", -1);
        return parts[1] + " " + parts[2] + " (" + parts[0] + ", " + parts[3] + ")";
    }

    private static String span(Span span) {
        String from = span.from() == null ? "From the beginning" : "From " + span.from();
        return from + (span.to() == null ? " to the newest fact" : " to " + span.to());
    }

    private static String code(Outcome outcome) {
        return outcome.words().replace(' ', '-');
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(ReplayPage.class.getResourceAsStream("page.css"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
