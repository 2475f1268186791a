package io.sectorwatch.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class AboutFactsCodecTest {
    private static final String FACT = "169a446d146570f89d8c7b6a5900ff11";
    private static final List<String> RELEASE = List.of(
            "\"release\":\"oecd-msti/2024-03-13\"",
            "\"title\":\"MSTI\"",
            "\"published\":\"2024-03-13T11:00:00Z\"",
            "\"source\":{\"id\":\"oecd\",\"locator\":\"t1\",\"url\":\"https://example.org/\"}",
            "\"counts\":{\"new\":812,\"revised\":57,\"withdrawn\":3}");
    private static final List<String> CORRECTION = List.of(
            "\"fact\":\"" + FACT + '"',
            "\"state\":\"void\"",
            "\"because\":\"540 was typed for 54.0\"",
            "\"at\":\"2026-11-28T09:00:00Z\"");

    static final List<MessageCodec<? extends Message>> CODECS =
            List.of(new AboutFactsCodec(), new IndicatorCodec(), new PolicyMessageCodec());

    @ParameterizedTest
    @FieldSource("CODECS")
    void isToldByItsFieldsInAnyOrder(MessageCodec<? extends Message> codec) {
        Random random = new Random(1);
        for (List<String> fields : List.of(RELEASE, CORRECTION)) {
            Message inOrder = codec.read(object(fields));
            assertThat(inOrder).isInstanceOf(fields == RELEASE ? ClosedRelease.class : Correction.class);
            List<String> shuffled = new ArrayList<>(fields);
            for (int i = 0; i < 200; i++) {
                Collections.shuffle(shuffled, random);
                assertThat(codec.read(object(shuffled))).as("%s", shuffled).isEqualTo(inOrder);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CODECS")
    void needsNeitherTitleNorCounts(MessageCodec<? extends Message> codec) {
        ClosedRelease release =
                (ClosedRelease) codec.read(object(List.of(RELEASE.get(0), RELEASE.get(2), RELEASE.get(3))));
        assertThat(release.title()).isNull();
        assertThat(release.tally()).isNull();
        assertThat(codec.read(object(
                        List.of(RELEASE.get(0), "\"title\":null", RELEASE.get(2), RELEASE.get(3), "\"counts\":null"))))
                .isEqualTo(release);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "release":"oecd-msti/2024-03-13" | "release":""     | field 'release': release is not one line of 1 to 200 characters
            "release":"oecd-msti/2024-03-13" | "release":7      | field 'release' is not a text
            "title":"MSTI"                   | "titel":"MSTI"   | unknown field 'titel'; did you mean 'title'?
            "title":"MSTI"                   | "title":""       | field 'title': title is not one line of 1 to 2000 characters
            2024-03-13T11:00:00Z             | 2024-03-13       | field 'published': '2024-03-13' is not a moment: write 2024-02-23T00:00:00Z or with an offset such as +08:00
            "source":                        | "sauce":         | field 'source' is missing
            "id":"oecd"                      | "name":"oecd"    | field 'source.id' is missing
            "new":812                        | "new":-1         | field 'counts.new' is not a number of things
            "new":812,                       |                  | field 'counts.new' is missing
            "revised":57                     | "revised":57,"x":1 | unknown field 'counts.x'
            """)
    void saysWhatIsWrongWithARelease(String part, @Nullable String wrong, String complaint) {
        assertThatRefused(RELEASE, part, wrong, complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            169a446d14             | 169A446d14         | field 'fact': '169A446d146570f89d8c7b6a5900ff11' is not the id of a fact: 32 hexadecimal digits, letters in lower case
            169a446d14             | 169a446d1          | field 'fact': '169a446d16570f89d8c7b6a5900ff11' is not the id of a fact: 32 hexadecimal digits, letters in lower case
            "void"                 | "gone"             | field 'state': state 'gone' is none of void, valid
            540 was typed for 54.0 |                    | field 'because': because is not one line of 1 to 1000 characters
            ,"because":            | ,"becuase":        | field 'because' is missing
            "at":                  | "when":            | field 'at' is missing
            "at":                  | "x":1,"at":        | unknown field 'x'
            """)
    void saysWhatIsWrongWithACorrection(String part, @Nullable String wrong, String complaint) {
        assertThatRefused(CORRECTION, part, wrong, complaint);
    }

    @Test
    void boundsTheReason() {
        assertThat(new AboutFactsCodec().read(object(because("x".repeat(1_000)))))
                .isNotNull();
        assertThatRefused(
                CORRECTION,
                "540 was typed for 54.0",
                "x".repeat(1_001),
                "field 'because': because is not one line of 1 to 1000 characters");
    }

    @Test
    void takesAFactWithAFieldTooManyForAFact() {
        String observation = "{\"indicator\":\"rd-intensity\",\"release\":\"r\"}";
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> new IndicatorCodec().read(observation.getBytes(UTF_8)))
                .withMessage("unknown field 'release'");
        String policy = "{\"release\":\"r\",\"id\":\"p\"}";
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> new PolicyMessageCodec().read(policy.getBytes(UTF_8)))
                .withMessage("field 'title' is missing");
    }

    private static List<String> because(String reason) {
        return List.of(CORRECTION.get(0), CORRECTION.get(1), "\"because\":\"" + reason + '"', CORRECTION.get(3));
    }

    private static byte[] object(List<String> fields) {
        return ('{' + String.join(",", fields) + '}').getBytes(UTF_8);
    }

    private static void assertThatRefused(List<String> fields, String part, @Nullable String wrong, String complaint) {
        String json = new String(object(fields), UTF_8);
        assertThat(json).contains(part);
        byte[] changed = json.replace(part, wrong == null ? "" : wrong).getBytes(UTF_8);
        for (MessageCodec<? extends Message> codec : CODECS) {
            assertThatExceptionOfType(MalformedMessageException.class)
                    .isThrownBy(() -> codec.read(changed))
                    .withMessage(complaint);
        }
    }
}
