package io.sectorwatch.processor.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the origins of one task's vintages. Numbers are of this run only: what is stored names the origin itself. */
public final class Origins {
    private final Map<Origin, Integer> numbers = new HashMap<>();
    private final List<Origin> origins = new ArrayList<>();

    int number(Origin origin) {
        return numbers.computeIfAbsent(origin, added -> {
            origins.add(added);
            return origins.size() - 1;
        });
    }

    Origin get(int number) {
        return origins.get(number);
    }
}
