package io.sectorwatch.ingest.mapping;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a publisher's codes to our own. */
@FunctionalInterface
interface CodeList {
    /** Our code, empty for one that means nothing here; null for one the list does not have. */
    @Nullable
    String find(String code);

    /** What may be meant by a code the list does not have, for the end of a sentence; nothing where that cannot be told. */
    default String hint(String code) {
        return "";
    }

    /** These; {@code *} in a code stands for any characters. */
    static CodeList of(Map<String, String> codes) {
        Map<String, String> exact = Map.copyOf(codes);
        Map<Glob, String> patterns = new LinkedHashMap<>();
        codes.forEach((code, ours) -> {
            if (code.indexOf('*') >= 0) {
                patterns.put(new Glob(code), ours);
            }
        });
        return code -> {
            String found = exact.get(code);
            return found != null ? found : first(patterns, code);
        };
    }

    /** This list, and another for what it does not have. */
    default CodeList orElse(CodeList other) {
        CodeList first = this;
        return new CodeList() {
            @Override
            public @Nullable String find(String code) {
                String found = first.find(code);
                return found == null ? other.find(code) : found;
            }

            @Override
            public String hint(String code) {
                String hint = first.hint(code);
                return hint.isEmpty() ? other.hint(code) : hint;
            }
        };
    }

    /** Codes as they stand. */
    enum Same implements CodeList {
        SAME;

        @Override
        public String find(String code) {
            return code;
        }
    }

    /** Codes in the form that ours have: lower-case words joined by '-'. */
    static CodeList words() {
        return code -> code.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }

    private static @Nullable String first(Map<Glob, String> patterns, String code) {
        for (Map.Entry<Glob, String> pattern : patterns.entrySet()) {
            if (pattern.getKey().matches(code)) {
                return pattern.getValue();
            }
        }
        return null;
    }
}
