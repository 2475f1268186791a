package io.sectorwatch.ingest.format.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sectorwatch.ingest.format.Endless;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.jsonstat.JsonStat;
import io.sectorwatch.ingest.format.sdmxjson.SdmxJson;
import io.sectorwatch.ingest.format.worldbankjson.WorldBankJson;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What all readers of JSON have in common. */
class JsonInputTest {
    private static final List<RowFormat> FORMATS = List.of(new SdmxJson(), new JsonStat(), new WorldBankJson());
    private static final String PAGE =
            "[{\"page\":1,\"pages\":1,\"total\":1},[{\"date\":\"2020\",\"value\":1,\"country\":{\"id\":\"\u00e9\"}}]]";
    private static final long LONGEST = 8L << 20;

    static Stream<Arguments> endless() {
        return FORMATS.stream().flatMap(format -> {
            String open = format instanceof WorldBankJson ? "[{" : "{";
            return Stream.of("\"", "\"a\":\"", "\"a\":1", "\"a\":[[").map(text -> arguments(format, open + text));
        });
    }

    @ParameterizedTest
    @MethodSource
    void endless(RowFormat format, String beginning) {
        Endless input = new Endless(beginning, i -> beginning.endsWith("[") ? "[[[[" : "1111");
        assertThatThrownBy(() -> format.read("endless", input, ReadOptions.NONE, new Found()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(" is longer than ");
        assertThat(input.count()).isLessThan(LONGEST);
    }

    static Stream<Arguments> memory() {
        return Stream.of(
                arguments(new SdmxJson(), "{\"structure\":{\"dimensions\":{\"series\":[{\"id\":\"A\",\"values\":["),
                arguments(
                        new SdmxJson(),
                        "{\"structure\":{\"dimensions\":{\"series\":[{\"values\":[{}],\"id\":\"A\"},{\"values\":["),
                arguments(new JsonStat(), "{\"dimension\":{\"A\":{\"category\":{\"index\":["),
                arguments(new JsonStat(), "{\"role\":{\"time\":["));
    }

    @ParameterizedTest
    @MethodSource
    void memory(RowFormat format, String beginning) {
        String text = "\"" + "a".repeat(1_000) + "\",";
        assertThatThrownBy(
                        () -> format.read("endless", new Endless(beginning, i -> text), ReadOptions.NONE, new Found()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("would take more than 128 MiB of memory");
    }

    @Test
    void refusesOtherEncodingsThanUtf8() throws IOException {
        assertThat(Found.in(new WorldBankJson(), "\uFEFF" + PAGE).rows)
                .containsExactly("country.id=\u00e9, TIME_PERIOD=2020, OBS_VALUE=1");
        assertThatThrownBy(() -> Found.in(new WorldBankJson(), PAGE.getBytes(ISO_8859_1)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the bytes are not UTF-8");
        assertThatThrownBy(() -> Found.in(
                        new WorldBankJson(), PAGE.replace("\u00e9", "e").getBytes(UTF_16LE)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no JSON");
    }

    @Test
    void saysWhereAFileIsCutOff() {
        for (int length = 0; length < PAGE.length(); length++) {
            String cut = PAGE.substring(0, length);
            assertThatThrownBy(() -> Found.in(new WorldBankJson(), cut))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageMatching(
                            length == 0 ? ".*" : "line 1, column \\d+: (the file is cut off|this is no JSON).*");
        }
    }
}
