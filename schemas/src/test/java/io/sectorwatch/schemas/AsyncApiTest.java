package io.sectorwatch.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Topics;
import io.sectorwatch.schemas.topic.Topics.Spec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncApiTest {
    private static final JsonNode DOCUMENT = Schemas.yaml(Schemas.resource("asyncapi.yaml"));
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int PARTITIONS = 7;

    static Stream<Spec> topics() {
        return TOPICS.all(PARTITIONS, Topics.DEFAULT_SECTORS).stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicHasAChannelWithItsSettings(Spec topic) {
        List<JsonNode> channels = channels(topic.name());
        assertThat(channels).hasSize(1);
        JsonNode kafka = resolved(channels.get(0).get("bindings")).get("kafka");
        Map<String, String> configuration = new TreeMap<>();
        kafka.get("topicConfiguration")
                .properties()
                .forEach(config -> configuration.put(config.getKey(), setting(config.getValue())));
        assertThat(configuration).isEqualTo(topic.configs());
        assertThat(kafka.path("partitions").asInt(PARTITIONS)).isEqualTo(topic.partitions());
    }

    @Test
    void everyChannelIsATopicAndHasAnOperation() {
        assertThat(DOCUMENT.get("channels")).isNotEmpty().allSatisfy(channel -> {
            assertThat(topics().filter(topic -> isAddress(channel, topic.name())))
                    .isNotEmpty();
            assertThat(DOCUMENT.get("operations"))
                    .extracting(operation -> resolved(operation.get("channel")))
                    .containsOnlyOnce(channel);
        });
    }

    static Stream<Arguments> messages() {
        RandomMessages random = new RandomMessages(3);
        var observation = random.observation();
        var policy = random.policy();
        var release = random.release();
        var correction = random.correction();
        var transition = random.transition();
        var scorecard = random.scorecard();
        var sectorCard = random.sectorCard();
        return Stream.of(
                arguments(
                        TOPICS.indicators(),
                        "observation",
                        observation,
                        observation.series().indicator()),
                arguments(TOPICS.indicators(), "tick", random.tick(), null),
                arguments(TOPICS.indicators(), "release", release, null),
                arguments(TOPICS.indicators(), "correction", correction, "rd-intensity"),
                arguments(TOPICS.policies(), "policy", policy, policy.id()),
                arguments(TOPICS.policies(), "release", release, null),
                arguments(TOPICS.policies(), "correction", correction, policy.id()),
                arguments(TOPICS.alerts(), "transition", transition, transition.key()),
                arguments(TOPICS.alerts("economy"), "transition", transition, transition.key()),
                arguments(TOPICS.openAlerts(), "transition", transition, transition.key()),
                arguments(TOPICS.scorecards(), "scorecard", scorecard, scorecard.key()),
                arguments(TOPICS.scorecards(), "sectorCard", sectorCard, sectorCard.key()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageIsAsItsChannelSays(String topic, String name, Message message, @Nullable String key) {
        JsonNode described = resolved(channels(topic).get(0).at("/messages/" + name));
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        RecordHeaders written = new RecordHeaders();
        extended(message).writeTo(written);
        written.forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        Set<String> attributes = new TreeSet<>();
        for (JsonNode trait : described.get("traits")) {
            JsonNode schema = resolved(trait).get("headers");
            schema.get("properties").fieldNames().forEachRemaining(attributes::add);
            assertThat(Schemas.complaints(schema, headers)).isEmpty();
        }
        assertThat(attributes).containsExactlyInAnyOrderElementsOf(() -> headers.fieldNames());
        assertThat(Schemas.complaints(described.get("headers"), headers)).isEmpty();

        assertThat(described.at("/payload/schema/$ref").textValue()).isEqualTo("./" + file(name) + ".schema.json");
        if (key == null) {
            assertThat(described.has("bindings")).isFalse();
        } else {
            JsonNode keySchema = resolved(described.get("bindings")).at("/kafka/key");
            assertThat(Schemas.complaints(keySchema, TextNode.valueOf(key))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void theReleaseOfAFactIsCheckedAsItIsRead(String release) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode().put("ce_release", release);
        assertThat(Schemas.complaints(DOCUMENT.at("/components/messageTraits/fact/headers"), headers))
                .isNotEmpty();
        assertThat(catchThrowable(
                        () -> Envelope.releaseIn(new RecordHeaders().add("ce_release", release.getBytes(UTF_8)))))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void everyTypeOfEventHasAMessageAndASchema() {
        Set<String> types = new TreeSet<>();
        for (JsonNode message : DOCUMENT.at("/components/messages")) {
            if (message.has("traits")) {
                types.add(message.at("/headers/properties/ce_type/const").textValue());
                String schema = message.at("/payload/schema/$ref").textValue();
                assertThat(Schemas.document(schema.replace("./", "").replace(".schema.json", "")))
                        .isNotEmpty();
            }
        }
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::code).toList());
    }

    @Test
    void rulesGoByTheirIdAndAreRemovedByATombstone() {
        JsonNode messages = channels(TOPICS.rules()).get(0).get("messages");
        assertThat(resolved(messages.get("removal")).at("/payload/type").textValue())
                .isEqualTo("null");
        assertThat(resolved(messages.get("rule")).get("bindings"))
                .isEqualTo(resolved(messages.get("removal")).get("bindings"));
    }

    private static String file(String message) {
        return message.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    // With every attribute that it can have.
    private static Envelope extended(Message message) {
        Envelope envelope = Envelope.of(message);
        if (message instanceof Observation || message instanceof PolicyEvent) {
            return envelope.withRelease("oecd-msti/2024-03-13");
        }
        return message instanceof Transition
                ? envelope.withRecordedTime(Instant.parse("2026-11-28T09:00:00.5Z"))
                        .withRelease("oecd-msti/2024-03-13")
                : envelope;
    }

    private static List<JsonNode> channels(String topic) {
        List<JsonNode> channels = new ArrayList<>();
        DOCUMENT.get("channels").forEach(channel -> {
            if (isAddress(channel, topic)) {
                channels.add(channel);
            }
        });
        return channels;
    }

    private static boolean isAddress(JsonNode channel, String topic) {
        String prefix =
                resolved(channel.at("/parameters/prefix")).get("default").textValue();
        String address = channel.get("address").textValue().replace("{prefix}", prefix);
        return topic.matches(address.replace(".", "\\.").replace("{sector}", "[a-z-]+"));
    }

    private static JsonNode resolved(JsonNode node) {
        JsonNode target = DOCUMENT.at(node.path("$ref").asText("#").substring(1));
        return node.has("$ref") ? target : node;
    }

    private static String setting(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> settings = new ArrayList<>();
        value.forEach(setting -> settings.add(setting.textValue()));
        return String.join(",", settings);
    }
}
