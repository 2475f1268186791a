package io.sectorwatch.ingest.area;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Codes of parts of countries, each an area of its own, known by their form and the country they begin with. */
enum RegionCodes {
    /** None. */
    NO_REGIONS("(?!)") {
        @Override
        String area(Matcher code) {
            throw new IllegalStateException("nothing matches");
        }
    },
    /** Those of NUTS, as they stand: {@code FR10}. */
    NUTS("([A-Z]{2})[0-9A-Z]{1,3}") {
        @Override
        String area(Matcher code) {
            return code.group();
        }
    },
    /** Those of ISO 3166-2, with an underscore: {@code US-CA} is {@code US_CA}. */
    ISO_3166_2("([A-Z]{2})-[0-9A-Z]{1,3}") {
        @Override
        String area(Matcher code) {
            return code.group().replace('-', '_');
        }
    };

    private final Pattern form;

    RegionCodes(String form) {
        this.form = Pattern.compile(form);
    }

    abstract String area(Matcher code);

    /** The area of such a code of one of these countries; null for any other text. */
    @Nullable
    String find(String code, Set<String> countries) {
        Matcher matcher = form.matcher(code);
        return matcher.matches() && countries.contains(matcher.group(1)) ? area(matcher) : null;
    }
}
