package io.sectorwatch.benchmark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is not as it must be, a line for a person each. */
public final class AlertDifferences {
    /** Every alert that is missing, too many or different, by key. */
    public static List<String> between(Map<String, OpenAlert> expected, Map<String, OpenAlert> actual) {
        SortedSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            OpenAlert must = expected.get(key);
            OpenAlert is = actual.get(key);
            if (!Objects.equals(must, is)) {
                differences.add(key + ": open is " + said(is) + "; it must be " + said(must));
            }
        }
        return differences;
    }

    private static String said(@Nullable OpenAlert alert) {
        return alert == null ? "nothing" : alert.toString();
    }

    private AlertDifferences() {}
}
