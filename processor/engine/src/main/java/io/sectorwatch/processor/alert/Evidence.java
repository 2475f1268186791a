package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.series.View;
import java.util.List;

/** Names the facts that a figure comes from. */
@FunctionalInterface
public interface Evidence {
    /** Ids of the facts behind a row. */
    List<String> of(View view, int row);
}
