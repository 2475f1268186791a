package io.sectorwatch.ingest.format.sdmxjson;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.sdmx.SdmxUrn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
    private static final int MOST_DIMENSIONS = 1_000;
    private static final Pattern POSITION = Pattern.compile("\\d{1,4}");
    private static final Pattern DATAFLOW_ADDRESS = Pattern.compile("https?://[^?#]{1,500}/dataflow/([^?#]{1,500})");

    /**
     * A dimension, measure or attribute.
     *
     * @param values the texts for its places
     * @param keyPosition of a dimension among all of them; null where it is not said
     * @param dimensions to which an attribute belongs, as far as the structure says so
     * @param standard what an attribute is that is left out at the end of a list; null for nothing
     */
    record Component(
            String id,
            List<@Nullable String> values,
            @Nullable Integer keyPosition,
            Set<String> dimensions,
            @Nullable String standard) {}

    /** What is said of the data set, of groups of dimensions, of a series and of an observation. */
    record Levels(List<Component> dataSet, List<Component> group, List<Component> series, List<Component> observation) {
        Levels() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        List<List<Component>> all() {
            return List.of(dataSet, group, series, observation);
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

    /** All dimensions as they are presented. */
    List<Component> presented() {
        List<Component> presented = new ArrayList<>();
        dimensions.all().forEach(presented::addAll);
        return presented;
    }

    /** All dimensions in the order of the data structure, time at the end, if that is said. */
    List<Component> inKeyOrder() {
        List<Component> order = presented();
        if (order.stream()
                .allMatch(dimension ->
                        dimension.keyPosition() != null || dimension.id().equals(DataSet.TIME_PERIOD))) {
            order.sort(Comparator.comparingInt(
                    dimension -> Objects.requireNonNullElse(dimension.keyPosition(), Integer.MAX_VALUE)));
        }
        return order;
    }

    /** What the figures at the beginning of an observation are; one figure where nothing is said. */
    List<Component> measures() {
        return measures.observation().size() > 1
                ? measures.observation()
                : List.of(new Component(DataSet.OBS_VALUE, List.of(), null, Set.of(), null));
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
                case "dimensionGroup" -> list(json, level, levels.group(), budget);
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
        @Nullable String[] positionAndStandard = {null, null};
        boolean[] isTime = {false};
        Set<String> dimensions = new HashSet<>();
        json.object("a dimension or attribute", field -> {
            switch (field) {
                case "id" -> id[0] = json.scalar();
                case "relationship" -> relationship(json, dimensions);
                case "keyPosition" -> positionAndStandard[0] = json.scalar();
                case "default" -> positionAndStandard[1] = json.scalar();
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
        String position = positionAndStandard[0];
        Integer keyPosition =
                position != null && POSITION.matcher(position).matches() ? Integer.valueOf(position) : null;
        return new Component(
                isTime[0] ? DataSet.TIME_PERIOD : id[0], values, keyPosition, dimensions, positionAndStandard[1]);
    }

    private static void relationship(JsonInput json, Set<String> dimensions) throws IOException {
        if (json.token() == JsonToken.START_OBJECT) {
            json.object("'relationship'", to -> {
                if (to.equals("dimensions") && json.token() == JsonToken.START_ARRAY) {
                    json.array("'dimensions'", place -> {
                        String id = json.scalar();
                        if (id != null && place < MOST_DIMENSIONS) {
                            dimensions.add(id);
                        }
                    });
                }
            });
        }
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
