package io.sectorwatch.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Observation;
import java.nio.charset.Charset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorCodecTest {
    private static final String WHOLE = """
            {"indicator":"rd-intensity","area":"CHN","sector":"economy","period":"2023","value":2.6,"comparator":">",\
            "unit":"percent-of-gdp","status":["P"],"published":"2024-02-23T00:00:00Z",\
            "source":{"id":"nbs","locator":"p1","url":"https://example.org/"},"nextRelease":"2024-10-31"}""";

    private final IndicatorCodec codec = new IndicatorCodec();

    @Test
    void fillsInWhatIsAbsent() {
        Observation observation = read("""
                {"indicator":"rd-intensity","area":"CHN","period":"2023","value":2.60,\
                "published":"2024-02-23T08:00:00+08:00","source":{"id":"nbs"}}""");
        assertThat(observation.series().sector()).isEqualTo("economy");
        assertThat(observation.status()).containsExactly("A");
        assertThat(observation.value()).hasToString("2.6");
        assertThat(observation.published()).isEqualTo("2024-02-23T00:00:00Z");
        assertThat(observation.comparator()).isNull();
        assertThat(observation.unit()).isNull();
        assertThat(observation.nextRelease()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sector", "comparator", "unit", "status", "nextRelease"})
    void takesNullForAbsent(String field) {
        String nulled = WHOLE.replaceFirst("\"" + field + "\":(\"[^\"]*\"|\\[[^]]*])", "\"" + field + "\":null");
        assertThat(nulled).contains(":null");
        assertThat(read(nulled)).isEqualTo(read(WHOLE.replaceFirst(",?\"" + field + "\":(\"[^\"]*\"|\\[[^]]*])", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                            | ["M"]
            ["A"]                         | ["M"]
            ["A","A"]                     | ["M"]
            ["O"]                         | ["O"]
            """)
    void callsAFigureWithoutAValueMissing(String status, String written) {
        String json = WHOLE.replace("\"value\":2.6,\"comparator\":\">\"", "\"value\":null")
                .replace("[\"P\"]", status);
        assertThat(new String(codec.write(read(json)), UTF_8)).contains("\"value\":null", "\"status\":" + written);
    }

    @Test
    void sortsTheStatus() {
        assertThat(read(WHOLE.replace("[\"P\"]", "[\"P\",\"B\",\"P\"]")).status())
                .containsExactly("B", "P");
    }

    @Test
    void keepsMomentsToTheMillisecond() {
        assertThat(read(WHOLE.replace("00:00:00Z", "00:00:00.123999Z")).published())
                .isEqualTo(Instant.parse("2024-02-23T00:00:00.123Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            "value":2.6          ¦ "valeu":2.6                  ¦ unknown field 'valeu'; did you mean 'value'?
            "nextRelease"        ¦ "nextrelease"                ¦ unknown field 'nextrelease'; did you mean 'nextRelease'?
            "nextRelease"        ¦ "tick"                       ¦ unknown field 'tick'
            "locator"            ¦ "locater"                    ¦ unknown field 'source.locater'; did you mean 'locator'?
            "area":"CHN"         ¦ "area":"CHN","area":"USA"    ¦ field 'area' stands twice
            "id":"nbs"           ¦ "id":"nbs","id":"oecd"       ¦ field 'source.id' stands twice
            "url":               ¦ "locator":                   ¦ field 'source.locator' stands twice
            "area":"CHN",        ¦                              ¦ field 'area' is missing
            "value":2.6,         ¦                              ¦ field 'value' is missing
            "id":"nbs",          ¦                              ¦ field 'source.id' is missing
            "value":2.6          ¦ "value":"2.6"                ¦ field 'value' is not a number
            "value":2.6          ¦ "value":null                 ¦ a comparator without a value
            "value":2.6          ¦ "value":1e400                ¦ field 'value': the number has more than 34 digits or an exponent beyond 60
            "area":"CHN"         ¦ "area":null                  ¦ field 'area' is not a text
            "area":"CHN"         ¦ "area":"China"               ¦ field 'area': area 'China' is not a code: an ISO 3166 alpha-3 code or an aggregate such as OECD, EU27, WLD
            "economy"            ¦ "Economy"                    ¦ field 'sector': sector 'Economy' is not a code: lower-case words joined by '-'
            "2023"               ¦ "2023-W53"                   ¦ field 'period': '2023-W53' is not a period: 2023 has 52 weeks
            "2023"               ¦ "2999"                       ¦ period '2999' begins more than a century after its publication
            ">"                  ¦ "~"                          ¦ field 'comparator': comparator '~' is none of <, <=, >=, > (absent for an exact value)
            ["P"]                ¦ ["M"]                        ¦ a value with the status of a missing one (M): withdraw with "value": null
            ["P"]                ¦ ["P","O"]                    ¦ a value with the status of a missing one (O, P): withdraw with "value": null
            ["P"]                ¦ "P"                          ¦ field 'status' is not a list
            ["P"]                ¦ [1]                          ¦ field 'status' holds something that is not a text
            ["P"]                ¦ ["provisional"]              ¦ field 'status': status 'provisional' is not a code of SDMX CL_OBS_STATUS
            2024-02-23T          ¦ 1969-12-31T                  ¦ field 'published': '1969-12-31T00:00:00Z' is before 1970
            2024-02-23T          ¦ 2024-02-30T                  ¦ field 'published': '2024-02-30T00:00:00Z' is not a moment: write 2024-02-23T00:00:00Z or with an offset such as +08:00
            2024-02-23T00:00:00Z ¦ 2024-02-23                   ¦ field 'published': '2024-02-23' is not a moment: write 2024-02-23T00:00:00Z or with an offset such as +08:00
            2024-02-23T          ¦ +999999999-12-31T            ¦ field 'published': '+999999999-12-31T00:00:00Z' is after the year 9999
            2024-10-31           ¦ 2024-10                      ¦ field 'nextRelease': '2024-10' is not a day: write 2024-10-31
            2024-10-31           ¦ +999999999-10-31             ¦ field 'nextRelease': '+999999999-10-31' is not a day: write 2024-10-31
            "rd-intensity"       ¦ "policy-activity.funding"    ¦ field 'indicator': indicator 'policy-activity.funding' is counted from policy events and cannot be observed
            "percent-of-gdp"     ¦ " "                          ¦ field 'unit': unit is not one line of 1 to 2000 characters
            "percent-of-gdp"     ¦ "percent\\u202e"             ¦ field 'unit': unit holds the character U+202E, which nobody sees and which may have the text around it read otherwise: leave it out
            "p1"                 ¦ "p1\\n"                      ¦ field 'source.locator': it holds the character U+000A, which nobody sees and which may have the text around it read otherwise: leave it out
            "percent-of-gdp"     ¦ "\\ud800"                    ¦ field 'unit': unit holds half a surrogate pair, which is no character
            "p1"                 ¦ "\\udc00\\ud800"             ¦ field 'source.locator': it holds half a surrogate pair, which is no character
            "id":"nbs"           ¦ "id":"n/b"                   ¦ field 'source.id': source 'n/b' is not usable: 1 to 160 visible characters without | and /
            """, quoteCharacter = '\0')
    void saysWhatIsWrong(String part, @Nullable String wrong, String complaint) {
        assertThat(WHOLE).contains(part);
        assertThatRefused(WHOLE.replace(part, wrong == null ? "" : wrong), complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "\"tick\""})
    void refusesWhatIsNotAnObject(String json) {
        assertThatRefused(json, "not a JSON object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"value\":NaN}", "{\"value\":Infinity}", "{\"value\":01}", "{'value':1}", "nonsense"})
    void refusesWhatIsNotJson(String json) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.read(json.getBytes(UTF_8)))
                .withMessageStartingWith("not JSON: ")
                .withMessageMatching(".* \\(column \\d+\\)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            {"value":NaN} ! not JSON: Non-standard token 'NaN' (column 13)
            {"value":1 ! not JSON: it is cut off in the middle (column 11)
            {"value":1] ! not JSON: Unexpected close marker ']': expected '}' (column 11)
            """)
    void saysSoWithoutTheParsersAdviceToProgrammers(String json, String complaint) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.read(json.getBytes(UTF_8)))
                .withMessage(complaint);
    }

    @Test
    void namesTheLineOfJsonThatHasSeveral() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.read("{\n \"value\": NaN}".getBytes(UTF_8)))
                .withMessageContaining("(line 2, column ");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] brokenUtf32 = {0, 0, 0, '{', 0x7f, 0x7f, 0x7f, 0x7f};
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.read(brokenUtf32))
                .withMessageStartingWith("not JSON: ");
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.read(WHOLE.replace("p1", "é").getBytes(Charset.forName("ISO-8859-1"))))
                .withMessageStartingWith("not JSON: Invalid UTF-8");
    }

    @Test
    void refusesTextsThatAreTooLargeToBeQuoted() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.read(WHOLE.replace("\"CHN\"", '"' + "C".repeat(100_000) + '"')
                        .getBytes(UTF_8)))
                .withMessageStartingWith("too large: ")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void refusesASecondValue() {
        assertThatRefused(WHOLE + WHOLE, "more than one JSON value");
    }

    @Test
    void refusesAFieldBesideATick() {
        assertThatRefused("{\"tick\":\"2025-06-01T00:00:00Z\",\"area\":\"CHN\"}", "unknown field 'area' beside 'tick'");
    }

    @Test
    void readsOnAfterARefusal() {
        assertThatRefused(WHOLE.replace("\"value\":2.6", "\"value\":true"), "field 'value' is not a number");
        assertThat(codec.write(read(WHOLE))).isEqualTo(WHOLE.getBytes(UTF_8));
    }

    private Observation read(String json) {
        return (Observation) codec.read(json.getBytes(UTF_8));
    }

    private void assertThatRefused(String json, String complaint) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.read(json.getBytes(UTF_8)))
                .withMessage(complaint);
    }
}
