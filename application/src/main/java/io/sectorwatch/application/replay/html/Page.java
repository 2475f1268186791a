package io.sectorwatch.application.replay.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;

/** What all pages about replays have: their frame, the numbers on top, the time line, and what a replay was made of. */
final class Page {
    private final StringBuilder html = new StringBuilder();
    private final RuleNames names;

    /** Begins a page. */
    Page(String title, RuleNames names) {
        this.names = names;
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .append("<title>Replay: ")
                .append(title)
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n")
                .append("<h1>Replayed: ")
                .append(title)
                .append("</h1>\n");
    }

    /** More of it, as HTML. */
    Page add(String markup) {
        html.append(markup);
        return this;
    }

    /** Beneath the title: what was replayed. */
    void under(Manifest manifest) {
        html.append("<p class=\"under\">")
                .append(Html.text(span(manifest.span())))
                .append(", under the rules ")
                .append(Html.text(manifest.ruleSource()))
                .append(".</p>\n");
    }

    /** One of the numbers on top. */
    void number(String look, long number, String words) {
        html.append(
                String.format(Locale.ROOT, "<div class=\"%s\"><b>%,d</b> %s</div>", look, number, Html.text(words)));
    }

    /** A rule in a table: its title, and beneath it the id. */
    String rule(String id) {
        String title = names.title(id);
        return title.equals(id) ? Html.text(id) : Html.text(title) + "<br><small>" + Html.text(id) + "</small>";
    }

    /** A transition in a table. */
    static String transition(Transition transition) {
        return "<b>" + transition.transition() + "</b> "
                + transition.certainty().code() + "<br><small>" + Html.text(transition.message()) + "</small>";
    }

    /** How severe alerts look, and those that were taken back. */
    void looks() {
        key("info", "info");
        key("warning", "warning");
        key("critical", "critical");
        key("back", "taken back: it never was so");
    }

    /** An entry of a legend. */
    void key(String look, String words) {
        html.append(" <span class=\"entry\"><span class=\"key ")
                .append(look)
                .append("\"></span>")
                .append(words)
                .append("</span>");
    }

    /** The tracks beneath each other, by rule. */
    void tracks(Tracks tracks, BiFunction<TimeLine, Track, String> drawing) {
        TimeLine line = new TimeLine(tracks.first(), tracks.last());
        String rule = "";
        html.append("<div class=\"tracks\">\n<div class=\"name\"></div>").append(line.axis());
        for (Track track : tracks.shown()) {
            if (!track.rule().equals(rule)) {
                rule = track.rule();
                html.append("<h3>").append(rule(rule)).append("</h3>\n");
            }
            html.append("<div class=\"name\">")
                    .append(Html.text(place(track.series())))
                    .append("</div>");
            html.append(drawing.apply(line, track)).append('\n');
        }
        html.append("</div>\n");
    }

    /** The whole page, with what it was made of at its end. */
    String end(Manifest manifest) {
        return html.append("<h2>Made of</h2>\n<pre>")
                .append(Html.text(new String(manifest.json(), UTF_8)))
                .append("</pre>\n</main>\n</body>\n</html>\n")
                .toString();
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

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
