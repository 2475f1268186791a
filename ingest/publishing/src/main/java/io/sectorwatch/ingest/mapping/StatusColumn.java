package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Codes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The status of a figure. Several components may each have a code, and one of them several, separated or as letters in a
 * row, as in Eurostat's {@code bd}; nothing at all means that nothing particular is said.
 */
final class StatusColumn {
    /** What stands for a missing figure, and for its status too where a publisher has put the one into the other. */
    private static final Set<String> MARKS =
            Set.of(".", "..", "...", "…", ":", "-", "–", "—", "x", "na", "n/a", "n.a.", "nan", "null", "#n/a");

    private static final List<String> MISSING_CODES = List.of("H", "L", "M", "O", "Q");

    private final int[] places;
    private final Field field;
    private final Memo<List<String>> memo;
    private final Memo<List<String>> memoOfMissing;
    private final Reading<List<String>> absent;

    StatusColumn(Field field, Places places) {
        this.places = places.of(field.from());
        this.field = field;
        this.memo = new Memo<>(text -> read(text, false));
        this.memoOfMissing = new Memo<>(text -> read(text, true));
        this.absent = Reading.of(field.constant() == null ? Observation.NORMAL : List.of(field.constant()));
    }

    /** Its codes, of a figure. */
    Reading<List<String>> of(Row row) {
        String text = text(row);
        return text == null ? absent : memo.of(text);
    }

    /** The same of a figure that is not there, for which a mark of publishers' may stand instead of a code. */
    Reading<List<String>> ofMissing(Row row) {
        String text = text(row);
        return text == null ? absent : memoOfMissing.of(text);
    }

    private @Nullable String text(Row row) {
        String only = null;
        List<String> all = null;
        for (int place : places) {
            String text = row.get(place);
            if (text != null) {
                if (only == null) {
                    only = text;
                } else {
                    all = all == null ? new ArrayList<>(List.of(only)) : all;
                    all.add(text);
                }
            }
        }
        return all == null ? only : String.join(" ", all);
    }

    /** The codes of a figure that is not there: those that are said, with the one for missing if none of them means it. */
    static List<String> ofMissing(List<String> codes) {
        if (codes.equals(Observation.NORMAL)) {
            return Observation.MISSING;
        }
        if (!Collections.disjoint(codes, MISSING_CODES)) {
            return codes;
        }
        SortedSet<String> all = new TreeSet<>(codes);
        all.add(Observation.MISSING.get(0));
        return List.copyOf(all);
    }

    private Reading<List<String>> read(String text, boolean isMissing) {
        if (Glob.anyMatches(field.skip(), text)) {
            return Reading.unwanted();
        }
        List<String> listed = field.codes() instanceof CodeList.Same ? null : whole(text);
        if (listed == null && isMissing && isMark(text)) {
            return Reading.of(Observation.MISSING);
        }
        SortedSet<String> codes = new TreeSet<>(listed == null ? List.of() : listed);
        if (listed == null) {
            for (String part : text.split("[\\s,;|]+")) {
                if (isMissing && isMark(part)) {
                    codes.addAll(Observation.MISSING);
                } else if (!part.isEmpty()) {
                    List<String> said = part(part);
                    if (said == null) {
                        Reading<List<String>> unknown = field.unknown("status", part);
                        return unknown.isUnwanted() || unknown.complaint() != null ? unknown : absent;
                    }
                    codes.addAll(said);
                }
            }
        }
        return Reading.of(codes.isEmpty() ? Observation.NORMAL : List.copyOf(codes));
    }

    private boolean isMark(String text) {
        String mark = text.strip();
        return MARKS.contains(mark.toLowerCase(Locale.ROOT)) && !isCode(mark);
    }

    private boolean isCode(String text) {
        try {
            return whole(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable List<String> part(String part) {
        List<String> codes = whole(part);
        return codes == null ? letters(StatusCodes.withoutFootnotes(part)) : codes;
    }

    private @Nullable List<String> whole(String part) {
        String code = field.codes().find(part);
        if (code == null) {
            return null;
        }
        return code.isEmpty() ? List.of() : List.of(Codes.status(code));
    }

    private @Nullable List<String> letters(String part) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < part.length(); i++) {
            List<String> letter = whole(part.substring(i, i + 1));
            if (letter == null) {
                return null;
            }
            codes.addAll(letter);
        }
        return codes;
    }
}
