package io.sectorwatch.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.PolicyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherCodecsTest {
    private static final String POLICY = """
            {"id":"cn-commission-2023","title":"Commission established","area":"CHN","sectors":[],"kind":"institution",\
            "instruments":["coordination"],"actors":["Central Committee"],"stance":"support","occurred":"2023",\
            "published":"2024-02-23T00:00:00Z","source":{"id":"eai-brief-1752","locator":"p5"}}""";
    private static final String TRANSITION = """
            {"alert":"9f2c","transition":"RAISED","reason":"new-period","rule":"r","ruleHash":"00","severity":"info",\
            "labels":{"team":"asia"},"series":"rd-intensity/CHN/economy/A","area":"CHN","sector":"economy",\
            "since":"2023","period":"2023","certainty":"certain","measure":{"kind":"value","value":2.65},\
            "limit":{"atLeast":2.6},"message":"m","decidedAt":"2025-01-23T00:00:00Z","evidence":["id"]}""";
    private static final String SCORECARD = """
            {"area":"CHN","sector":"economy","state":"info","indicators":[{"indicator":"rd-intensity","frequency":"A",\
            "period":"2023","value":2.58,"gap":{"benchmark":"rd-intensity/OECD/economy/A","period":"2023","value":-0.1}}],\
            "policies":{"trailingYear":{"events":1,"kinds":{"funding":1},"stances":{}},\
            "total":{"events":2,"kinds":{},"stances":{}}},"open":{"info":1},"knownAt":"2025-01-23T00:00:00Z"}""";
    private static final String SECTOR_CARD = """
            {"area":"*","sector":"economy","state":"info","indicators":[{"indicator":"rd-intensity","frequency":"A",\
            "areas":2,"highest":{"value":4.93,"of":[{"area":"KOR","period":"2024","value":4.93}]},\
            "benchmark":{"areas":1,"above":1,"possiblyAbove":0}}],\
            "policies":{"trailingYear":{"events":0,"kinds":{},"stances":{}},\
            "total":{"events":2,"kinds":{},"stances":{}}},"open":{"info":1},"openByArea":{"CHN":{"info":1}},\
            "knownAt":"2025-01-23T00:00:00Z"}""";

    @Test
    void countsAPolicyWithoutSectorsForTheEconomyAndSortsTheOthers() {
        PolicyCodec codec = new PolicyCodec();
        assertThat(codec.read(POLICY.getBytes(UTF_8)).sectors()).containsExactly(PolicyEvent.ECONOMY);
        String sectors = "[\"semiconductors\",\"aerospace\",\"aerospace\"]";
        assertThat(codec.read(POLICY.replace("\"sectors\":[]", "\"sectors\":" + sectors)
                                .getBytes(UTF_8))
                        .sectors())
                .containsExactly("aerospace", "semiconductors");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "stance":"support"  | "stance":"suport"         | field 'stance': stance 'suport' is none of support, restrict, risk, neutral; did you mean 'support'?
            "sectors"           | "sector"                  | unknown field 'sector'; did you mean 'sectors'?
            "locator"           | "page"                    | unknown field 'source.page'
            "occurred":"2023"   | "occurred":"2023-02-29"   | field 'occurred': '2023-02-29' is not a period: there is no such day
            "occurred":"2023"   | "occurred":"2999"         | period '2999' begins more than a century after its publication
            "title":"C          | "title":"\\u202eC         | field 'title': title holds the character U+202E, which nobody sees and which may have the text around it read otherwise: leave it out
            "title":"C          | "title":"\\nC             | field 'title': title is not one line of 1 to 2000 characters
            "title":"C          | "title":"\\ud800C         | a text holds half a surrogate pair, which is no character
            "area":"CHN"        | "area":7                  | field 'area' is not a text
            "actors":["         | "actors":[1,"             | field 'actors' holds something that is not a text
            "instruments":[     | "instruments":{}, "x":[   | field 'instruments' is not a list
            "kind":"institution", |                         | field 'kind' is missing
            """)
    void saysWhatIsWrongWithAPolicy(String part, @Nullable String wrong, String complaint) {
        assertThatRefused(new PolicyCodec(), POLICY, part, wrong, complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            RAISED          | RISEN             | field 'transition': 'RISEN' is none of RAISED, UPDATED, CLEARED, RETRACTED
            new-period      | because           | field 'reason': 'because' is none of new-period, revision, benchmark-new-period, benchmark-revision, rule-changed, time-passed, correction
            "severity":"info" | "severity":"high" | field 'severity': severity 'high' is none of info, warning, critical
            "area":"CHN"    | "area":"USA"      | field 'area': 'USA' is not that of the series, CHN
            "sector":"economy" | "sector":"aerospace" | field 'sector': 'aerospace' is not that of the series, economy
            {"atLeast":2.6} | {"clear":2.6}     | field 'limit' has 0 sides, not one
            {"atLeast":2.6} | {"atLeast":2.6,"below":1} | field 'limit' has 2 sides, not one
            "team":"asia"   | "team":1          | field 'labels.team' is not a text
            "kind":"value"  | "kid":"value"     | field 'measure.kind' is missing
            ["id"]          | ["id"],"evidenceCount":1   | field 'evidenceCount' counts no more than 'evidence' lists
            ["id"]          | ["id"],"evidenceCount":2.5 | field 'evidenceCount' is not a number of things
            """)
    void saysWhatIsWrongWithATransition(String part, @Nullable String wrong, String complaint) {
        assertThatRefused(new TransitionCodec(), TRANSITION, part, wrong, complaint);
    }

    @Test
    void countsTheEvidenceOnlyWhereItIsNotAllListed() {
        TransitionCodec codec = new TransitionCodec();
        String counted = TRANSITION.replace("[\"id\"]}", "[\"id\"],\"evidenceCount\":40}");
        assertThat(codec.read(counted.getBytes(UTF_8)).evidenceCount()).isEqualTo(40);
        assertThat(codec.write(codec.read(counted.getBytes(UTF_8)))).isEqualTo(counted.getBytes(UTF_8));
        assertThat(codec.read(TRANSITION.getBytes(UTF_8)).evidenceCount()).isNull();
        assertThat(codec.write(codec.read(TRANSITION.getBytes(UTF_8)))).isEqualTo(TRANSITION.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "state":"info"   | "state":"bad"         | field 'state': severity 'bad' is none of info, warning, critical
            "open":{"info"   | "open":{"inof"        | unknown field 'open.inof'; did you mean 'info'?
            "open":{"info":1 | "open":{"info":-1     | field 'open.info' is not a number of things
            "funding":1      | "funding":1.5         | field 'policies.trailingYear.kinds.funding' is not a number of things
            "events":2       | "events":"2"          | field 'policies.total.events' is not a number of things
            "value":-0.1     | "value":-0.1,"lag":1  | unknown field 'indicators[0].gap.lag'
            "frequency":"A"  | "frequency":"Y"       | field 'indicators[0].frequency': unknown frequency 'Y': one of A, S, Q, M, W, D
            """)
    void saysWhatIsWrongWithAScorecard(String part, @Nullable String wrong, String complaint) {
        assertThatRefused(new ScorecardCodec(), SCORECARD, part, wrong, complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "area":"*"            | "area":"CHN"                | field 'area' is not *
            "CHN":{"info":1}      | "CHN":{"inof":1}            | unknown field 'openByArea.CHN.inof'; did you mean 'info'?
            "areas":2             | "areas":-2                  | field 'indicators[0].areas' is not a number of things
            "value":4.93,"of"     | "of"                        | field 'indicators[0].highest.value' is missing
            "area":"KOR"          | "area":"Korea"              | field 'indicators[0].highest.of[0].area': area 'Korea' is not a code: an ISO 3166 alpha-3 code or an aggregate such as OECD, EU27, WLD
            "possiblyAbove":0     | "possibly":0                | field 'indicators[0].benchmark.possiblyAbove' is missing
            """)
    void saysWhatIsWrongWithAScorecardOfASector(String part, @Nullable String wrong, String complaint) {
        assertThatRefused(new SectorCardCodec(), SECTOR_CARD, part, wrong, complaint);
    }

    @Test
    void refusesAFieldThatStandsTwice() {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> new PolicyCodec()
                        .read(POLICY.replace("\"area\":\"CHN\"", "\"area\":\"CHN\",\"area\":\"USA\"")
                                .getBytes(UTF_8)))
                .withMessageStartingWith("not JSON: Duplicate field 'area'");
    }

    private static <T> void assertThatRefused(
            MessageCodec<T> codec, String json, String part, @Nullable String wrong, String complaint) {
        assertThat(codec.write(codec.read(json.getBytes(UTF_8)))).isNotEmpty();
        assertThat(json).contains(part);
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> codec.read(
                        json.replace(part, wrong == null ? "" : wrong).getBytes(UTF_8)))
                .withMessage(complaint);
    }
}
