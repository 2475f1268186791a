package io.sectorwatch.ingest.format.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file of a format, written for {@link EveryFormatTest}: its figures, and nothing else in it, are numbers with three decimals
 * of which no two are the same, so that they can be found in the text without knowing the format. The last two lines with
 * figures are alike, so that more such lines can follow.
 */
record Sample(String name, byte[] bytes) {
    /** The figure that stands in an observation that cannot be accepted. */
    static final String SPOILT = "666.125";

    private static final Pattern FIGURE = Pattern.compile("\\d+\\.\\d{3}\\b");

    /** A figure, and the line it stands in, from 1. */
    record Figure(String text, long line, int end) {}

    String text() {
        return new String(bytes, UTF_8);
    }

    /** All figures, in the order of the text. */
    List<Figure> figures() {
        String text = text();
        List<Figure> figures = new ArrayList<>();
        for (MatchResult match : FIGURE.matcher(text).results().toList()) {
            long line = text.substring(0, match.start()).lines().count()
                    + (match.start() == 0 || text.charAt(match.start() - 1) == '\n' ? 1 : 0);
            figures.add(new Figure(match.group(), line, match.end()));
        }
        return figures;
    }

    static boolean isFigure(String text) {
        return FIGURE.matcher(text).matches();
    }

    /** The text up to its last figure. */
    String beginning() {
        return text().substring(0, last(figures()).end());
    }

    /** What stands between the figures before the last line that has some and the end of the last figure. */
    String repeatable() {
        List<Figure> figures = figures();
        Figure last = last(figures);
        Figure before = last(
                figures.stream().filter(figure -> figure.line() < last.line()).toList());
        return text().substring(before.end(), last.end());
    }

    /** How many figures that holds. */
    int repeatableFigures() {
        return (int) FIGURE.matcher(repeatable()).results().count();
    }

    /** The text after its last figure. */
    String end() {
        return text().substring(last(figures()).end());
    }

    /** A text with so many characters or more, and more figures of the same kind. */
    String longer(int characters) {
        return beginning() + repeatable().repeat(characters / repeatable().length() + 1) + end();
    }

    private static Figure last(List<Figure> figures) {
        return figures.get(figures.size() - 1);
    }
}
