package io.sectorwatch.application.replay.html;

import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Tracks drawn over knowledge time. Places are in per cent of the width, so that it fits any screen. */
final class TimeLine {
    private static final int LANE = 14;
    private static final int MOST_MARKS = 8;
    private static final int YEAR = 12;
    private static final List<Integer> STEPS_IN_MONTHS =
            List.of(1, 3, 6, YEAR, 2 * YEAR, 5 * YEAR, 10 * YEAR, 20 * YEAR, 50 * YEAR);
    private static final double MARGIN = 1.5;

    private final long first;
    private final long last;

    TimeLine(long first, long last) {
        this.first = first;
        this.last = Math.max(last, first + 1);
    }

    /** Beginnings of months or years, so many as can be read. */
    String axis() {
        StringBuilder svg = new StringBuilder("<svg class=\"axis\" height=\"20\" aria-hidden=\"true\">");
        for (YearMonth mark : marks()) {
            svg.append("<text x=\"")
                    .append(place(start(mark)))
                    .append("\" y=\"14\">")
                    .append(mark.getMonthValue() == 1 ? Integer.toString(mark.getYear()) : mark.toString())
                    .append("</text>");
        }
        return svg.append("</svg>").toString();
    }

    /** Both sides of a track, the live one above. */
    String both(Track track) {
        StringBuilder svg = begun(track, 2 * LANE + 4);
        lane(svg, track.live(), 1, " live");
        lane(svg, track.replayed(), LANE + 3, " replay");
        return svg.append("</svg>").toString();
    }

    /** The replayed side of a track alone. */
    String replayed(Track track) {
        StringBuilder svg = begun(track, LANE + 2);
        lane(svg, track.replayed(), 1, "");
        return svg.append("</svg>").toString();
    }

    private StringBuilder begun(Track track, int height) {
        StringBuilder svg = new StringBuilder("<svg class=\"lanes\" height=\"")
                .append(height)
                .append("\" role=\"img\" aria-label=\"")
                .append(Html.text(track.rule() + " on " + track.series()))
                .append("\">");
        for (YearMonth mark : marks()) {
            String x = place(start(mark));
            svg.append("<line class=\"mark\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"0\" y2=\"100%\"/>");
        }
        return svg;
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
                    Html.text(Instant.ofEpochMilli(point.time()).toString().substring(0, 10) + side + ": "
                            + point.type() + ", " + point.message())));
        }
    }

    private List<YearMonth> marks() {
        int from = month(first) + 1;
        int to = month(last);
        int step = STEPS_IN_MONTHS.stream()
                .filter(months -> to / months - (from - 1) / months <= MOST_MARKS)
                .findFirst()
                .orElse(STEPS_IN_MONTHS.get(STEPS_IN_MONTHS.size() - 1));
        return IntStream.rangeClosed(from, to)
                .filter(month -> month % step == 0)
                .mapToObj(month -> YearMonth.of(month / YEAR, month % YEAR + 1))
                .toList();
    }

    /** The month of a moment, counted from the year 0 on. */
    private static int month(long time) {
        ZonedDateTime at = Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC);
        return at.getYear() * YEAR + at.getMonthValue() - 1;
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private String place(long time) {
        return String.format(Locale.ROOT, "%.2f%%", percent(time));
    }

    private double percent(long time) {
        return MARGIN + (100 - 2 * MARGIN) * (time - first) / (double) (last - first);
    }
}
