package io.sectorwatch.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Frequency;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageSchemaTest {
    /** Components that stand in a message as other fields. */
    private static final Map<Class<?>, Map<String, Set<String>>> WRITTEN_AS = Map.of(
            Observation.class, Map.of("series", Set.of("indicator", "area", "sector")),
            Transition.class, Map.of("series", Set.of("series", "area", "sector")),
            SectorCard.class, Map.of("sector", Set.of("area", "sector")),
            ClosedRelease.class, Map.of("tally", Set.of("counts")),
            ClosedRelease.Tally.class, Map.of("added", Set.of("new")),
            Limit.class, Map.of("side", Set.of(), "value", Set.of("below", "atMost", "above", "atLeast")));

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments("observation", (Function<RandomMessages, Message>) RandomMessages::observation),
                arguments("tick", (Function<RandomMessages, Message>) RandomMessages::tick),
                arguments("policy", (Function<RandomMessages, Message>) RandomMessages::policy),
                arguments("release", (Function<RandomMessages, Message>) RandomMessages::release),
                arguments("correction", (Function<RandomMessages, Message>) RandomMessages::correction),
                arguments("transition", (Function<RandomMessages, Message>) RandomMessages::transition),
                arguments("scorecard", (Function<RandomMessages, Message>) RandomMessages::scorecard),
                arguments("sector-card", (Function<RandomMessages, Message>) RandomMessages::sectorCard));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageThatIsWrittenIsValid(String name, Function<RandomMessages, Message> messages) {
        for (long seed = 0; seed < 1_000; seed++) {
            byte[] value = Envelope.of(messages.apply(new RandomMessages(seed))).value();
            assertThat(Schemas.complaints(name, Json.tree(value)))
                    .as("seed %d: %s", seed, new String(value, UTF_8))
                    .isEmpty();
        }
    }

    static Stream<Arguments> records() {
        return Stream.of(
                arguments(Observation.class, "observation", ""),
                arguments(Tick.class, "tick", ""),
                arguments(PolicyEvent.class, "policy", ""),
                arguments(ClosedRelease.class, "release", ""),
                arguments(ClosedRelease.Tally.class, "release", "/properties/counts"),
                arguments(Correction.class, "correction", ""),
                arguments(Source.class, "common", "/$defs/source"),
                arguments(Transition.class, "transition", ""),
                arguments(Transition.Measure.class, "transition", "/properties/measure"),
                arguments(Limit.class, "transition", "/properties/limit"),
                arguments(Transition.Figure.class, "transition", "/$defs/figure"),
                arguments(Scorecard.class, "scorecard", ""),
                arguments(Scorecard.Line.class, "scorecard", "/$defs/line"),
                arguments(Scorecard.Gap.class, "scorecard", "/$defs/gap"),
                arguments(Scorecard.Policies.class, "scorecard", "/properties/policies"),
                arguments(Scorecard.Counts.class, "scorecard", "/$defs/counts"),
                arguments(SectorCard.class, "sector-card", ""),
                arguments(Scorecard.Policies.class, "sector-card", "/properties/policies"),
                arguments(SectorCard.Spread.class, "sector-card", "/$defs/spread"),
                arguments(SectorCard.Statistic.class, "sector-card", "/$defs/statistic"),
                arguments(SectorCard.AreaFigure.class, "sector-card", "/$defs/figure"),
                arguments(SectorCard.Comparison.class, "sector-card", "/$defs/comparison"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyComponentIsInTheSchemaAndNothingElse(Class<?> type, String schema, String at) {
        Set<String> components = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            components.addAll(WRITTEN_AS
                    .getOrDefault(type, Map.of())
                    .getOrDefault(component.getName(), Set.of(component.getName())));
        }
        JsonNode object = Schemas.document(schema).at(at);
        assertThat(object.get("properties").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(components);
        assertThat(object.get("additionalProperties").booleanValue()).isFalse();
        assertThat(object.path("required"))
                .allSatisfy(name -> assertThat(components).contains(name.textValue()));
    }

    @Test
    void everyCodeIsInTheSchemaAndNoOther() {
        assertThatCodes("transition", "/properties/transition", Transition.Type.values(), Transition.Type::name);
        assertThatCodes("transition", "/properties/reason", Transition.Reason.values(), Transition.Reason::code);
        assertThatCodes(
                "transition", "/properties/certainty", Transition.Certainty.values(), Transition.Certainty::code);
        assertThatCodes("correction", "/properties/state", Correction.State.values(), Correction.State::code);
        assertThatCodes("common", "/$defs/severity", Severity.values(), Severity::code);
        assertThatCodes("common", "/$defs/comparator", Bound.values(), Bound::symbol);
        assertThatCodes("common", "/$defs/frequency", Frequency.values(), Frequency::name);
        assertThatCodes("policy", "/properties/stance", PolicyCodec.STANCES.toArray(String[]::new), code -> code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            "value":2.6,"comparator":">" ¦ "value":null,"comparator":">"
            "status":["P"]               ¦ "status":["M"]
            "source":{"id":              ¦ "source":{"locator":"p1\\u2028","id":
            "indicator":"rd-intensity"   ¦ "indicator":"policy-activity.funding"
            "indicator":"rd-intensity"   ¦ "indicator":"policy-activity"
            "indicator":"rd-intensity"   ¦ "indicator":"R&D"
            "area":"CHN"                 ¦ "area":"China"
            "area":"CHN"                 ¦ "area":"CHN","sektor":"economy"
            "period":"2023"              ¦ "period":"2023-Q5"
            "period":"2023"              ¦ "period":"2023-13"
            "period":"2023"              ¦ "period":2023
            "value":2.6                  ¦ "value":"2.6"
            "value":2.6                  ¦ "value":1e400
            "2024-02-23T00:00:00Z"       ¦ "2024-02-23"
            "2024-02-23T00:00:00Z"       ¦ "1969-12-31T00:00:00Z"
            "id":"nbs"                   ¦ "id":"n/b"
            "id":"nbs"                   ¦ "name":"nbs"
            "2024-10-31"                 ¦ "2024-10"
            "2024-10-31"                 ¦ "2024-02-30"
            """)
    void theSchemaRefusesWhatTheCodecRefuses(String part, String wrong) {
        String json = """
                {"indicator":"rd-intensity","area":"CHN","period":"2023","value":2.6,"comparator":">","status":["P"],\
                "published":"2024-02-23T00:00:00Z","source":{"id":"nbs"},"nextRelease":"2024-10-31"}""";
        assertThat(Schemas.complaints("observation", Json.tree(json.getBytes(UTF_8))))
                .isEmpty();
        assertThat(new IndicatorCodec().read(json.getBytes(UTF_8))).isNotNull();
        assertThat(json).contains(part);
        byte[] changed = json.replace(part, wrong).getBytes(UTF_8);
        assertThat(Schemas.complaints("observation", Json.tree(changed))).isNotEmpty();
        assertThat(catchThrowable(() -> new IndicatorCodec().read(changed)))
                .isInstanceOf(MalformedMessageException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            release    ¦ "oecd-msti/2024-03-13" ¦ ""
            release    ¦ "oecd-msti/2024-03-13" ¦ " "
            release    ¦ "oecd-msti/2024-03-13" ¦ "a\\nb"
            release    ¦ "oecd-msti/2024-03-13" ¦ "a\\u2066b"
            release    ¦ "MSTI" ¦ "M\\ufeffSTI"
            release    ¦ "oecd-msti/2024-03-13" ¦ 7
            release    ¦ "MSTI"                 ¦ ""
            release    ¦ "2024-03-13T11:00:00Z" ¦ "2024-03-13"
            release    ¦ "id":"oecd"            ¦ "id":"o/ecd"
            release    ¦ "new":812,             ¦
            release    ¦ 812                    ¦ -1
            release    ¦ 812                    ¦ 8.5
            release    ¦ 812                    ¦ 2147483648
            release    ¦ "counts"               ¦ "count"
            correction ¦ 169a446d146570f8       ¦ 169A446D146570F8
            correction ¦ 169a446d146570f8       ¦ 169a
            correction ¦ "void"                 ¦ "VOID"
            correction ¦ "540 for 54.0"         ¦ " "
            correction ¦ "540 for 54.0"         ¦ "a\\u0085"
            correction ¦ "2026-11-28T09:00:00Z" ¦ "1969-11-28T09:00:00Z"
            correction ¦ "at"                   ¦ "published"
            """)
    void theSchemaRefusesWhatTheCodecRefusesOfWhatIsSaidAboutFacts(String schema, String part, @Nullable String wrong) {
        String json = schema.equals("release") ? """
                {"release":"oecd-msti/2024-03-13","title":"MSTI","published":"2024-03-13T11:00:00Z",\
                "source":{"id":"oecd"},"counts":{"new":812,"revised":57,"withdrawn":3}}""" : """
                {"fact":"169a446d146570f8169a446d146570f8","state":"void","because":"540 for 54.0",\
                "at":"2026-11-28T09:00:00Z"}""";
        assertThat(json).contains(part);
        assertThat(Schemas.complaints(schema, Json.tree(json.getBytes(UTF_8)))).isEmpty();
        assertThat(new AboutFactsCodec().read(json.getBytes(UTF_8))).isNotNull();
        byte[] changed = json.replace(part, wrong == null ? "" : wrong).getBytes(UTF_8);
        assertThat(Schemas.complaints(schema, Json.tree(changed))).isNotEmpty();
        assertThat(catchThrowable(() -> new AboutFactsCodec().read(changed)))
                .isInstanceOf(MalformedMessageException.class);
    }

    private static <T> void assertThatCodes(String schema, String at, T[] values, Function<T, String> code) {
        assertThat(Schemas.document(schema).at(at).get("enum"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(values).map(code).toList());
    }
}
