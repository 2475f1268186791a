package io.sectorwatch.launcher.replay.html;

import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Tracks drawn over knowledge time. Places are in per cent of the width, so that it fits any screen. */
final class TimeLine {
    private static final int LANE = 14;
    private static final int MOST_TICKS = 8;
    private static final double MARGIN = 1.5;

    private final long first;
    private final long last;

    TimeLine(long first, long last) {
        this.first = first;
        this.last = Math.max(last, first + 1);
    }

    /** The years, or where there are many, some of them. */
    String axis() {
        StringBuilder svg = new StringBuilder("<svg class=\"axis\" height=\"20\" aria-hidden=\"true\">");
        for (int year : years()) {
            long time = LocalDate.of(year, 1, 1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            svg.append("<text x=\"")
                    .append(place(time))
                    .append("\" y=\"14\">")
                    .append(year)
                    .append("</text>");
        }
        return svg.append("</svg>").toString();
    }

    /** Both sides of a track, the live one above. */
    String of(Track track) {
        StringBuilder svg = new StringBuilder("<svg class=\"lanes\" height=\"")
                .append(2 * LANE + 4)
                .append("\" role=\"img\" aria-label=\"")
                .append(Html.text(track.rule() + " on " + track.series()))
                .append("\">");
        for (int year : years()) {
            long time = LocalDate.of(year, 1, 1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toEpochMilli();
            String x = place(time);
            svg.append("<line class=\"year\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"0\" y2=\"100%\"/>");
        }
        lane(svg, track.live(), 1, "live");
        lane(svg, track.replayed(), LANE + 3, "replay");
        return svg.append("</svg>").toString();
    }

    private void lane(StringBuilder svg, List<Track.Point> points, int top, String side) {
        int middle = top + LANE / 2;
        for (Track.Episode episode : Track.episodes(points)) {
            double from = episode.from() == null ? 0 : percent(episode.from());
            double to = episode.to() == null ? 100 : percent(episode.to());
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s%s\" x=\"%.2f%%\" y=\"%d\" width=\"%.2f%%\" height=\"%d\" rx=\"2\"/>",
                    episode.severity().code(),
                    episode.isTakenBack() ? " back" : "",
                    from,
                    top + 2,
                    Math.max(0.2, to - from),
                    LANE - 4));
        }
        for (Track.Point point : points) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s%s\" cx=\"%s\" cy=\"%d\" r=\"%s\"><title>%s</title></circle>",
                    point.type() == Transition.Type.RETRACTED ? "retracted" : "at",
                    point.differs() ? " differs" : "",
                    place(point.time()),
                    middle,
                    point.differs() ? "4.5" : "2.5",
                    Html.text(Instant.ofEpochMilli(point.time()).toString().substring(0, 10) + " " + side + ": "
                            + point.type() + ", " + point.message())));
        }
    }

    private List<Integer> years() {
        int from = year(first);
        int to = year(last);
        int step = Math.max(1, (to - from + MOST_TICKS) / MOST_TICKS);
        return IntStream.rangeClosed(from + 1, to)
                .filter(year -> year % step == 0)
                .boxed()
                .toList();
    }

    private static int year(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).getYear();
    }

    private String place(long time) {
        return String.format(Locale.ROOT, "%.2f%%", percent(time));
    }

    private double percent(long time) {
        return MARGIN + (100 - 2 * MARGIN) * (time - first) / (double) (last - first);
    }
}
