package io.sectorwatch.ingest.area;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The written table of countries is what CLDR says. */
class CountryTableTest {
    @Test
    void holdsWhatCldrSays() throws IOException {
        List<String> expected = Arrays.stream(Locale.getISOCountries())
                .map(CountryTableTest::line)
                .sorted()
                .toList();
        try (InputStream in = Objects.requireNonNull(AreaCodes.class.getResourceAsStream("countries.csv"))) {
            assertThat(new String(in.readAllBytes(), UTF_8).lines())
                    .filteredOn(line -> !line.startsWith("#") && !line.startsWith("area,"))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static String line(String two) {
        StringBuilder line = new StringBuilder(new Locale("", two).getISO3Country());
        line.append(String.format(Locale.ROOT, ",%03d", Region.getInstance(two).getNumericCode()));
        for (String language : List.of("en", "fr", "de", "es")) {
            String whole = name(language, two, DisplayContext.LENGTH_FULL);
            String brief = name(language, two, DisplayContext.LENGTH_SHORT);
            line.append(',').append(whole).append(brief.equals(whole) ? "" : '|' + brief);
        }
        return line.toString();
    }

    private static String name(String language, String two, DisplayContext length) {
        return LocaleDisplayNames.getInstance(new ULocale(language), length).regionDisplayName(two);
    }
}
