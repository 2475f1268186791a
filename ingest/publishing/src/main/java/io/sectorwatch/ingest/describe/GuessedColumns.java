package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.area.AreaCodes;
import io.sectorwatch.ingest.format.FigureHeadings;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.FlaggedFigure;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.table.MissingFigures;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.period.PeriodReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of period and figure in a table whose header does not name them in the usual words: the one whose texts are
 * periods, and the one that is left with figures, or several under the names of areas. A reader leaves this to a person, and so
 * it is only proposed.
 */
final class GuessedColumns {
    private static final int LONGEST_PREAMBLE = 30;
    private static final int MOST_RECORDS = 500;
    private static final int FEWEST_AREAS = 2;
    /** Two letters are the code of some country more often than not. */
    private static final int FEWEST_SHORT = 3;

    private static final int LONGEST_SHORT = 2;
    private static final Pattern FIGURE = Pattern.compile("[-+−(]?[\\d.,'’\\h]*\\d[%)-]?");
    /** What a reader refuses, or asks about, does not make a column something else. */
    private static final Pattern SIGN = Pattern.compile("^(?:[~≈<>≤≥⩽⩾]=?|\\p{Sc})\\h*");

    private static final Pattern TIME = Pattern.compile(
            "(?iu)(.*[ _])?(time|period|date|day|week|month|quarter|year|jahr|zeit|zeitraum|periode|"
                    + "quartal|monat|datum|ann[ée]e|trimestre|mois|p[ée]riode|a[ñn]o|fecha|mes|periodo|per[ií]odo|anno|mese|rok)([ _].*)?");
    private static final Pattern VALUE = Pattern.compile(
            "(?iu)([a-z]+[ _])?values?|[a-z]+Value|obs.?value|val|wert|valeur|valor|valore|figure|amount");
    private static final Pattern NO_FIGURE = Pattern.compile("(?i).*(code|id|m49)|decimals?|rank|no|nr|line");

    private final List<String> header;
    private final List<List<@Nullable String>> records;

    private GuessedColumns(List<@Nullable String> header, List<List<@Nullable String>> records) {
        this.header = header.stream().map(String::valueOf).toList();
        this.records = records;
    }

    /** Those of a table that begins so; empty where there are none, or several that they may be. */
    static Optional<ObservationColumns> in(byte[] head, @Nullable Charset encoding) {
        List<List<@Nullable String>> all = records(head, encoding);
        for (int i = 0; i < Math.min(LONGEST_PREAMBLE, all.size() - 1); i++) {
            List<@Nullable String> header = all.get(i);
            if (isHeader(header) && header.size() == all.get(i + 1).size()) {
                return new GuessedColumns(header, all.subList(i + 1, all.size())).columns();
            }
        }
        return Optional.empty();
    }

    private static List<List<@Nullable String>> records(byte[] head, @Nullable Charset encoding) {
        List<List<@Nullable String>> all = new ArrayList<>();
        try {
            Records records = Table.records("", new ByteArrayInputStream(head), encoding);
            while (all.size() < MOST_RECORDS && records.next()) {
                List<@Nullable String> cells = new ArrayList<>();
                for (int i = 0; i < records.count(); i++) {
                    cells.add(records.get(i));
                }
                all.add(cells);
            }
        } catch (IOException e) {
            // The first bytes of a file may end in the middle of a cell: what came before is enough.
            return all;
        }
        return all;
    }

    private static boolean isHeader(List<@Nullable String> cells) {
        Set<@Nullable String> different = new HashSet<>(cells);
        return cells.size() > 1
                && different.size() == cells.size()
                && cells.stream()
                        .allMatch(cell -> cell != null && !FIGURE.matcher(cell).matches());
    }

    private Optional<ObservationColumns> columns() {
        List<Integer> periods = places(this::isPeriod);
        List<Integer> called = periods.stream()
                .filter(i -> TIME.matcher(header.get(i)).matches())
                .toList();
        List<Integer> period = called.isEmpty() ? periods : called;
        if (period.isEmpty() || !period.stream().allMatch(i -> texts(i).equals(texts(period.get(0))))) {
            return Optional.empty();
        }
        List<Integer> figures = places(i -> !period.contains(i) && isFigure(i));
        List<Integer> values = figures.stream()
                .filter(i -> VALUE.matcher(header.get(i)).matches())
                .toList();
        List<Integer> figure = values.isEmpty() ? figures : values;
        if (figure.size() == 1) {
            return Optional.of(new ObservationColumns(header.get(period.get(0)), List.of(header.get(figure.get(0)))));
        }
        return values.isEmpty() ? headedByAreas(period, figures) : Optional.empty();
    }

