package io.sectorwatch.ingest.format.worldbankjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.Originals;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with what regular expressions find in the raw text. */
class WorldBankOriginalsTest {
    @ParameterizedTest
    @CsvSource({
        "EXCERPT_GB.XPD.RSDV.GD.ZS_BRA_1990-2025__lastupdated-2026-07-13.json, GB.XPD.RSDV.GD.ZS, 2026-07-13, 1",
        "FRA_NY.GDP.MKTP.CD__lastupdated-2024-03-28.json, NY.GDP.MKTP.CD, 2024-03-28, 0"
    })
    void givesEveryObservation(String name, String indicator, String updated, int rejected) throws IOException {
        String text = Files.readString(Originals.file("world-bank/" + name));
        Found found = Found.in(new WorldBankJson(), text);

        assertThat(found.rows).hasSize(count(text, "\"date\":")).isNotEmpty();
        assertThat(found.rows.stream().filter(row -> row.contains("OBS_VALUE=")))
                .hasSize(count(text, "\"value\": ?[-0-9]"));
        assertThat(found.begun).extracting(DataSet::id).containsExactly(indicator);
        assertThat(found.begun.get(0).published()).isEqualTo(updated + "T00:00:00Z");
        // The excerpt was cut out of a longer page, and is seen to be.
        assertThat(found.rejections).hasSize(rejected);
    }

    @Test
    void refusesAListOfCountries() throws IOException {
        byte[] countries = Files.readAllBytes(Originals.file("world-bank/countries.json"));
        assertThatThrownBy(() -> Found.in(new WorldBankJson(), countries))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no observations");
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
