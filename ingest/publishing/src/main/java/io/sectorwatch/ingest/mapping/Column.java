package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.Row;
import java.util.function.Function;

/** A field of a fact in the rows of one data set: in the first of its components that says something, or always the same. */
final class Column<T> {
    private final int[] places;
    private final Memo<T> memo;
    private final Reading<T> absent;

    private Column(int[] places, Memo<T> memo, Reading<T> absent) {
        this.places = places;
        this.memo = memo;
        this.absent = absent;
    }

    /** What stands at these places; where nothing does, the other reading holds. */
    static <T> Column<T> at(int[] places, Function<String, Reading<T>> understanding, Reading<T> absent) {
        return new Column<>(places, new Memo<>(understanding), absent);
    }

    /** The same in every row. */
    static <T> Column<T> always(Reading<T> reading) {
        return new Column<>(new int[0], new Memo<>(text -> reading), reading);
    }

    Reading<T> of(Row row) {
        for (int place : places) {
            String text = row.get(place);
            if (text != null) {
                return memo.of(text);
            }
        }
        return absent;
    }

    /** What it says where the row does not. */
    Reading<T> constant() {
        return absent;
    }

    boolean isConstant() {
        return places.length == 0;
    }
}
