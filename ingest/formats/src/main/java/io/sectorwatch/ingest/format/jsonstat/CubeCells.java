package io.sectorwatch.ingest.format.jsonstat;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The cells of a table of which anything is said, in their order: values and statuses side by side. */
final class CubeCells {
    private final CellTexts.Cursor values;
    private final CellTexts.@Nullable Cursor statuses;
    private final @Nullable String statusOfAll;
    private boolean hasValue;
    private boolean hasStatus;
    private long cell = -1;

    CubeCells(CellTexts.Cursor values, CellTexts.@Nullable Cursor statuses, @Nullable String statusOfAll)
            throws IOException {
        this.values = values;
        this.statuses = statuses;
        this.statusOfAll = statusOfAll;
        this.hasValue = values.next();
        this.hasStatus = nextStatus();
    }

    /** Goes to the next cell; false where there is none. */
    boolean next() throws IOException {
        if (hasValue && values.cell() == cell) {
            hasValue = values.next();
        }
        if (hasStatus && statuses != null && statuses.cell() == cell) {
            hasStatus = nextStatus();
        }
        if (hasValue && isBefore(values.cell())) {
            cell = values.cell();
        } else if (hasStatus && statuses != null) {
            cell = statuses.cell();
        } else {
            return false;
        }
        return true;
    }

    long cell() {
        return cell;
    }

    @Nullable
    String value() {
        return hasValue && values.cell() == cell ? values.text() : null;
    }

    @Nullable
    String status() {
        return hasStatus && statuses != null && statuses.cell() == cell ? statuses.text() : statusOfAll;
    }

    /** Whether the cell was given twice. */
    boolean isDouble() {
        return hasValue && values.cell() == cell && values.isDouble()
                || hasStatus && statuses != null && statuses.cell() == cell && statuses.isDouble();
    }

    private boolean isBefore(long value) {
        return !hasStatus || statuses == null || value <= statuses.cell();
    }

    private boolean nextStatus() throws IOException {
        while (statuses != null && statuses.next()) {
            // A list has a place for cells without a status too.
            if (statuses.text() != null) {
                return true;
            }
        }
        return false;
    }
}
