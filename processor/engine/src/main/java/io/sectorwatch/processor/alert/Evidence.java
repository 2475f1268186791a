package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.series.View;
import java.util.List;

/** Names the facts that a figure comes from. */
public interface Evidence {
    /** Ids of the facts behind a row; of a count the newest. */
    List<String> of(View view, int row);

    /** How many facts are behind a row. */
    int count(View view, int row);

    /** Whether a fact was taken back. */
    boolean isVoid(String fact);
}
