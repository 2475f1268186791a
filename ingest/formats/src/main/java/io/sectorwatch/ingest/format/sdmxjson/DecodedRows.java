package io.sectorwatch.ingest.format.sdmxjson;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.Spill;
import io.sectorwatch.ingest.format.sdmx.AttributeGroups;
import io.sectorwatch.ingest.format.sdmx.SdmxActions;
import io.sectorwatch.ingest.format.sdmxjson.MessageStructure.Component;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rows of the places put aside, once the structure says what they mean. */
final class DecodedRows {
    private static final String NOT_A_NUMBER = "NaN";

    private final UndecodedDataSets dataSets;
    private final List<MessageStructure> structures;
    private final @Nullable Instant prepared;
    private final GrowingRow row;
    private final AttributeGroups groups;
    private boolean inSeries;
    private long count;

    DecodedRows(
            String source,
            UndecodedDataSets dataSets,
            List<MessageStructure> structures,
            @Nullable Instant prepared,
            Rows rows) {
        this.dataSets = dataSets;
        this.structures = structures;
        this.prepared = prepared;
        this.row = new GrowingRow(source, rows, () -> count);
        this.groups = new AttributeGroups(row);
    }

    /** Gives all rows out. */
    void give() throws IOException {
        dataSets.data.number(UndecodedDataSets.END);
        Spill.Reading data = dataSets.data.read();
        Spill.Reading seriesAttributes = dataSets.seriesAttributes.read();
        MessageStructure structure = new MessageStructure();
        int next = 0;
        for (long kind = data.number(); kind != UndecodedDataSets.END; kind = data.number()) {
            if (kind == UndecodedDataSets.DATA_SET) {
                if (next > 0) {
                    row.finish();
                }
                structure = begin(dataSets.heads.get(next));
                next++;
            } else if (kind == UndecodedDataSets.SERIES) {
                row.enter(GrowingRow.SERIES);
                key(GrowingRow.SERIES, data.text(), structure.dimensions().series());
                attributes(
                        GrowingRow.SERIES,
                        FigureOrAttribute.take(seriesAttributes),
                        structure.attributes().series());
                groups.attachToSeries();
                inSeries = true;
            } else if (kind == UndecodedDataSets.NO_SERIES) {
                inSeries = false;
                row.enter(GrowingRow.SERIES);
                key(GrowingRow.SERIES, null, structure.dimensions().series());
            } else {
                observation(data, structure);
            }
        }
        row.finish();
    }

    private MessageStructure begin(UndecodedDataSets.Head head) throws UnreadableException {
        if (head.structure() >= structures.size()) {
            throw new UnreadableException("a data set refers to structure " + head.structure()
                    + ", but the message has " + structures.size() + " (counted from 0)");
        }
        MessageStructure structure = structures.get(head.structure());
        row.begin(structure.id() == null ? head.id() : structure.id(), prepared, action(head));
        for (List<Component> dimensions : structure.dimensions().all()) {
            place(dimensions);
        }
        row.place(DataSet.TIME_PERIOD);
        place(structure.measures());
        for (List<Component> attributes : structure.attributes().all()) {
            place(attributes);
        }
        for (Component dimension : structure.dimensions().dataSet()) {
            if (dimension.values().size() != 1) {
                throw new UnreadableException("dimension " + Excerpt.of(dimension.id()) + " of the whole data set has "
                        + dimension.values().size() + " values where it must have one");
            }
            row.set(
                    GrowingRow.DATA_SET,
                    row.place(dimension.id()),
                    dimension.values().get(0));
        }
        attributes(
                GrowingRow.DATA_SET, head.attributes(), structure.attributes().dataSet());
        row.enter(GrowingRow.SERIES);
        row.complete();
        groups(head, structure);
        return structure;
    }

