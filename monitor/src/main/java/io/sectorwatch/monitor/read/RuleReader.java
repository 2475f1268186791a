package io.sectorwatch.monitor.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.RuleVersions;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rules: those in effect, their history, and what came of them. */
public final class RuleReader {
    private static final String[] TYPES = {"RAISED", "UPDATED", "CLEARED", "RETRACTED"};

    private final Jdbi jdbi;

    public RuleReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All rules, those that ended too, by id; as they stood at a time, or stand now. */
    public ObjectNode list(@Nullable String asOf) {
        return jdbi.withHandle(handle -> {
            Map<String, List<RuleEvent>> histories = histories(handle, asOf);
            Map<String, ObjectNode> tallies = tallies(handle, asOf);
            ObjectNode answer = JsonNodes.object();
            ArrayNode rules = answer.putArray("rules");
            histories.forEach((id, events) -> rules.add(rule(handle, id, events, tallies)));
            return answer;
        });
    }

    /** One rule with all its versions and the series it watches; empty if there never was one of that id. */
    public Optional<ObjectNode> find(String id, @Nullable String asOf) {
        return jdbi.withHandle(handle -> {
            List<RuleEvent> events = histories(handle, asOf).get(id);
            if (events == null) {
                return Optional.empty();
            }
            ObjectNode answer = rule(handle, id, events, tallies(handle, asOf));
            ArrayNode versions = answer.putArray("versions");
            for (RuleEvent event : events) {
                ObjectNode version = versions.addObject();
                version.put("effective", event.at().toString());
                Rule its = event.rule();
                if (its != null) {
                    version.set("content", JsonNodes.parse(its.json()));
                }
            }
            Rule newest = events.get(events.size() - 1).rule();
            if (newest != null) {
                ArrayNode watched = answer.putArray("watched");
                series(handle, newest).forEach(watched::add);
            }
            return Optional.of(answer);
        });
    }

    /** The rules in effect now, by id. */
    public List<Rule> inEffect() {
        return jdbi.withHandle(RuleReader::inEffect);
    }

    /** How many series each rule in effect watches. */
    public Map<String, Integer> watched() {
        return jdbi.withHandle(handle -> {
            Map<String, Integer> watched = new TreeMap<>();
            inEffect(handle)
                    .forEach(rule -> watched.put(rule.id(), series(handle, rule).size()));
            return watched;
        });
    }

    static List<Rule> inEffect(Handle handle) {
        return histories(handle, null).values().stream()
                .map(events -> events.get(events.size() - 1).rule())
                .filter(rule -> rule != null)
                .toList();
    }

    /** The content of a rule as it was. */
    static Optional<ObjectNode> version(Handle handle, String rule, String hash) {
        return handle.createQuery(Sql.named("rule-version"))
                .bind("rule", rule)
                .bind("hash", hash)
                .mapTo(String.class)
                .findFirst()
                .map(JsonNodes::parse);
    }

    private static Map<String, List<RuleEvent>> histories(Handle handle, @Nullable String asOf) {
        RuleVersions versions = new RuleVersions();
        RuleCodec codec = new RuleCodec();
        handle.createQuery(Sql.named("rule-records"))
                .bind("asOf", asOf == null ? "9999" : asOf)
                .map((row, context) -> {
                    String json = row.getString("json");
                    versions.add(
                            row.getInt("partition_no"),
                            Instant.parse(row.getString("effective")),
                            row.getString("rule"),
                            json == null ? null : codec.read(json.getBytes(UTF_8)));
                    return json == null ? "" : json;
                })
                .list();
        Map<String, List<RuleEvent>> histories = new TreeMap<>();
        versions.events()
                .forEach(event -> histories
                        .computeIfAbsent(event.id(), none -> new ArrayList<>())
                        .add(event));
        return histories;
    }

    private static ObjectNode rule(Handle handle, String id, List<RuleEvent> events, Map<String, ObjectNode> tallies) {
        ObjectNode node = JsonNodes.object();
        RuleEvent newest = events.get(events.size() - 1);
        Rule rule = newest.rule();
        Rule last = events.stream()
                .map(RuleEvent::rule)
                .filter(its -> its != null)
                .reduce((before, after) -> after)
                .orElse(null);
        node.put("id", id);
        if (last != null) {
            node.put("title", last.title());
            node.put("severity", JsonNodes.parse(last.json()).path("severity").asText());
            node.set("content", JsonNodes.parse(last.json()));
        }
        node.put("inEffect", rule != null);
        node.put("effective", newest.at().toString());
        node.put("changes", events.size());
        node.put("series", rule == null ? 0 : series(handle, rule).size());
        ObjectNode tally = tallies.getOrDefault(id, JsonNodes.object());
        for (String type : TYPES) {
            node.put(type.toLowerCase(Locale.ROOT), tally.path(type).asInt());
        }
        node.put("open", tally.path("open").asInt());
        return node;
    }

    private static Map<String, ObjectNode> tallies(Handle handle, @Nullable String asOf) {
        Map<String, ObjectNode> tallies = new TreeMap<>();
        handle.createQuery(Sql.named("transitions-of-rules"))
                .bind("asOf", asOf == null ? "9999" : asOf)
                .map((row, context) -> {
                    ObjectNode tally = tallies.computeIfAbsent(row.getString("rule"), none -> JsonNodes.object());
                    tally.put(row.getString("transition"), row.getInt("times"));
                    tally.put("open", tally.path("open").asInt() + row.getInt("open_now"));
                    return tally;
                })
                .list();
        return tallies;
    }

    private static List<String> series(Handle handle, Rule rule) {
        String indicator = rule.series().indicator();
        if (indicator != null && Partitions.isDerived(indicator)) {
            return CountedFigures.keys(handle).stream()
                    .filter(rule.series()::matches)
                    .map(SeriesKey::toString)
                    .toList();
        }
        return new Conditions()
                        .in(
                                "indicator",
                                rule.series().indicator() == null
                                        ? List.of()
                                        : List.of(rule.series().indicator()))
                        .in(
                                "area",
                                rule.series().areas() == null
                                        ? List.of()
                                        : rule.series().areas())
                        .in(
                                "sector",
                                rule.series().sectors() == null
                                        ? List.of()
                                        : rule.series().sectors())
                        .in(
                                "frequency",
                                rule.series().frequency() == null
                                        ? List.of()
                                        : List.of(rule.series().frequency().name()))
                        .apply(handle.createQuery(Sql.named("series-names")))
                        .bind("limit", 1000)
                        .mapTo(String.class)
                        .stream()
                        .filter(name -> rule.series().matches(SeriesKey.parse(name)))
                        .toList();
    }
}
