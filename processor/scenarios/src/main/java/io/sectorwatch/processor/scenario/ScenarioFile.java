package io.sectorwatch.processor.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scenario as people write it. */
public final class ScenarioFile {
    private static final List<String> FIELDS = List.of("name", "rules", "events", "expect", "expect-open");

    private final Path file;
    private final YamlTree tree;
    private final List<String> mistakes = new ArrayList<>();

    private ScenarioFile(Path file, YamlTree tree) {
        this.file = file;
        this.tree = tree;
    }

    /** Reads a scenario or, with every mistake in its message, throws ScenarioFileException. */
    public static Scenario read(Path file) throws ScenarioFileException {
        try (InputStream in = Files.newInputStream(file)) {
            return new ScenarioFile(file, YamlTree.read(file.toString(), in)).scenario();
        } catch (IOException e) {
            throw new ScenarioFileException(file + ": cannot be read (" + e + ")", e);
        } catch (UnusableFileException e) {
            throw new ScenarioFileException(String.valueOf(e.getMessage()), e);
        }
    }

    private Scenario scenario() throws ScenarioFileException {
        if (!tree.root().isObject()) {
            throw new ScenarioFileException(List.of(tree.where("") + ": is not an object with " + FIELDS));
        }
        for (String field : (Iterable<String>) tree.root()::fieldNames) {
            if (!FIELDS.contains(field)) {
                wrong(field, "unknown field '" + field + "'" + Suggestion.among(FIELDS, field));
            }
        }
        String name = name();
        List<Rule> rules = rules();
        List<ScenarioEvent> events = new EventReader(tree, mistakes).read(list("events"), rules);
        ExpectationReader expectations = new ExpectationReader(tree, mistakes);
        List<Expectation> expected = expectations.read(list("expect"), "expect");
        Optional<List<Expectation>> open = tree.root().has("expect-open")
                ? Optional.of(expectations.read(list("expect-open"), "expect-open"))
                : Optional.empty();
        if (!mistakes.isEmpty()) {
            throw new ScenarioFileException(mistakes);
        }
        return new Scenario(name, rules, events, expected, open);
    }

    private String name() {
        JsonNode name = tree.root().path("name");
        if (!name.isTextual()) {
            wrong("name", "field 'name' " + (name.isMissingNode() ? "is missing" : "is not a text"));
        }
        return name.asText();
    }

    private List<Rule> rules() {
        JsonNode rules = tree.root().path("rules");
        if (rules.isMissingNode()) {
            return List.of();
        }
        if (rules.isArray()) {
            return RuleFile.read(tree, rules, "rules", mistakes);
        }
        if (!rules.isTextual()) {
            wrong("rules", "field 'rules' is neither a list of rules nor the path of a rules file");
            return List.of();
        }
        return rulesOf(rules.textValue());
    }

    private List<Rule> rulesOf(String name) {
        try {
            Path rules = file.resolveSibling(name);
            try (InputStream in = Files.newInputStream(rules)) {
                return RuleFile.read(rules.toString(), in);
            }
        } catch (IOException | InvalidPathException e) {
            wrong("rules", "the rules file '" + name + "' cannot be read (" + e + ")");
        } catch (UnusableFileException e) {
            mistakes.add(String.valueOf(e.getMessage()));
        }
        return List.of();
    }

    private List<JsonNode> list(String field) {
        JsonNode list = tree.root().path(field);
        if (!list.isArray()) {
            wrong(
                    field,
                    "field '" + field + "' "
                            + (list.isMissingNode() ? "is missing; [] says that there is nothing" : "is not a list"));
        }
        List<JsonNode> elements = new ArrayList<>();
        list.elements().forEachRemaining(elements::add);
        return elements;
    }

    private void wrong(String path, String why) {
        mistakes.add(tree.where(path) + ": " + why);
    }
}