    // Where a column says the area, headings with areas are the other end of a flow.
    private Optional<ObservationColumns> headedByAreas(List<Integer> period, List<Integer> figures) {
        List<Integer> areas = places(i -> !period.contains(i) && isArea(header.get(i)) && areFigures(i));
        boolean areShort = areas.stream().allMatch(i -> header.get(i).length() <= LONGEST_SHORT);
        boolean isAreaElsewhere =
                header.stream().anyMatch(name -> Subject.of(name).compareTo(Subject.PARTNER) <= 0);
        if (areas.size() < (areShort ? FEWEST_SHORT : FEWEST_AREAS)
                || areas.size() * 2 < figures.size()
                || isAreaElsewhere) {
            return Optional.empty();
        }
        // One that is not known is a total more often than not: whoever reads the proposal has to see it.
        List<String> headings = places(i -> areas.contains(i) || figures.contains(i)).stream()
                .map(header::get)
                .toList();
        return Optional.of(new ObservationColumns(header.get(period.get(0)), headings));
    }

    private static boolean isArea(String heading) {
        return AreaCodes.of(AreaCodes.ANY).ofCode(heading) != null
                || AreaCodes.of(AreaCodes.NAMES).find(heading) != null;
    }

    /** Whether figures stand below several headings, which say of which area they are. */
    static boolean areHeaded(@Nullable ObservationColumns guessed) {
        return guessed != null && guessed.values().size() > 1;
    }

    /** How a table is read where these are its columns. */
    static ReadOptions reading(@Nullable Charset encoding, ObservationColumns guessed) {
        if (!areHeaded(guessed)) {
            return new ReadOptions(encoding, guessed);
        }
        FigureHeadings headings = new FigureHeadings() {
            @Override
            public boolean isOne(String heading) {
                return guessed.values().contains(heading);
            }

            @Override
            public boolean areAlike() {
                return true;
            }
        };
        ObservationColumns period = new ObservationColumns(guessed.period(), List.of());
        return new ReadOptions(encoding, period, PeriodHeadings.UNKNOWN, headings, FigureMarks.UNSAID);
    }

    private List<Integer> places(IntPredicate holds) {
        return IntStream.range(0, header.size()).filter(holds).boxed().toList();
    }

    private boolean isPeriod(int place) {
        boolean isCalledSo = TIME.matcher(header.get(place)).matches();
        List<String> texts = texts(place);
        return !texts.isEmpty() && texts.stream().allMatch(text -> isPeriod(text, isCalledSo));
    }

    private static boolean isPeriod(String text, boolean isCalledSo) {
        try {
            int year = PeriodReader.USUAL.read(text).start().getYear();
            return year >= 1500 && year < 2200;
        } catch (IllegalArgumentException e) {
            // Where the name says so, a text that may be several periods is one nevertheless.
            return isCalledSo && text.chars().anyMatch(Character::isDigit);
        }
    }

    private boolean isFigure(int place) {
        String name = header.get(place);
        Subject subject = Subject.of(name);
        if (NO_FIGURE.matcher(name).matches() || subject != Subject.OTHER && subject != Subject.UNIT) {
            return false;
        }
        return areFigures(place);
    }

    private boolean areFigures(int place) {
        List<String> texts = texts(place).stream()
                .filter(text -> !MissingFigures.isMissing(text))
                .toList();
        return !texts.isEmpty()
                && texts.stream()
                        .map(text -> SIGN.matcher(text).replaceFirst(""))
                        .allMatch(text -> FIGURE.matcher(text).matches() || FlaggedFigure.of(text) != null);
    }

    private List<String> texts(int place) {
        List<String> texts = new ArrayList<>();
        for (List<@Nullable String> record : records) {
            @Nullable String text = record.size() == header.size() ? record.get(place) : null;
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