    private void groups(UndecodedDataSets.Head head, MessageStructure structure) throws UnreadableException {
        groups.begin(false, DataSet.TIME_PERIOD);
        GroupKeys keys = new GroupKeys(structure, head.groups());
        for (UndecodedDataSets.Group group : head.groups()) {
            Map<Integer, String> texts = new HashMap<>();
            for (Map.Entry<Component, String> code : keys.codes(group.key()).entrySet()) {
                texts.put(row.place(code.getKey().id()), code.getValue());
            }
            Set<Integer> key = Set.copyOf(texts.keySet());
            List<Component> attributes = structure.attributes().group();
            int count = Math.min(attributes.size(), group.attributes().size());
            for (int i = 0; i < count; i++) {
                FigureOrAttribute entry = group.attributes().get(i);
                Component attribute = attributes.get(i);
                String text = isPlace(entry, attribute) ? GroupKeys.code(attribute, entry.text()) : entry.text();
                if (text != null && !text.isBlank()) {
                    texts.put(row.place(attribute.id()), text.strip());
                }
            }
            groups.add(texts, key, 0);
        }
    }

    private void place(List<Component> components) throws UnreadableException {
        for (Component component : components) {
            row.place(component.id());
        }
    }

    private static DataSet.Action action(UndecodedDataSets.Head head) throws UnreadableException {
        if (head.action() == null) {
            return DataSet.Action.INFORMATION;
        }
        Optional<DataSet.Action> action = SdmxActions.of(head.action());
        return action.orElseThrow(() -> new UnreadableException("the data set's action '" + Excerpt.of(head.action())
                + "' is none of Information, Append, Replace, Delete"));
    }

    private void observation(Spill.Reading data, MessageStructure structure) throws IOException {
        count++;
        row.enter(GrowingRow.OBSERVATION);
        key(GrowingRow.OBSERVATION, data.text(), structure.dimensions().observation());
        List<FigureOrAttribute> entries = FigureOrAttribute.take(data);
        List<Component> measures = structure.measures();
        int figures = Math.min(measures.size(), entries.size());
        for (int i = 0; i < figures; i++) {
            String figure = entries.get(i).text();
            row.set(
                    GrowingRow.OBSERVATION,
                    row.place(measures.get(i).id()),
                    NOT_A_NUMBER.equals(figure) ? null : figure);
        }
        attributes(
                GrowingRow.OBSERVATION,
                entries.subList(figures, entries.size()),
                structure.attributes().observation());
        groups.attachToObservation(inSeries);
        row.emit();
    }

    private void key(int level, @Nullable String key, List<Component> dimensions) throws UnreadableException {
        String[] places = key == null || key.isEmpty() ? new String[0] : key.split(":", -1);
        if (places.length != dimensions.size()) {
            row.reject(
                    level,
                    "the key '" + Excerpt.of(key) + "' has " + places.length + " places for " + dimensions.size()
                            + " dimensions");
            return;
        }
        for (int i = 0; i < places.length; i++) {
            coded(level, dimensions.get(i), places[i]);
        }
    }

    // More entries than attributes are references to annotations.
    private void attributes(int level, List<FigureOrAttribute> entries, List<Component> attributes)
            throws UnreadableException {
        for (int i = 0; i < attributes.size(); i++) {
            Component attribute = attributes.get(i);
            if (i >= entries.size()) {
                if (attribute.standard() != null) {
                    row.set(level, row.place(attribute.id()), attribute.standard());
                }
            } else if (isPlace(entries.get(i), attribute)) {
                coded(level, attribute, String.valueOf(entries.get(i).text()));
            } else {
                row.set(level, row.place(attribute.id()), entries.get(i).text());
            }
        }
    }

    private static boolean isPlace(FigureOrAttribute entry, Component attribute) {
        return entry.isWhole() && entry.text() != null && !attribute.values().isEmpty();
    }

    private void coded(int level, Component component, String place) throws UnreadableException {
        if (GroupKeys.has(component, place)) {
            row.set(level, row.place(component.id()), GroupKeys.at(component, place));
        } else {
            row.reject(level, GroupKeys.nothingAt(component, place));
        }
    }
}
