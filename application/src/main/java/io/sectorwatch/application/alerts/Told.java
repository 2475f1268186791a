package io.sectorwatch.application.alerts;

import io.sectorwatch.schemas.message.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A transition with what it came of. */
public record Told(Occasion occasion, Transition transition) {
    /**
     * The same, so that what came of the same stands together, by rule. Of each rule and series the order is kept.
     *
     * @param ofMoment transitions of one moment, which several partitions may have mixed
     * @param before what was told last, which goes on where some of them came of it too; null for nothing
     */
    public static List<Told> together(List<Told> ofMoment, @Nullable Occasion before) {
        Map<String, List<Told>> together = new LinkedHashMap<>();
        if (before != null) {
            together.put(before.key(), new ArrayList<>());
        }
        for (Told told : ofMoment) {
            together.computeIfAbsent(told.occasion().key(), key -> new ArrayList<>())
                    .add(told);
        }
        List<Told> all = new ArrayList<>();
        for (List<Told> ofOne : together.values()) {
            ofOne.sort(Comparator.comparing(told -> told.transition().rule()));
            all.addAll(ofOne);
        }
        return all;
    }
}
