package io.sectorwatch.deliver.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.deliver.field.SecretSource;
import io.sectorwatch.deliver.field.TargetFields;
import io.sectorwatch.deliver.filter.Where;
import io.sectorwatch.deliver.targets.TargetKind;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.deliver.targets.TargetKind.TargetPlan;
import io.sectorwatch.deliver.targets.alertmanager.AlertmanagerKind;
import io.sectorwatch.deliver.targets.webhook.WebhookKind;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.yaml.Mistake;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The file of targets, as a person writes it: one YAML document. */
public final class TargetFile {
    private static final List<TargetKind> KINDS = List.of(new AlertmanagerKind(), new WebhookKind());

    private static final String TARGETS = "targets";
    private static final String WHERE = "where";
    private static final String BEGINNING = "beginning";

    private final SecretSource secrets;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private TargetFile(SecretSource secrets) {
        this.secrets = secrets;
    }

    /** Reads it or, with every mistake of the file in its message, throws UnusableFileException. */
    public static Targets read(String name, InputStream in, SecretSource secrets) throws UnusableFileException {
        YamlTree tree = YamlTree.read(name, in);
        TargetFile file = new TargetFile(secrets);
        Targets targets = file.targets(tree.root());
        if (!file.mistakes.isEmpty()) {
            throw new UnusableFileException(file.mistakes.stream()
                    .map(mistake -> tree.where(mistake.path()) + ": " + mistake)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return targets;
    }

    private Targets targets(JsonNode root) {
        TargetFields fields = new TargetFields(root, "", mistakes, secrets);
        URI page = fields.has("page") ? fields.address("page") : null;
        List<ConfiguredTarget> targets = new ArrayList<>();
        JsonNode list = root.path(TARGETS);
        if (!fields.has(TARGETS)) {
            fields.wrong(TARGETS, "is missing");
        } else if (!list.isArray() || list.isEmpty()) {
            fields.wrong(TARGETS, "is not a list with something in it");
        }
        for (int i = 0; i < list.size() && list.isArray(); i++) {
            target(new TargetFields(list.get(i), TARGETS + '[' + i + ']', mistakes, secrets))
                    .ifPresent(targets::add);
        }
        fields.noOthers();
        return new Targets(targets, new AlertPage(page));
    }

    private Optional<ConfiguredTarget> target(TargetFields fields) {
        String name = fields.code("name", code -> Codes.word("name", code));
        if (!name.isEmpty() && !names.add(name)) {
            fields.wrong("name", "is that of another target, too");
        }
        Where where = Where.read(WHERE, fields);
        boolean isFromBeginning = fields.choice("from", "now", "now", BEGINNING).equals(BEGINNING);
        Optional<TargetKind> kind = kind(fields);
        Optional<ConfiguredTarget> target = kind.map(known -> {
            if (!known.choosesTransitions() && !where.transitions().isEmpty()) {
                fields.wrong(
                        WHERE + ".transition",
                        "cannot be chosen here: what is open would never end for " + known.name());
            }
            TargetPlan plan = known.read(fields.object(known.name()));
            return new ConfiguredTarget(name, known.name(), where, isFromBeginning, plan);
        });
        fields.noOthers();
        return target;
    }

    private static Optional<TargetKind> kind(TargetFields fields) {
        List<TargetKind> given =
                KINDS.stream().filter(kind -> fields.has(kind.name())).toList();
        if (given.size() != 1) {
            String kinds = KINDS.stream().map(TargetKind::name).collect(Collectors.joining(" or "));
            fields.wrong(
                    "name",
                    given.isEmpty() ? "is that of a target without " + kinds : "is that of " + kinds + ", not both");
        }
        return given.size() == 1 ? Optional.of(given.get(0)) : Optional.empty();
    }
}
