package io.sectorwatch.processor.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.yaml.Mistake;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules as people write them: a YAML document with a list {@code rules}. */
public final class RuleFile {
    /** Reads all rules or, with every mistake of the file in its message, throws UnusableFileException. */
    public static List<Rule> read(String name, InputStream in) throws UnusableFileException {
        YamlTree tree = YamlTree.read(name, in);
        List<String> complaints = new ArrayList<>();
        for (String field : (Iterable<String>) tree.root()::fieldNames) {
            if (!field.equals("rules")) {
                complaints.add(tree.where(field) + ": unknown field '" + field + "'; rules stand under 'rules'");
            }
        }
        JsonNode list = tree.root().get("rules");
        if (list == null || !list.isArray()) {
            throw new UnusableFileException(tree.where("rules") + ": no list 'rules'");
        }
        List<Rule> rules = read(tree, list, "rules", complaints);
        if (!complaints.isEmpty()) {
            throw new UnusableFileException(String.join(System.lineSeparator(), complaints));
        }
        return rules;
    }

    /** Reads the rules of a list at a path of a document, noting every mistake with its place. */
    public static List<Rule> read(YamlTree tree, JsonNode list, String path, List<String> complaints) {
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            String at = path + '[' + i + ']';
            JsonNode id = list.get(i).path("id");
            if (id.isTextual() && !ids.add(id.textValue())) {
                complaints.add(tree.where(at + ".id") + ": rule '" + id.textValue() + "' stands twice");
            }
            readOne(tree, list.get(i), at, complaints).ifPresent(rules::add);
        }
        return rules;
    }

    /** Reads the rule at a path of a document; with mistakes, which are noted with their places, there is none. */
    public static Optional<Rule> readOne(YamlTree tree, JsonNode node, String path, List<String> complaints) {
        try {
            return Optional.of(RuleCodec.read(node));
        } catch (RuleException e) {
            for (Mistake mistake : e.mistakes()) {
                String where = mistake.path().isEmpty() ? path : path + '.' + mistake.path();
                complaints.add(tree.where(where) + ": " + mistake);
            }
            return Optional.empty();
        }
    }

    private RuleFile() {}
}
