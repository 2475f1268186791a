package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A history of facts and rules that a seed makes, always the same one. Printed, it is a listing that says which.
 *
 * @param inputs 10 to 60, the first rules before all else
 */
public record RandomHistory(long seed, Arrival arrival, List<Input> inputs) {
    private static final Instant BEFORE_ALL = Instant.parse("2020-01-01T00:00:00Z");

    /** In which order what was published arrives. */
    public enum Arrival {
        AS_PUBLISHED,
        SOME_LATE,
        SHUFFLED
    }

    // What is published at one moment comes in the order of the periods, then of the series, as the contract has it.
    private static final Comparator<Input> AS_PUBLISHED = Comparator.comparing(Input::time)
            .thenComparing(RandomHistory::isObservation)
            .thenComparing(RandomHistory::place);

    /** The history of a seed. */
    public static RandomHistory of(long seed) {
        Random random = new Random(seed);
        RandomWorld world = new RandomWorld(random);
        Arrival arrival = world.pick(List.of(
                Arrival.AS_PUBLISHED, Arrival.AS_PUBLISHED, Arrival.AS_PUBLISHED, Arrival.SOME_LATE, Arrival.SHUFFLED));
        RandomRules rules = new RandomRules(world, arrival == Arrival.AS_PUBLISHED);
        SortedMap<String, JsonNode> known = new TreeMap<>();
        for (int i = world.upTo(6); i > 0; i--) {
            known.put("r" + i, rules.rule("r" + i));
        }
        List<Input> first = new ArrayList<>();
        known.values().forEach(rule -> first.add(new Input.RuleSet(rule, BEFORE_ALL)));
        List<Input> later = new ArrayList<>();
        RandomFacts facts = new RandomFacts(world);
        for (int i = 9 + random.nextInt(40); i > 0; i--) {
            later.add(new Input.Fact(facts.next()));
        }
        if (world.chance(50)) {
            for (int i = world.upTo(4); i > 0; i--) {
                later.add(ruleEvent(world, rules, known));
            }
        }
        later.sort(AS_PUBLISHED);
        disorder(later, arrival, random);
        first.addAll(later);
        return new RandomHistory(seed, arrival, List.copyOf(first));
    }

    private static Input ruleEvent(RandomWorld world, RandomRules rules, SortedMap<String, JsonNode> known) {
        Map.Entry<String, JsonNode> one = world.pick(List.copyOf(known.entrySet()));
        String id = one.getKey();
        if (world.chance(25)) {
            return new Input.RuleRemoved(id, world.moment());
        }
        JsonNode rule = one.getValue();
        if (world.chance(20)) {
            rule = rules.rule(id + "x");
        } else if (world.chance(35)) {
            rule = rules.rule(id);
        } else if (world.chance(85)) {
            rule = rules.changed(rule);
        }
        return new Input.RuleSet(rule, world.moment());
    }

    private static void disorder(List<Input> inputs, Arrival arrival, Random random) {
        if (arrival == Arrival.SHUFFLED) {
            Collections.shuffle(inputs, random);
        }
        if (arrival == Arrival.SOME_LATE) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                int from = random.nextInt(inputs.size());
                int to = from + random.nextInt(inputs.size() - from);
                Collections.rotate(inputs.subList(from, to + 1), -1);
            }
        }
    }

    private static boolean isObservation(Input input) {
        return input instanceof Input.Fact fact && fact.message() instanceof Observation;
    }

    private static String place(Input input) {
        return input instanceof Input.Fact fact && fact.message() instanceof Observation observation
                ? observation.period() + " " + observation.series()
                : "";
    }

    /** The facts and ticks of it, without its rules. */
    public List<Input> facts() {
        return inputs.stream().filter(Input.Fact.class::isInstance).toList();
    }

    /** One rule of each id, and none whose alerts depend on when something arrived. */
    public List<Input> rulesWithoutMemory() {
        Set<String> ids = new HashSet<>();
        return inputs.stream()
                .filter(input -> input instanceof Input.RuleSet set
                        && !set.rule().has("horizon")
                        && !set.rule().get("when").has("overdue")
                        && ids.add(set.rule().get("id").textValue()))
                .toList();
    }

    @Override
    public String toString() {
        StringBuilder listing = new StringBuilder("RandomHistory.of(" + seed + "L), " + arrival);
        for (int i = 0; i < inputs.size(); i++) {
            listing.append('\n').append(i + 1).append("  ").append(line(inputs.get(i)));
        }
        return listing.toString();
    }

    private static String line(Input input) {
        if (input instanceof Input.RuleSet set) {
            return "rule " + set.rule() + " at " + set.at();
        }
        if (input instanceof Input.RuleRemoved removed) {
            return "remove-rule " + removed.id() + " at " + removed.at();
        }
        if (input instanceof Input.Corrected corrected) {
            return new String(new AboutFactsCodec().write(corrected.correction()), StandardCharsets.UTF_8)
                    + (corrected.ofPolicies() ? " of a policy" : "");
        }
        if (input instanceof Input.Closed closed) {
            return new String(new AboutFactsCodec().write(closed.release()), StandardCharsets.UTF_8)
                    + (closed.ofPolicies() ? " of policies" : "");
        }
        Input.Fact fact = (Input.Fact) input;
        Message message = fact.message();
        byte[] json = message instanceof PolicyEvent policy
                ? new PolicyCodec().write(policy)
                : new IndicatorCodec().write((IndicatorMessage) message);
        return new String(json, StandardCharsets.UTF_8) + (fact.release() == null ? "" : " in " + fact.release());
    }
}
