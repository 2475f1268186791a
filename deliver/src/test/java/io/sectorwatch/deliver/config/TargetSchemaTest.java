package io.sectorwatch.deliver.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sectorwatch.deliver.Examples;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.topic.Topics;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import io.sectorwatch.schemas.yaml.YamlTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader agree. */
class TargetSchemaTest {
    private static final String HOOK = "webhook: {url: 'http://127.0.0.1:1/'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{page: 'http://127.0.0.1:8080', targets: [{name: a, " + HOOK + "}]}",
                "{targets: [{name: a, from: beginning, where: {rule: a, indicator: [b], area: CHN, sector: [c, d],"
                        + " severity: [info, warning], transition: RAISED, label: {e: f, g: [h]}}, " + HOOK + "}]}",
                "{targets: [{name: a, alertmanager: {urls: ['http://127.0.0.1:1'], headers: {A: b}, proxy: 'c:1',"
                        + " timeout: 5s}}]}",
                "{targets: [{name: a, webhook: {url: 'http://127.0.0.1:1/', mode: structured, headers: {A: b}, proxy: 'c:1',"
                        + " timeout: 500ms, secret: 'env:CHAT_SECRET'}}]}",
                "{targets: [{name: a, webhook: {url: 'http://127.0.0.1:1/', batch: 10}}]}",
                "{targets: [{name: a, webhook: {url: 'http://127.0.0.1:1/', template: slack}}]}",
            })
    void bothAccept(String yaml) throws Exception {
        Examples.read(yaml);

        assertThat(schema().validate(tree(yaml))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{targets: []}",
                "{targets: [{name: a}]}",
                "{targets: [{name: A b, " + HOOK + "}]}",
                "{targets: [{" + HOOK + "}]}",
                "{targets: [{name: a, " + HOOK + ", alertmanager: {urls: ['http://127.0.0.1:1']}}]}",
                "{targets: [{name: a, from: then, " + HOOK + "}]}",
                "{targets: [{name: a, where: {severity: grave}, " + HOOK + "}]}",
                "{targets: [{name: a, where: {transition: []}, " + HOOK + "}]}",
                "{targets: [{name: a, webhook: {}}]}",
                "{targets: [{name: a, webhook: {url: 'http://127.0.0.1:1/', batch: 1001}}]}",
                "{targets: [{name: a, webhook: {url: 'http://127.0.0.1:1/', timeout: 5}}]}",
                "{targets: [{name: a, webhook: {url: 'http://127.0.0.1:1/', template: teams}}]}",
                "{targets: [{name: a, alertmanager: {urls: []}}]}",
            })
    void bothRefuse(String yaml) throws Exception {
        assertThat(mistakes(yaml)).isNotEmpty();
        assertThat(schema().validate(tree(yaml))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/properties                    | {%s: 1}",
                "/$defs/target/properties       | {targets: [{%s: 1}]}",
                "/$defs/where/properties        | {targets: [{name: a, where: {%s: 1}}]}",
                "/$defs/webhook/properties      | {targets: [{name: a, webhook: {%s: 1}}]}",
                "/$defs/alertmanager/properties | {targets: [{name: a, alertmanager: {%s: 1}}]}",
            })
    void theReaderKnowsEveryFieldOfTheSchema(String properties, String yaml) throws Exception {
        JsonNode fields = document().at(properties);

        assertThat(fields.properties())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(mistakes(yaml.replace("targets: [], targets: 1", "targets: 1")
                                .formatted(field.getKey())))
                        .doesNotContain("'" + field.getKey() + "' is unknown")
                        .doesNotContain("." + field.getKey() + "' is unknown"));
        assertThat(mistakes(yaml.formatted("zzzzzzzz"))).contains("zzzzzzzz' is unknown");
    }

    private static String mistakes(String yaml) {
        try {
            Examples.read(yaml);
            return "";
        } catch (UnusableFileException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static JsonNode tree(String yaml) throws UnusableFileException {
        return YamlTree.read("test", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .root();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document());
    }

    private static JsonNode document() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Topics.class.getResourceAsStream("/io/sectorwatch/schemas/deliver-file.schema.json"))) {
            return Json.tree(in.readAllBytes());
        }
    }
}
