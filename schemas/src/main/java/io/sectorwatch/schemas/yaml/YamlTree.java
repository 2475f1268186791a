package io.sectorwatch.schemas.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML 1.2 document, of which JSON is a part, as a JSON tree that remembers where everything stood. */
public final class YamlTree {
    private final String name;
    private final JsonNode root;
    private final Map<String, String> places = new HashMap<>();

    private YamlTree(String name, Node node) throws UnusableFileException {
        this.name = name;
        this.root = convert(node, "");
    }

    /** Deeper than any file of ours goes, and less deep than what reads it can follow. */
    private static final int DEEPEST = 64;

    /** Reads one document; throws UnusableFileException saying where it is not YAML. */
    public static YamlTree read(String name, InputStream in) throws UnusableFileException {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setUseMarks(true)
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(50)
                    .build();
            byte[] document = in.readAllBytes();
            requireShallow(name, settings, document);
            Optional<Node> node = new Compose(settings).composeInputStream(new ByteArrayInputStream(document));
            if (node.isEmpty()) {
                throw new UnusableFileException(name + ": is empty");
            }
            return new YamlTree(name, node.get());
        } catch (MarkedYamlEngineException e) {
            String where =
                    e.getProblemMark().map(mark -> name + ':' + place(mark)).orElse(name);
            throw new UnusableFileException(where + ": not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new UnusableFileException(name + ": not YAML: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UnusableFileException(name + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static void requireShallow(String name, LoadSettings settings, byte[] document)
            throws UnusableFileException {
        int depth = 0;
        for (Event event : new Parse(settings).parseInputStream(new ByteArrayInputStream(document))) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                String where =
                        event.getStartMark().map(mark -> ":" + place(mark)).orElse("");
                throw new UnusableFileException(name + where + ": more than " + DEEPEST + " levels deep");
            }
        }
    }

    public JsonNode root() {
        return root;
    }

    /** "file:line:column" of a path, or of the nearest thing around it. */
    public String where(String path) {
        String at = path;
        while (!at.isEmpty() && !places.containsKey(at)) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return name + ':' + places.getOrDefault(at, "1:1");
    }

    private JsonNode convert(Node node, String path) throws UnusableFileException {
        node.getStartMark().ifPresent(mark -> places.putIfAbsent(path, place(mark)));
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new UnusableFileException(where(path) + ": a field name is not a text");
                }
                String inner = path.isEmpty() ? key.getValue() : path + '.' + key.getValue();
                key.getStartMark().ifPresent(mark -> places.putIfAbsent(inner, place(mark)));
                if (object.has(key.getValue())) {
                    throw new UnusableFileException(where(inner) + ": field '" + inner + "' stands twice");
                }
                object.set(key.getValue(), convert(tuple.getValueNode(), inner));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            List<Node> elements = sequence.getValue();
            for (int i = 0; i < elements.size(); i++) {
                array.add(convert(elements.get(i), path + '[' + i + ']'));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private static JsonNode scalar(ScalarNode node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.NULL)) {
            return nodes.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return nodes.booleanNode(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            BigDecimal number = number(text);
            if (number == null) {
                // Whoever reads the field finds no number there, beside all other mistakes.
                return nodes.textNode(text);
            }
            return tag.equals(Tag.INT) ? nodes.numberNode(number.toBigInteger()) : nodes.numberNode(number);
        }
        return nodes.textNode(text);
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String place(Mark mark) {
        return (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }
}
