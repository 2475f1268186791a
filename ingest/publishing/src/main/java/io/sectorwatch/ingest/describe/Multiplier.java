package io.sectorwatch.ingest.describe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What figures are to be multiplied with, as a mapping says it.
 *
 * @param component that says it
 * @param multiply a component with powers of ten, or a number; empty where it is not understood
 */
record Multiplier(Profile component, Optional<String> multiply) {
    private static final Pattern POWER = Pattern.compile("-?\\d{1,2}");
    private static final Map<String, String> WORDS = Map.of(
            "units", "1",
            "ones", "1",
            "hundreds", "100",
            "thousands", "1000",
            "tausend", "1000",
            "milliers", "1000",
            "millions", "1000000",
            "millionen", "1000000",
            "billions", "1000000000",
            "trillions", "1000000000000");

    /** The one in a data set; empty where there is none. */
    static Optional<Multiplier> in(Holdings holdings) {
        Labels labels = holdings.labels();
        return holdings.dimensions().stream()
                .filter(profile -> Subject.of(profile.name()) == Subject.MULTIPLIER
                        && !labels.isBesideCodes(profile.name())
                        && !profile.codes().isEmpty())
                .findFirst()
                .map(profile -> new Multiplier(profile, multiply(profile, holdings)));
    }

    private static Optional<String> multiply(Profile profile, Holdings holdings) {
        List<String> texts = profile.codes();
        if (texts.stream().allMatch(text -> POWER.matcher(text).matches())) {
            return Optional.of(Yaml.quoted(profile.name()));
        }
        // Of several words one is wanted, and only its rows.
        return holdings.example(profile).map(text -> WORDS.get(text.toLowerCase(Locale.ROOT)));
    }

    /** Whether rows are multiplied alike only where they say the same. */
    boolean isOfWords() {
        return multiply.isEmpty() || !multiply.get().equals(Yaml.quoted(component.name()));
    }
}
