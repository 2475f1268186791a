package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.series.Frequency;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happens in a history, in words: that random ones are worth holding anything against. */
final class Happenings {
    private static final List<String> BESIDES =
            List.of("a rule", "a correction", "a tick", "a fact on its own", "a fact of another release");

    static final Set<String> ALL = Stream.of(
                    List.of("a release is closed", "a release is left open", "a release closed in vain"),
                    BESIDES.stream()
                            .map(what -> what + " while a release is open")
                            .toList(),
                    BESIDES.stream()
                            .map(what -> what + " ends a release of an earlier moment")
                            .toList(),
                    List.of("several sources at one moment", "an older fact after a newer one"),
                    List.of(
                            "void of an observation",
                            "valid of an observation",
                            "void of a policy",
                            "valid of a policy"),
                    List.of("a correction before its fact", "a correction of what never comes", "a correction again"),
                    Arrays.stream(Frequency.values()).map(Happenings::observed).toList())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> met = new TreeSet<>();
    private final Map<String, Instant> open = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Set<String> corrected = new HashSet<>();
    private Instant newest = Instant.EPOCH;

    static Set<String> of(RandomHistory history) {
        Happenings happenings = new Happenings();
        history.inputs().forEach(happenings::see);
        if (!happenings.open.isEmpty()) {
            happenings.met.add("a release is left open");
        }
        return happenings.met;
    }

    private void see(Input input) {
        if (input instanceof Input.Closed closed) {
            String name = closed.release().release() + closed.ofPolicies();
            met.add(open.remove(name) == null ? "a release closed in vain" : "a release is closed");
            return;
        }
        String own = input instanceof Input.Fact fact && fact.release() != null ? name(fact) : "";
        for (Map.Entry<String, Instant> release : Map.copyOf(open).entrySet()) {
            if (release.getValue().isBefore(input.time())) {
                met.add(what(input) + " ends a release of an earlier moment");
                open.remove(release.getKey());
            } else if (!release.getKey().equals(own)) {
                met.add(what(input) + " while a release is open");
            }
        }
        if (input instanceof Input.Corrected correction) {
            see(correction);
        } else if (input instanceof Input.Fact fact && !(fact.message() instanceof Tick)) {
            see(fact);
        }
    }

    private void see(Input.Fact fact) {
        known.add(RandomCorrections.id(fact.message()));
        if (fact.release() != null) {
            open.put(name(fact), fact.time());
        }
        if (fact.time().isBefore(newest)) {
            met.add("an older fact after a newer one");
        }
        newest = fact.time().isAfter(newest) ? fact.time() : newest;
        if (fact.message() instanceof Observation observation) {
            met.add(observed(observation.series().frequency()));
            String place = observation.subject() + observation.published();
            String source = observation.source().id();
            if (places.stream().anyMatch(other -> other.startsWith(place) && !other.endsWith(source))) {
                met.add("several sources at one moment");
            }
            places.add(place + source);
        }
    }

    private void see(Input.Corrected correction) {
        String fact = correction.correction().fact();
        met.add(correction.correction().state().code()
                + (correction.ofPolicies() ? " of a policy" : " of an observation"));
        if (fact.equals(RandomCorrections.UNKNOWN)) {
            met.add("a correction of what never comes");
        } else if (!known.contains(fact)) {
            met.add("a correction before its fact");
        }
        if (!corrected.add(fact)) {
            met.add("a correction again");
        }
    }

    private static String name(Input.Fact fact) {
        return fact.release() + (fact.message() instanceof PolicyEvent);
    }

    private static String what(Input input) {
        if (input instanceof Input.Fact fact) {
            return fact.message() instanceof Tick
                    ? "a tick"
                    : fact.release() == null ? "a fact on its own" : "a fact of another release";
        }
        return input instanceof Input.Corrected ? "a correction" : "a rule";
    }

    private static String observed(Frequency frequency) {
        return "frequency " + frequency;
    }
}
