package io.sectorwatch.ingest.format.sdmxcsv;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Cells of SDMX-CSV that hold several values, with a separator of their own and quotation marks where they need them. */
record SubFields(char separator) {
    private static final String BETWEEN = ";";
    private static final String ENGLISH = "en:";
    private static final int LANGUAGE = 2;

    /** The separator that the first heading names in brackets, a semicolon if none. */
    static SubFields of(String firstHeading) {
        int bracket = firstHeading.indexOf('[');
        boolean named = bracket >= 0 && bracket + 1 < firstHeading.length() && firstHeading.charAt(bracket + 1) != ']';
        return new SubFields(named ? firstHeading.charAt(bracket + 1) : ';');
    }

    /** All values, each changed, with semicolons between them. */
    String joined(String cell, UnaryOperator<String> change) {
        return split(cell).stream().map(Value::text).map(change).collect(Collectors.joining(BETWEEN));
    }

    /** The value in English, or else in the first language; of several values each. */
    String inEnglish(String cell) {
        List<Value> values = split(cell);
        if (values.stream().anyMatch(Value::isQuoted)) {
            return values.stream()
                    .map(value -> value.isQuoted() ? inEnglish(value.text()) : ofLanguage(value.text()))
                    .collect(Collectors.joining(BETWEEN));
        }
        return values.stream()
                .map(Value::text)
                .filter(text -> text.startsWith(ENGLISH))
                .findFirst()
                .map(SubFields::ofLanguage)
                .orElseGet(() -> ofLanguage(values.get(0).text()));
    }

    private static String ofLanguage(String text) {
        return text.length() > LANGUAGE && text.charAt(LANGUAGE) == ':' ? text.substring(LANGUAGE + 1) : text;
    }

    private record Value(String text, boolean isQuoted) {}

    /** At least one value. */
    private List<Value> split(String cell) {
        List<Value> values = new ArrayList<>();
        int from = 0;
        boolean inside = false;
        for (int i = 0; i <= cell.length(); i++) {
            boolean ended = i == cell.length();
            if (!ended && cell.charAt(i) == '"') {
                inside = !inside;
            } else if (ended || cell.charAt(i) == separator && !inside) {
                values.add(value(cell.substring(from, i)));
                from = i + 1;
            }
        }
        return values;
    }

    private static Value value(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted
                ? new Value(text.substring(1, text.length() - 1).replace("\"\"", "\""), true)
                : new Value(text, false);
    }
}
