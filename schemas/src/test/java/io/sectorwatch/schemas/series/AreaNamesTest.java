package io.sectorwatch.schemas.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaNamesTest {
    static Stream<String> countries() {
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).stream();
    }

    static Stream<String> groups() {
        String codes =
                "XKX CHI WLD OECD OED EU EU15 EU27 EU27_2007 EU28 EA EA19 EA20 EA21 EEA G7 G20 BRICS BRIICS AFE EAS"
                        + " SSF HIC LMY IDA TSS OWID_EUR YUG_F";
        return Stream.of(codes.split(" "));
    }

    @ParameterizedTest
    @MethodSource({"countries", "groups"})
    void everyCountryAndGroupHasAName(String code) {
        assertThat(AreaNames.of(code))
                .isNotEqualTo(code)
                .matches("(the )?\\p{L}[^,\"]*[\\p{L}0-9]")
                .doesNotStartWith("The ");
    }

    @Test
    void noTwoCountriesHaveTheSameName() {
        assertThat(countries().map(AreaNames::of)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            CHN   | China                | China's
            NLD   | the Netherlands      | the Netherlands'
            USA   | the United States    | the United States'
            GBR   | the United Kingdom   | the United Kingdom's
            KOR   | South Korea          | South Korea's
            CIV   | Côte d'Ivoire        | Côte d'Ivoire's
            OECD  | the OECD             | the OECD's
            EU27  | the EU-27            | the EU-27's
            BRICS | the BRICS            | the BRICS's
            WLD   | the world            | the world's
            """)
    void namesAnAreaInASentence(String code, String name, String owner) {
        assertThat(AreaNames.of(code)).isEqualTo(name);
        assertThat(AreaNames.owner(code)).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OECD", "EU", "EU27", "EU27_2007", "EA20", "WLD", "G7", "HIC", "SSF", "OWID_EUR"})
    void knowsAGroupOfAreas(String code) {
        assertThat(AreaNames.isGroup(code)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("countries")
    @ValueSource(strings = {"XKX", "CHI", "YUG_F", "OWID_USS", "XX_NEW"})
    void whatIsNoGroupIsAnAreaOfItsOwn(String code) {
        assertThat(AreaNames.isGroup(code)).isFalse();
    }

    @Test
    void callsAnUnknownAreaByItsCode() {
        assertThat(AreaNames.of("XX_NEW")).isEqualTo("XX_NEW");
        assertThat(AreaNames.owner("XX_NEW")).isEqualTo("XX_NEW's");
    }
}
