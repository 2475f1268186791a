package io.sectorwatch.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Topics;
import io.sectorwatch.schemas.topic.Topics.Spec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
        var transition = random.transition();
        var scorecard = random.scorecard();
        return Stream.of(
                arguments(
                        TOPICS.indicators(),
                        "observation",
                        observation,
                        observation.series().indicator()),
                arguments(TOPICS.indicators(), "tick", random.tick(), null),
                arguments(TOPICS.policies(), "policy", policy, policy.id()),
                arguments(TOPICS.alerts(), "transition", transition, transition.key()),
                arguments(TOPICS.alerts("economy"), "transition", transition, transition.key()),
                arguments(TOPICS.openAlerts(), "transition", transition, transition.key()),
                arguments(TOPICS.scorecards(), "scorecard", scorecard, scorecard.key()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageIsAsItsChannelSays(String topic, String name, Message message, @Nullable String key) {
        JsonNode described = resolved(channels(topic).get(0).at("/messages/" + name));
        Envelope envelope = Envelope.of(message);

        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        RecordHeaders written = new RecordHeaders();
        envelope.writeTo(written);
        written.forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        JsonNode attributes = resolved(described.at("/traits/0")).get("headers");
        assertThat(attributes.get("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(() -> headers.fieldNames());
        assertThat(Schemas.complaints(attributes, headers)).isEmpty();
        assertThat(Schemas.complaints(described.get("headers"), headers)).isEmpty();

        assertThat(described.at("/payload/schema/$ref").textValue()).isEqualTo("./" + name + ".schema.json");
        if (key == null) {
            assertThat(described.has("bindings")).isFalse();
        } else {
            JsonNode keySchema = resolved(described.get("bindings")).at("/kafka/key");
            assertThat(Schemas.complaints(keySchema, TextNode.valueOf(key))).isEmpty();
        }
    }

    @Test
    void everyTypeOfEventHasOneMessageAndASchema() {
        List<String> types = new ArrayList<>();
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
