package io.sectorwatch.application.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Facts by their ids, or by as much of the beginning of an id as tells it from all others. */
final class FactChoice {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 32;
    private static final int SHOWN = 5;

    private final Set<String> beginnings = new LinkedHashSet<>();
    private final Set<Integer> lengths = new TreeSet<>();

    /** Throws FactCorrectionException for what is no beginning of an id, or too short to be one that tells. */
    FactChoice(Collection<String> ids) {
        for (String id : ids) {
            String beginning = id.toLowerCase(Locale.ROOT);
            if (!beginning.matches("[0-9a-f]{" + SHORTEST + "," + LONGEST + "}")) {
                throw new FactCorrectionException("'" + id + "' is not the id of a fact: " + LONGEST
                        + " hexadecimal digits, or the first " + SHORTEST + " or more of them");
            }
            beginnings.add(beginning);
            lengths.add(beginning.length());
        }
    }

    /** Whether an id begins with one of them. */
    boolean has(String id) {
        // Many may be chosen, and each fact there is asks.
        return lengths.stream().anyMatch(length -> beginnings.contains(id.substring(0, length)));
    }

    /**
     * The chosen facts in the order of the choice, each once, among all facts whose ids it has.
     *
     * @throws FactCorrectionException if one of them is none of these, or several
     */
    List<ListedFact> among(Collection<ListedFact> facts) {
        List<String> faults = new ArrayList<>();
        Set<ListedFact> chosen = new LinkedHashSet<>();
        for (String beginning : beginnings) {
            List<ListedFact> its = facts.stream()
                    .filter(fact -> fact.id().startsWith(beginning))
                    .toList();
            if (its.isEmpty()) {
                faults.add("no fact has the id " + beginning);
            } else if (its.size() > 1) {
                faults.add(beginning + " is the beginning of several ids: " + ids(its));
            }
            chosen.addAll(its);
        }
        if (!faults.isEmpty()) {
            throw new FactCorrectionException(String.join("; ", faults));
        }
        return List.copyOf(chosen);
    }

    private static String ids(List<ListedFact> facts) {
        List<String> shown =
                new ArrayList<>(facts.stream().limit(SHOWN).map(ListedFact::id).toList());
        if (facts.size() > SHOWN) {
            shown.add((facts.size() - SHOWN) + " more");
        }
        return String.join(", ", shown);
    }
}
