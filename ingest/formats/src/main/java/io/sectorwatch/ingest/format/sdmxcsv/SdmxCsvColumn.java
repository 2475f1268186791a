package io.sectorwatch.ingest.format.sdmxcsv;

import java.util.regex.Pattern;

/**
 * A column of SDMX-CSV, as its heading describes it: {@code ID}, {@code ID: name} or {@code ID:name}, {@code ID[]} for several values in a cell,
 * {@code ID[en;fr]} for one value in several languages.
 *
 * @param id of the component
 * @param isLabelled whether its cells may hold {@code CODE: name}
 */
record SdmxCsvColumn(String id, boolean isLabelled, Form form) {
    private static final String LABEL = ": ";
    // No id has one.
    private static final char NAMED = ':';
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_@$.\\-+]+");

    enum Form {
        ONE,
        SEVERAL,
        LANGUAGES,
        /** Values of values, which no one column of text can say in another way. */
        NESTED
    }

    static SdmxCsvColumn of(String heading) {
        int label = heading.indexOf(NAMED);
        String id = label < 0 ? heading : heading.substring(0, label);
        int bracket = id.indexOf('[');
        if (bracket < 0) {
            return new SdmxCsvColumn(id.strip(), label >= 0, Form.ONE);
        }
        boolean nested = id.indexOf('[', bracket + 1) >= 0;
        Form form = nested ? Form.NESTED : id.startsWith("[]", bracket) ? Form.SEVERAL : Form.LANGUAGES;
        String bare = nested ? id.replace("[]", "") : id.substring(0, bracket);
        return new SdmxCsvColumn(bare.strip(), label >= 0, form);
    }

    /** Whether a cell is just the text of the component. */
    boolean isPlain() {
        return !isLabelled && form == Form.ONE;
    }

    /**
     * Text of the component, without labels; several values have a semicolon between them, of several languages English or
     * else the first is taken.
     */
    String text(String cell, SubFields subFields) {
        return switch (form) {
            case ONE -> isLabelled ? withoutLabel(cell) : cell;
            case SEVERAL -> subFields.joined(cell, value -> isLabelled ? withoutLabel(value) : value);
            case LANGUAGES -> subFields.inEnglish(cell);
            case NESTED -> cell;
        };
    }

    /** A code without the name that may stand behind it; a text that begins with no code stays whole. */
    static String withoutLabel(String cell) {
        int label = cell.indexOf(LABEL);
        return label > 0 && CODE.matcher(cell).region(0, label).matches() ? cell.substring(0, label) : cell;
    }

    /** The id of a structure without its name; unlike codes, ids hold colons and brackets. */
    static String withoutName(String structure) {
        int label = structure.indexOf(LABEL);
        return label < 0 ? structure : structure.substring(0, label);
    }
}
