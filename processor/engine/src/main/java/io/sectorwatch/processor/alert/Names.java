package io.sectorwatch.processor.alert;

import java.util.Map;

/** Names of sectors and indicators in messages; whatever has none here is named by its code. */
final class Names {
    private static final Map<String, String> INDICATORS = Map.of(
            "rd-intensity", "R&D intensity",
            "business-rd", "business R&D",
            "ai-publications", "AI publications",
            "ai-patent-families", "AI patent families",
            "ai-patent-families-applicant", "AI patent families of applicants",
            "policy-activity", "policy activity");

    /** An indicator, or what is counted by one. */
    static String indicator(String code) {
        String name = INDICATORS.get(code);
        if (name != null) {
            return name;
        }
        int dot = code.indexOf('.');
        if (code.startsWith("policy-activity.")) {
            return words(code.substring(dot + 1)) + " policy activity";
        }
        if (code.startsWith("policy-stance.")) {
            return "'" + words(code.substring(dot + 1)) + "' policy events";
        }
        return words(code);
    }

    /** Whether the name of an indicator tells its sector. */
    static boolean saysItsSector(String indicator) {
        return indicator.startsWith("ai-");
    }

    static String words(String code) {
        return code.replace('-', ' ').replace('.', ' ');
    }

    private Names() {}
}
