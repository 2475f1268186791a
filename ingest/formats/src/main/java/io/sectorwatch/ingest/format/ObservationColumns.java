package io.sectorwatch.ingest.format;

import java.util.List;

/**
 * Columns that make a table one of observations.
 *
 * @param period name of the column with the period, as in the header
 * @param values names of the columns with figures; of several, every one is an observation of its own. None named leaves
 *     it to the reader to find them
 */
public record ObservationColumns(String period, List<String> values) {
    public ObservationColumns {
        values = List.copyOf(values);
    }
}
