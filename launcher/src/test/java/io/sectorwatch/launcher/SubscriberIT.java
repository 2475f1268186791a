package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.json.SectorCardCodec;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration leaves on the broker, as any subscriber finds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubscriberIT {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EmbeddedBroker broker;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void runTheDemonstration(@TempDir Path directory) {
        Cli cli = new Cli(directory);
        Path data = directory.resolve("data");
        Result demo = cli.run("demo", "--exit", "--data", data.toString(), "--port", Integer.toString(Cli.freePort()));
        assertThat(demo.status()).as(demo.err()).isZero();
        broker = EmbeddedBroker.start(Cli.freePort(), data.resolve("broker"));
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void topicsAreAsTheContractSaysThemToBe() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            for (Topics.Spec spec : TOPICS.all(1, Topics.DEFAULT_SECTORS)) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
                Config config = Objects.requireNonNull(
                        admin.describeConfigs(List.of(resource)).all().get().get(resource));
                for (Map.Entry<String, String> setting : spec.configs().entrySet()) {
                    ConfigEntry entry = config.get(setting.getKey());
                    assertThat(entry == null ? "" : entry.value())
                            .as(spec.name() + " " + setting.getKey())
                            .isEqualTo(setting.getValue());
                }
            }
        }
    }

    @Test
    void everyRecordIsAnEventThatItsSchemaAllows() {
        int checked = 0;
        Set<String> types = new HashSet<>();
        for (Topics.Spec topic : TOPICS.all(1, Topics.DEFAULT_SECTORS)) {
            for (ConsumerRecord<String, byte[]> record : Topic.records(broker.bootstrapServer(), topic.name())) {
                if (record.value() == null) {
                    continue;
                }
                String type = header(record, "ce_type");
                types.add(type);
                String schema = SectorCard.isKey(String.valueOf(record.key()))
                        ? "sector-card"
                        : type.replace("io.sectorwatch.", "").replace(".v1", "");
                assertThat(complaints(schema, Json.tree(record.value())))
                        .as("%s at %s", topic.name(), record.offset())
                        .isEmpty();
                assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
                assertThat(header(record, "content-type")).isEqualTo("application/json");
                assertThat(Instant.parse(header(record, "ce_time")).toEpochMilli())
                        .isEqualTo(record.timestamp());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(1139);
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "io.sectorwatch.observation.v1",
                        "io.sectorwatch.policy.v1",
                        "io.sectorwatch.release.v1",
                        "io.sectorwatch.rule.v1",
                        "io.sectorwatch.transition.v1",
                        "io.sectorwatch.scorecard.v1");
    }

    @Test
    void sectorsHaveTheSameTransitionsAndTheOpenOnesAreThoseThatDidNotEnd() {
        int routed = 0;
        for (String sector : Topics.DEFAULT_SECTORS) {
            routed += Topic.records(broker.bootstrapServer(), TOPICS.alerts(sector))
                    .size();
        }
        List<ConsumerRecord<String, byte[]>> alerts = Topic.records(broker.bootstrapServer(), TOPICS.alerts());
        assertThat(routed).isEqualTo(alerts.size());
        assertThat(alerts)
                .as("what a subscriber knows a message by that comes twice")
                .extracting(record -> header(record, "ce_id"))
                .doesNotHaveDuplicates();

        Map<String, String> last = new TreeMap<>();
        alerts.forEach(record -> last.put(record.key(), new String(record.value(), UTF_8)));
        last.values().removeIf(value -> value.contains("\"CLEARED\"") || value.contains("\"RETRACTED\""));
        Map<String, String> open = new TreeMap<>();
        Topic.records(broker.bootstrapServer(), TOPICS.openAlerts()).forEach(record -> {
            if (record.value() == null) {
                open.remove(record.key());
            } else {
                open.put(record.key(), new String(record.value(), UTF_8));
            }
        });
        assertThat(open).isEqualTo(last).isNotEmpty();
    }

    @Test
    void everySectorHasACardOverAllItsAreas() {
        Map<String, Scorecard> areas = new TreeMap<>();
        Map<String, SectorCard> sectors = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : Topic.records(broker.bootstrapServer(), TOPICS.scorecards())) {
            if (SectorCard.isKey(record.key())) {
                sectors.put(record.key(), new SectorCardCodec().read(record.value()));
            } else {
                areas.put(record.key(), new ScorecardCodec().read(record.value()));
            }
        }
        assertThat(sectors.values())
                .extracting(SectorCard::sector)
                .containsExactlyElementsOf(areas.values().stream()
                        .map(Scorecard::sector)
                        .distinct()
                        .sorted()
                        .toList())
                .hasSizeGreaterThan(3);
        assertThat(sectors.values()).allSatisfy(card -> {
            List<Scorecard> its = areas.values().stream()
                    .filter(area -> area.sector().equals(card.sector()))
                    .toList();
            assertThat(card.policies().total().events())
                    .isEqualTo(its.stream()
                            .mapToInt(area -> area.policies().total().events())
                            .sum());
            assertThat(card.openByArea().keySet())
                    .containsExactlyInAnyOrderElementsOf(its.stream()
                            .filter(area -> area.state() != null)
                            .map(Scorecard::area)
                            .toList());
        });
    }

    @Test
    void noFactWasRefused() {
        assertThat(Topic.records(broker.bootstrapServer(), TOPICS.deadLetters()))
                .isEmpty();
    }

    @Test
    void kcatReadsThem() throws IOException, InterruptedException {
        assumeTrue(installed("kcat"), "kcat is not installed, so no client of another language was tried");
        Process kcat = new ProcessBuilder(
                        "kcat",
                        "-b",
                        broker.bootstrapServer(),
                        "-t",
                        TOPICS.alerts(),
                        "-C",
                        "-e",
                        "-q",
                        "-f",
                        "%T %k %h\\n%s\\n")
                .redirectErrorStream(true)
                .start();
        String out = new String(kcat.getInputStream().readAllBytes(), UTF_8);

        assertThat(kcat.waitFor()).as(out).isZero();
        assertThat(out)
                .contains("1737590400000 rd-intensity-at-least-2.6|rd-intensity/CHN/economy/A "
                        + "ce_specversion=1.0,ce_id=")
                .contains("ce_type=io.sectorwatch.transition.v1,ce_time=2025-01-23T00:00:00Z,"
                        + "ce_subject=rd-intensity-at-least-2.6|rd-intensity/CHN/economy/A,"
                        + "content-type=application/json")
                .contains("\"transition\":\"RETRACTED\"");
    }

    private static List<?> complaints(String schema, JsonNode document) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:io/sectorwatch/schemas/" + schema + ".schema.json"))
                .validate(document, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        assertThat(header).as("%s of %s", name, record.topic()).isNotNull();
        return new String(header.value(), UTF_8);
    }

    private static boolean installed(String command) {
        try {
            return new ProcessBuilder(command, "-V")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
