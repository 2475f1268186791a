package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.mapping.Mapping.Common;
import io.sectorwatch.ingest.mapping.Mapping.Holds;
import io.sectorwatch.ingest.mapping.Mapping.SourceFields;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.yaml.Mistake;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mapping as a person writes it: one YAML document. */
public final class MappingFile {
    private static final String POLICIES = "policies";

    /** Reads it or, with every mistake of the file in its message, throws UnusableFileException. */
    public static Mapping read(String name, InputStream in) throws UnusableFileException {
        YamlTree tree = YamlTree.read(name, in);
        List<Mistake> mistakes = new ArrayList<>();
        Mapping mapping = mapping(new MappingFields(tree.root(), "", mistakes));
        if (!mistakes.isEmpty()) {
            throw new UnusableFileException(mistakes.stream()
                    .map(mistake -> tree.where(mistake.path()) + ": " + mistake)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return mapping;
    }

    private static Mapping mapping(MappingFields fields) {
        String dataset = fields.code("dataset", code -> Codes.word("dataset", code));
        fields.optionalText("about");
        @Nullable String sheet = fields.optionalText("sheet");
        Match match = match(fields);
        var where = fields.patterns("where");
        boolean policies =
                fields.choice("type", "observations", "observations", POLICIES).equals(POLICIES);
        Field area = policies ? fields.required("area", Forms.AREA) : fields.requiredOrHeaded("area", Forms.AREA);
        SourceFields source = source(fields);
        Publication publication = PublicationFile.read(fields);
        Holds holds = holds(fields, policies || publication.isByRow());
        Mapping.Kind kind = policies ? KindFile.policies(fields) : KindFile.observations(fields, area);
        fields.noOthers();
        return new Mapping(dataset, sheet, match, where, new Common(area, source, publication, holds), kind);
    }

    private static Match match(MappingFields fields) {
        if (!fields.has("match")) {
            return new Match(List.of(), List.of());
        }
        MappingFields match = fields.object("match");
        List<Glob> ids = match.has("id") ? Glob.of(match.oneOrMore("id")) : List.of();
        List<String> components = match.has("components") ? match.oneOrMore("components") : List.of();
        match.noOthers();
        return new Match(ids, components);
    }

    private static SourceFields source(MappingFields fields) {
        if (!fields.has("source") || fields.isText("source")) {
            return new SourceFields(fields.required("source", Forms.SOURCE), Field.NONE, Field.NONE);
        }
        MappingFields source = fields.object("source");
        SourceFields read = new SourceFields(
                source.required("id", Forms.SOURCE),
                source.field("locator", Forms.LINE),
                source.field("url", Forms.LINE));
        source.noOthers();
        return read;
    }

    private static Holds holds(MappingFields fields, boolean onlyParts) {
        Holds holds = Holds.valueOf(
                fields.choice("holds", "part", "part", "series", "whole").toUpperCase(Locale.ROOT));
        if (onlyParts && holds != Holds.PART) {
            fields.wrong(
                    "holds",
                    "says what a release leaves out, and only observations that became known together are a release:"
                            + " leave it out");
        }
        return holds;
    }

    private MappingFile() {}
}
