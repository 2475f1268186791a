package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Bound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a vintage says, whoever said it and when. */
record Said(@Nullable BigDecimal value, @Nullable Bound comparator, List<String> status) {

    /** One after the other, without what only repeats the one before it. */
    static List<Said> of(List<Observation> vintages) {
        List<Said> all = new ArrayList<>();
        for (Observation vintage : vintages) {
            BigDecimal value = vintage.value() == null ? null : Numbers.plain(vintage.value());
            Said said = new Said(value, vintage.comparator(), vintage.status());
            if (all.isEmpty() || !said.equals(all.get(all.size() - 1))) {
                all.add(said);
            }
        }
        return all;
    }
}
