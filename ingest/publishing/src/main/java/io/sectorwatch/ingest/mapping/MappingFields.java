package io.sectorwatch.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sectorwatch.ingest.format.FigureHeadings;
import io.sectorwatch.ingest.mapping.Field.Unknown;
import io.sectorwatch.schemas.yaml.Mistake;
import io.sectorwatch.schemas.yaml.NotedFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The fields of a mapping or a part of it. */
final class MappingFields extends NotedFields {
    /**
     * What a kind of field allows.
     *
     * @param check accepts one of our own codes, or refuses it with IllegalArgumentException
     * @param lists publishers' code lists that have a name
     * @param standard how texts are read for which no codes are given
     * @param isStandardKept whether that holds for texts, too, that the codes given do not have
     */
    record Form(
            UnaryOperator<String> check, Function<String, CodeList> lists, CodeList standard, boolean isStandardKept) {
        /** A field that takes texts as they stand. */
        static final Form TEXT = new Form(text -> text, Form::noList, CodeList.Same.SAME, false);

        /** A field with codes of our own, into whose form texts are brought. */
        static Form words(UnaryOperator<String> check) {
            return new Form(check, Form::noList, CodeList.words(), false);
        }

        private static CodeList noList(String name) {
            throw new IllegalArgumentException("'" + name + "' is no code list: write {theirs: ours, …}");
        }
    }

    MappingFields(JsonNode node, String path, List<Mistake> mistakes) {
        super(node, path, mistakes);
    }

    MappingFields object(String field) {
        return inner(field, MappingFields::new);
    }

    /** The same for a field that is never a constant. */
    MappingFields placed(String field) {
        if (!isText(field)) {
            return object(field);
        }
        wrong(field, "is a text: write " + field + ": {from: " + text(field) + "}");
        // It is read as if it were written so: nothing else in it is a mistake.
        return new MappingFields(JsonNodeFactory.instance.objectNode().put("from", text(field)), "", new ArrayList<>());
    }

    boolean isText(String field) {
        JsonNode node = get(field);
        return node != null && node.isTextual();
    }

    /** A constant, or an object with {@code from}; {@link Field#NONE} where nothing is said. */
    Field field(String name, Form form) {
        if (!has(name)) {
            return Field.NONE;
        }
        if (isText(name)) {
            return Field.constant(code(name, form.check()));
        }
        MappingFields fields = object(name);
        Field field = fields.components(form, List.of());
        fields.noOthers();
        return field;
    }

    /** The same for a field that has to be there. */
    Field required(String name, Form form) {
        if (!has(name)) {
            wrong(name, "is missing: write " + name + ": {from: COMPONENT}, or what it always is");
        }
        return field(name, form);
    }

    /** The same for a field that headings of a table may say, as {@code columns} instead of {@code from}. */
    Field requiredOrHeaded(String name, Form form) {
        @Nullable JsonNode node = get(name);
        if (node == null || !node.has("columns")) {
            return required(name, form);
        }
        MappingFields fields = object(name);
        if (fields.has("from")) {
            fields.wrong("columns", "says that headings say it, and from: that a column does: leave one out");
            fields.oneOrMore("from");
        }
        Field found = fields.components(form, List.of(FigureHeadings.HEADING));
        List<Glob> headings = Glob.of(fields.oneOrMore("columns"));
        if (headings.isEmpty()) {
            fields.wrong("columns", "names no heading: write \"*\" for all that nothing else names");
        }
        fields.noOthers();
        return new Field(
                List.of(FigureHeadings.HEADING), null, found.codes(), found.skip(), found.unknown(), null, headings);
    }

    /** What stands in an object beside other fields; without {@code from} the standard components, if there are any. */
    Field components(Form form, List<String> standard) {
        return new Field(
                has("from") || standard.isEmpty() ? oneOrMore("from") : standard,
                null,
                codes(form),
                Glob.of(has("skip") ? oneOrMore("skip") : List.of()),
                Unknown.valueOf(
                        choice("unknown", "reject", "reject", "skip", "nothing").toUpperCase(Locale.ROOT)),
                has("split") ? text("split") : null,
                List.of());
    }

    /** A text, or a list of them. */
    List<String> oneOrMore(String field) {
        JsonNode node = get(field);
        return node != null && node.isArray() ? codes(field, text -> text) : List.of(text(field));
    }

    /** Patterns under the names of components. */
    Map<String, List<Glob>> patterns(String field) {
        Map<String, List<Glob>> patterns = new LinkedHashMap<>();
        if (has(field)) {
            MappingFields fields = object(field);
            fields.names().forEach(name -> patterns.put(name, Glob.of(fields.oneOrMore(name))));
        }
        return patterns;
    }

    private CodeList codes(Form form) {
        if (!has("codes")) {
            return form.standard();
        }
        if (isText("codes")) {
            return named("codes", form);
        }
        CodeList written = written("codes", form);
        return form.isStandardKept() ? written.orElse(form.standard()) : written;
    }

    private CodeList named(String field, Form form) {
        List<CodeList> found = new ArrayList<>();
        code(field, name -> {
            found.add(form.lists().apply(name));
            return name;
        });
        return found.isEmpty() ? form.standard() : found.get(0);
    }

    private CodeList written(String field, Form form) {
        Map<String, String> codes = new LinkedHashMap<>();
        MappingFields fields = object(field);
        for (String name : fields.names()) {
            codes.put(
                    name,
                    fields.code(
                            name, text -> text.isEmpty() ? text : form.check().apply(text)));
        }
        return CodeList.of(codes);
    }

    @Nullable
    String optionalText(String field) {
        return has(field) ? text(field) : null;
    }
}
