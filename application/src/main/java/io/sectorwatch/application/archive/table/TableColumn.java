package io.sectorwatch.application.archive.table;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param cell what a row has there, in the Java type of the column's type; null where it has nothing
 */
record TableColumn<T>(String name, Type type, Function<T, @Nullable Object> cell) {
    /** What the cells of a column are. */
    enum Type {
        /** A String. */
        TEXT,
        /** A Double, the nearest one to a decimal that stands beside it as text. */
        NUMBER,
        /** An Instant, to the millisecond. */
        TIME,
        /** A LocalDate. */
        DAY
    }
}
