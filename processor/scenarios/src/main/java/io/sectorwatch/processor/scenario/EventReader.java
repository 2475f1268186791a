package io.sectorwatch.processor.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Instants;
import io.sectorwatch.schemas.json.MessageCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the events of a scenario, noting every mistake with its place. */
final class EventReader {
    private static final Set<String> KINDS =
            new TreeSet<>(List.of("observe", "policy", "tick", "rule", "remove-rule", "release", "correct"));
    private static final String AT = "at";
    private static final Pattern FIELD = Pattern.compile("field '([^']+)'");

    private final YamlTree tree;
    private final List<String> mistakes;
    private final MessageCodec<IndicatorMessage> observations = new IndicatorCodec();
    private final MessageCodec<?> policies = new PolicyCodec();
    private final Set<String> rules = new TreeSet<>();

    EventReader(YamlTree tree, List<String> mistakes) {
        this.tree = tree;
        this.mistakes = mistakes;
    }

    List<ScenarioEvent> read(List<JsonNode> nodes, List<Rule> before) {
        before.forEach(rule -> rules.add(rule.id()));
        List<Optional<ScenarioEvent>> read = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            boolean corrects = nodes.get(i).has("correct");
            read.add(corrects ? Optional.empty() : read(nodes.get(i), "events[" + i + ']'));
        }
        // A correction names its fact by its place, and may come before it.
        CorrectedFacts facts = new CorrectedFacts(read);
        List<ScenarioEvent> events = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            (nodes.get(i).has("correct") ? correction(nodes.get(i), "events[" + i + ']', facts) : read.get(i))
                    .ifPresent(events::add);
        }
        return events;
    }

    private Optional<ScenarioEvent> correction(JsonNode node, String path, CorrectedFacts facts) {
        if (node.size() != 1) {
            wrong(path, "an event is exactly one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        String inner = path + ".correct";
        JsonNode fields = node.get("correct");
        if (!(fields instanceof ObjectNode object)) {
            wrong(inner, "is not an object: {fact, state, because, at}");
            return Optional.empty();
        }
        Optional<Message> fact = facts.at(object.path("fact").asText());
        if (fact.isEmpty()) {
            wrong(
                    inner + ".fact",
                    "no fact stands at place '" + object.path("fact").asText()
                            + "': the place in the list of events, from 1; 2.1 is the first fact of a release");
            return Optional.empty();
        }
        ObjectNode named = object.deepCopy().put("fact", CorrectedFacts.idOf(fact.get()));
        boolean ofPolicies = fact.get() instanceof PolicyEvent;
        return fact(observations, named, inner)
                .map(known -> ((ScenarioEvent.Known) known).message())
                .filter(Correction.class::isInstance)
                .map(message -> new ScenarioEvent.Corrected(tree.where(inner), (Correction) message, ofPolicies));
    }

    private Optional<ScenarioEvent> release(JsonNode list, String path) {
        if (!list.isArray() || list.isEmpty()) {
            wrong(path, "is not a list of facts: - release: [{observe: ...}, {policy: ...}]");
            return Optional.empty();
        }
        List<ScenarioEvent.Known> facts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String inner = path + '[' + i + ']';
            JsonNode node = list.get(i);
            if (node.size() != 1 || !node.has("observe") && !node.has("policy")) {
                wrong(inner, "a release holds facts: each is exactly one of observe, policy");
                return Optional.empty();
            }
            Optional<ScenarioEvent> fact = read(node, inner);
            if (fact.isEmpty()) {
                return Optional.empty();
            }
            facts.add((ScenarioEvent.Known) fact.get());
            if (!facts.get(i).message().time().equals(facts.get(0).message().time())) {
                wrong(inner, "is published at another moment than the first fact of its release");
                return Optional.empty();
            }
        }
        Message first = facts.get(0).message();
        Source source =
                first instanceof Observation observation ? observation.source() : ((PolicyEvent) first).source();
        ClosedRelease closing = new ClosedRelease("scenario/" + path, null, first.time(), source, null);
        return Optional.of(new ScenarioEvent.Released(tree.where(path), facts, closing));
    }

    private Optional<ScenarioEvent> read(JsonNode node, String path) {
        List<String> kinds = new ArrayList<>();
        for (String field : (Iterable<String>) node::fieldNames) {
            if (KINDS.contains(field)) {
                kinds.add(field);
            } else if (!field.equals(AT)) {
                wrong(path + '.' + field, "unknown field '" + field + "'" + Suggestion.among(KINDS, field));
                return Optional.empty();
            }
        }
        if (kinds.size() != 1) {
            wrong(path, "an event is exactly one of " + String.join(", ", KINDS));
            return Optional.empty();
        }
        String kind = kinds.get(0);
        boolean ofRule = kind.equals("rule") || kind.equals("remove-rule");
        if (!ofRule && node.has(AT)) {
            wrong(path + '.' + AT, "field 'at' belongs to rule and remove-rule; a fact has its own time");
        }
        Optional<Instant> at = ofRule ? moment(node.path(AT), path + '.' + AT) : Optional.empty();
        String inner = path + '.' + kind;
        return switch (kind) {
            case "observe" -> observation(node.get(kind), inner);
            case "release" -> release(node.get(kind), inner);
            case "policy" -> fact(policies, node.get(kind), inner);
            case "tick" ->
                moment(node.get(kind), inner).map(time -> new ScenarioEvent.Known(tree.where(inner), new Tick(time)));
            case "rule" -> rule(node.get(kind), inner, at);
            default -> removal(node.get(kind), inner, at);
        };
    }

    private Optional<ScenarioEvent> observation(JsonNode node, String path) {
        if (node.has("tick")) {
            wrong(
                    path,
                    "a tick is not observed: write - tick: " + node.path("tick").asText());
            return Optional.empty();
        }
        return fact(observations, node, path);
    }

    private Optional<ScenarioEvent> fact(MessageCodec<?> codec, JsonNode node, String path) {
        try {
            Message message = (Message) codec.read(node.toString().getBytes(UTF_8));
            return Optional.of(new ScenarioEvent.Known(tree.where(path), message));
        } catch (MalformedMessageException e) {
            String why = String.valueOf(e.getMessage());
            Matcher field = FIELD.matcher(why);
            wrong(field.find() ? path + '.' + field.group(1) : path, why);
            return Optional.empty();
        }
    }

    private Optional<ScenarioEvent> rule(JsonNode node, String path, Optional<Instant> at) {
        Optional<Rule> rule = RuleFile.readOne(tree, node, path, mistakes);
        rule.ifPresent(good -> rules.add(good.id()));
        return rule.isEmpty() || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScenarioEvent.RuleApplied(tree.where(path), rule.get(), at.get()));
    }

    private Optional<ScenarioEvent> removal(JsonNode node, String path, Optional<Instant> at) {
        String id = node.asText();
        if (!rules.remove(id)) {
            wrong(path, "no rule '" + id + "' is in effect there" + Suggestion.among(rules, id));
            return Optional.empty();
        }
        return at.map(time -> new ScenarioEvent.RuleRemoved(tree.where(path), id, time));
    }

    private Optional<Instant> moment(JsonNode node, String path) {
        if (!node.isTextual()) {
            wrong(path, node.isMissingNode() ? "field 'at' is missing: when?" : "is not a moment");
            return Optional.empty();
        }
        try {
            return Optional.of(Instants.parse(node.textValue()));
        } catch (IllegalArgumentException e) {
            wrong(path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void wrong(String path, String why) {
        mistakes.add(tree.where(path) + ": " + why);
    }
}
