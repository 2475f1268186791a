package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A history of facts, releases, corrections and rules that a seed makes, always the same one. Printed, it is a listing
 * that says which.
 *
 * @param inputs 10 to 90, the first rules before all else
 */
public record RandomHistory(long seed, Arrival arrival, List<Input> inputs) {
    private static final Instant BEFORE_ALL = Instant.parse("2020-01-01T00:00:00Z");

    /** In which order what was published arrives. */
    public enum Arrival {
        AS_PUBLISHED,
        SOME_LATE,
        /** What is old comes after all that is newer. */
        HISTORY_LAST,
        SHUFFLED
    }

    /** The history of a seed. */
    public static RandomHistory of(long seed) {
        Random random = new Random(seed);
        RandomWorld world = new RandomWorld(random);
        Arrival arrival = world.chance(55) ? Arrival.AS_PUBLISHED : world.pick(List.of(Arrival.values()));
        RandomRules rules = new RandomRules(world);
        SortedMap<String, JsonNode> known = new TreeMap<>();
        for (int i = world.upTo(6); i > 0; i--) {
            known.put("r" + i, rules.rule("r" + i));
        }
        List<Input> inputs = new ArrayList<>();
        known.values().forEach(rule -> inputs.add(new Input.RuleSet(rule, BEFORE_ALL)));

        RandomFacts facts = new RandomFacts(world);
        List<Message> messages = new ArrayList<>();
        for (int i = 9 + random.nextInt(40); i > 0; i--) {
            messages.add(facts.next());
        }
        List<Input> others = new ArrayList<>(RandomCorrections.of(world, messages));
        for (int i = world.chance(50) ? world.upTo(4) : 0; i > 0; i--) {
            others.add(ruleEvent(world, rules, known));
        }
        RandomReleases releases = new RandomReleases(world, messages);
        RandomOrder order = new RandomOrder(random);
        List<Input> later = order.asPublished(releases.facts(), others, releases.closings());
        order.disorder(later, arrival);
        inputs.addAll(later);
        return new RandomHistory(seed, arrival, List.copyOf(inputs));
    }

    private static Input ruleEvent(RandomWorld world, RandomRules rules, SortedMap<String, JsonNode> known) {
        Map.Entry<String, JsonNode> one = world.pick(List.copyOf(known.entrySet()));
        String id = one.getKey();
        if (world.chance(20)) {
            return new Input.RuleRemoved(id, world.moment());
        }
        JsonNode rule = one.getValue();
        if (world.chance(15)) {
            rule = rules.rule(id + "x");
        } else if (world.chance(25)) {
            rule = rules.rule(id);
        } else if (world.chance(90)) {
            rule = rules.changed(rule);
        }
        return new Input.RuleSet(rule, world.moment());
    }

    /** What is later than all of them and says nothing: it only has releases decided that are still open. */
    public static Input laterThan(List<Input> inputs) {
        Instant newest =
                inputs.stream().map(Input::time).max(Comparator.naturalOrder()).orElseThrow();
        return new Input.RuleRemoved("a rule that never was", newest.plusMillis(1));
    }

    /** All that becomes known, without rules: facts, ticks, closings and corrections. */
    public List<Input> told() {
        return inputs.stream()
                .filter(input -> !(input instanceof Input.RuleSet || input instanceof Input.RuleRemoved))
                .toList();
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
            return text(new AboutFactsCodec().write(corrected.correction()))
                    + (corrected.ofPolicies() ? " of a policy" : "");
        }
        if (input instanceof Input.Closed closed) {
            return text(new AboutFactsCodec().write(closed.release())) + (closed.ofPolicies() ? " of policies" : "");
        }
        Input.Fact fact = (Input.Fact) input;
        byte[] json = fact.message() instanceof PolicyEvent policy
                ? new PolicyCodec().write(policy)
                : new IndicatorCodec().write((IndicatorMessage) fact.message());
        return text(json) + (fact.release() == null ? "" : " in '" + fact.release() + "'");
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
