package io.sectorwatch.ingest.format.sdmxjson;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.Budget;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.sdmx.SdmxUrn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an SDMX-JSON message says of its data sets: dimensions, measures and attributes with their values, to which the data
 * refer by place.
 */
final class MessageStructure {
    private static final Pattern DATAFLOW_ADDRESS = Pattern.compile("https?://[^?#]{1,500}/dataflow/([^?#]{1,500})");

    /** A dimension, measure or attribute, and the texts for its places. */
    record Component(String id, List<@Nullable String> values) {}

    /** What is said of the data set, of a series and of an observation. */
    record Levels(List<Component> dataSet, List<Component> series, List<Component> observation) {
        Levels() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        List<List<Component>> all() {
            return List.of(dataSet, series, observation);
        }
    }

    private final Levels dimensions = new Levels();
    private final Levels measures = new Levels();
    private final Levels attributes = new Levels();
    private @Nullable String id;

    /** Reads the object at which the input stands. */
    static MessageStructure read(JsonInput json, Budget budget) throws IOException {
        MessageStructure structure = new MessageStructure();
        json.object("'structure'", field -> {
            switch (field) {
                case "dimensions" -> components(json, field, structure.dimensions, budget);
                case "measures" -> components(json, field, structure.measures, budget);
                case "attributes" -> components(json, field, structure.attributes, budget);
                case "links" -> structure.id = dataflow(json).orElse(structure.id);
                default -> {}
            }
        });
        structure.requireDistinct();
        return structure;
    }

    /** How the publisher calls its dataflow. */
    @Nullable
    String id() {
        return id;
    }

    Levels dimensions() {
        return dimensions;
    }

    /** What the figures at the beginning of an observation are; one figure where nothing is said. */
    List<Component> measures() {
        return measures.observation().size() > 1
                ? measures.observation()
                : List.of(new Component(DataSet.OBS_VALUE, List.of()));
    }

    Levels attributes() {
        return attributes;
    }

    /** The dataflow, else another structure, among the links at which the input stands. */
    static Optional<String> dataflow(JsonInput json) throws IOException {
        @Nullable String[] found = {null};
        json.array("'links'", place -> {
            @Nullable String[] urnHrefAndRelation = {null, null, null};
            json.object("a link", field -> {
                switch (field) {
                    case "urn" -> urnHrefAndRelation[0] = json.scalar();
                    case "href" -> urnHrefAndRelation[1] = json.scalar();
                    case "rel" -> urnHrefAndRelation[2] = json.scalar();
                    default -> {}
                }
            });
            Optional<String> said = Optional.ofNullable(urnHrefAndRelation[0])
                    .flatMap(SdmxUrn::identity)
                    .or(() -> Optional.ofNullable(urnHrefAndRelation[1]).flatMap(MessageStructure::ofAddress));
            if (found[0] == null || "dataflow".equals(urnHrefAndRelation[2])) {
                found[0] = said.orElse(found[0]);
            }
        });
        return Optional.ofNullable(found[0]);
    }

    private static Optional<String> ofAddress(String address) {
        Matcher matcher = DATAFLOW_ADDRESS.matcher(address);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String[] parts = matcher.group(1).split("/");
        return Optional.of(parts.length == 3 ? parts[0] + ":" + parts[1] + "(" + parts[2] + ")" : parts[0]);
    }

    private static void components(JsonInput json, String what, Levels levels, Budget budget) throws IOException {
        json.object("'" + what + "'", level -> {
            switch (level) {
                case "dataSet", "dataset" -> list(json, level, levels.dataSet(), budget);
                case "series" -> list(json, level, levels.series(), budget);
                case "observation" -> list(json, level, levels.observation(), budget);
                default -> {}
            }
        });
    }

    private static void list(JsonInput json, String what, List<Component> components, Budget budget)
            throws IOException {
        json.array("'" + what + "'", place -> {
            components.add(component(json, budget));
        });
    }

    private static Component component(JsonInput json, Budget budget) throws IOException {
        List<@Nullable String> values = new ArrayList<>();
        @Nullable String[] id = {null};
        boolean[] isTime = {false};
        json.object("a dimension or attribute", field -> {
            switch (field) {
                case "id" -> id[0] = json.scalar();
                case "role" -> isTime[0] |= isTime(json.scalar());
                case "roles" -> json.array("'roles'", place -> isTime[0] |= isTime(json.scalar()));
                case "values" ->
                    json.array("'values'", place -> {
                        String value = value(json);
                        budget.spend(value);
                        values.add(value);
                    });
                default -> {}
            }
        });
        if (id[0] == null) {
            throw json.unreadable("a dimension or attribute of the structure has no id");
        }
        budget.spend(id[0]);
        return new Component(isTime[0] ? DataSet.TIME_PERIOD : id[0], values);
    }

    private static boolean isTime(@Nullable String role) {
        return "time".equals(role) || DataSet.TIME_PERIOD.equals(role);
    }

    // A value has an id where it is a code; else it is a text.
    private static @Nullable String value(JsonInput json) throws IOException {
        String itself = json.scalar();
        if (itself != null) {
            return itself;
        }
        String[] texts = new String[3];
        if (json.token() == JsonToken.START_OBJECT) {
            json.object("a value", field -> {
                switch (field) {
                    case "id" -> texts[0] = json.scalar();
                    case "value" -> texts[1] = json.scalar();
                    case "name" -> texts[2] = json.scalar();
                    default -> {}
                }
            });
        }
        return Optional.ofNullable(texts[0])
                .or(() -> Optional.ofNullable(texts[1]))
                .orElse(texts[2]);
    }

    private void requireDistinct() throws UnreadableException {
        Set<String> ids = new HashSet<>();
        for (Levels levels : List.of(dimensions, attributes)) {
            for (List<Component> components : levels.all()) {
                for (Component component : components) {
                    if (!ids.add(component.id())) {
                        throw new UnreadableException(
                                "the structure has two dimensions or attributes " + Excerpt.of(component.id()));
                    }
                }
            }
        }
    }
}
