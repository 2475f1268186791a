package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What counts of the vintages of one series at a time: of each period the last one, unless it withdraws it. */
final class KnownFigures {
    private static final String VALID = "valid";

    private final List<List<ObjectNode>> periods;

    private KnownFigures(List<List<ObjectNode>> periods) {
        this.periods = periods;
    }

    /** Of vintages in the order in which they count; null as a time for all of them. */
    static KnownFigures of(List<ObjectNode> vintages, @Nullable String asOf) {
        Instant then = asOf == null ? Instant.MAX : Instant.parse(asOf);
        TreeMap<String, List<ObjectNode>> periods = new TreeMap<>();
        for (ObjectNode vintage : vintages) {
            boolean isKnown = !published(vintage).isAfter(then);
            if (isKnown && VALID.equals(vintage.path("state").textValue())) {
                periods.computeIfAbsent(vintage.path("start").textValue(), none -> new ArrayList<>())
                        .add(vintage);
            }
        }
        return new KnownFigures(List.copyOf(periods.values()));
    }

    boolean isUnknown() {
        return periods.isEmpty();
    }

    /** The current value of each period, with what was said first and how often it was said. */
    ArrayNode values() {
        ArrayNode values = JsonNodes.array();
        for (List<ObjectNode> vintages : periods) {
            ObjectNode last = vintages.get(vintages.size() - 1);
            if (!last.has("value")) {
                continue;
            }
            ObjectNode value = last.deepCopy();
            value.remove(List.of("state", "unit", "nextRelease"));
            value.put("vintages", vintages.size());
            ObjectNode first = vintages.get(0);
            if (vintages.size() > 1 && first.has("value")) {
                ObjectNode said = value.putObject("first");
                for (String field : new String[] {"value", "comparator", "status", "published", "source"}) {
                    if (first.has(field)) {
                        said.set(field, first.get(field));
                    }
                }
            }
            values.add(value);
        }
        return values;
    }

    /** The unit that the newest figure is in. */
    Optional<String> unit() {
        return newest("unit");
    }

    /** When the next figure is due, as the newest vintage says. */
    Optional<String> due() {
        return periods.stream()
                .flatMap(List::stream)
                .max(Comparator.comparing(KnownFigures::published))
                .map(vintage -> vintage.path("nextRelease").textValue());
    }

    static Instant published(ObjectNode vintage) {
        return Instant.parse(vintage.path("published").textValue());
    }

    private Optional<String> newest(String field) {
        for (int i = periods.size() - 1; i >= 0; i--) {
            List<ObjectNode> vintages = periods.get(i);
            for (int k = vintages.size() - 1; k >= 0; k--) {
                if (vintages.get(k).has(field)) {
                    return Optional.of(vintages.get(k).path(field).textValue());
                }
            }
        }
        return Optional.empty();
    }
}
