package io.sectorwatch.processor.series;

import io.sectorwatch.schemas.message.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the origins of one task's vintages. Numbers are of this run only: what is stored names the origin itself. */
public final class Origins {
    private final Map<Origin, Integer> numbers = new HashMap<>();
    private final List<Origin> origins;

    public Origins() {
        this(new ArrayList<>());
    }

    /** Keeps them in a list, which is looked into for every row that a rule looks at. */
    public Origins(List<Origin> origins) {
        this.origins = origins;
    }

    /**
     * The number of a vintage's origin.
     *
     * @param likely the number to try first: neighbours in a series mostly come from one origin; -1 for none
     */
    int number(Observation observation, int likely) {
        if (likely >= 0 && origins.get(likely).isOf(observation)) {
            return likely;
        }
        return number(Origin.of(observation));
    }

    /** The number of an origin. */
    private int number(Origin origin) {
        return numbers.computeIfAbsent(origin, added -> {
            origins.add(added);
            return origins.size() - 1;
        });
    }

    Origin get(int number) {
        return origins.get(number);
    }
}
