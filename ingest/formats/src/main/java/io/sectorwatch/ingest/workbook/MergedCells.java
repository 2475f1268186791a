package io.sectorwatch.ingest.workbook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells that are shown as one. All of them say what the first one does, where that is a text or may be a year: a figure that
 * is shown across two periods is not known of either. Not thread-safe.
 */
final class MergedCells {
    private static final int MOST = 50_000;
    private static final long MOST_FILLED = 50_000_000;
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_TAG = 200;
    private static final String NAME = "mergeCell ";
    private static final Pattern RANGE =
            Pattern.compile("mergeCell\\s[^>]{0,100}?ref\\s*=\\s*[\"']([A-Z]{1,3}\\d{1,7}):([A-Z]{1,3}\\d{1,7})");
    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|2[01])\\d{2}");

    private final Deque<Range> coming;
    private final List<Filling> active = new ArrayList<>();
    private long filled;

    private record Range(int top, int left, int bottom, int right) {}

    private record Filling(Range range, String text) {}

    private MergedCells(List<Range> ranges) {
        this.coming = new ArrayDeque<>(ranges);
    }

    /** Those of a sheet. They stand behind all of its rows, so that it has to be looked through beforehand. */
    static MergedCells in(InputStream sheet) throws IOException {
        List<Range> ranges = new ArrayList<>();
        byte[] buffer = new byte[BUFFER];
        String rest = "";
        for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
            String text = rest + new String(buffer, 0, read, ISO_8859_1);
            int from = text.indexOf(NAME);
            int end = 0;
            if (from >= 0) {
                Matcher matcher = RANGE.matcher(text);
                matcher.region(from, text.length());
                while (matcher.find()) {
                    add(matcher.group(1), matcher.group(2), ranges);
                    end = matcher.end();
                }
            }
            rest = text.substring(Math.max(end, text.length() - LONGEST_TAG));
        }
        ranges.sort(Comparator.comparingInt(Range::top));
        return new MergedCells(ranges);
    }

    /** Fills those of a row; rows are given in their order. */
    void fill(int row, @Nullable String[] cells, boolean[] numbers) throws UnreadableException {
        while (!coming.isEmpty() && coming.peek().top() <= row) {
            Range range = coming.remove();
            @Nullable String first = range.left() < cells.length ? cells[range.left()] : null;
            boolean isSaid = first != null
                    && (!numbers[range.left()] || YEAR.matcher(first).matches());
            if (range.top() == row && first != null && isSaid) {
                active.add(new Filling(range, first));
            }
        }
        for (Iterator<Filling> all = active.iterator(); all.hasNext(); ) {
            Filling filling = all.next();
            Range range = filling.range();
            if (range.bottom() < row) {
                all.remove();
                continue;
            }
            filled += 1 + range.right() - range.left();
            if (filled > MOST_FILLED) {
                throw new UnreadableException("more than " + MOST_FILLED + " cells are merged with others");
            }
            for (int column = range.left(); column <= range.right(); column++) {
                cells[column] = cells[column] == null ? filling.text() : cells[column];
            }
        }
    }

    /** How many cells of a row may be filled. */
    int width(int row) {
        int width = 0;
        for (Filling filling : active) {
            width = filling.range().bottom() >= row
                    ? Math.max(width, filling.range().right() + 1)
                    : width;
        }
        return width;
    }

    private static void add(String first, String last, List<Range> ranges) throws UnreadableException {
        Range range = new Range(
                CellAddress.row(first), CellAddress.column(first), CellAddress.row(last), CellAddress.column(last));
        if (range.top() < 1 || range.left() < 0 || range.bottom() < range.top() || range.right() < range.left()) {
            return;
        }
        if (ranges.size() == MOST) {
            throw new UnreadableException("the sheet has more than " + MOST + " merged ranges");
        }
        ranges.add(range);
    }
}
