package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.replay.broker.ReplayJournal;
import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Replays of the demonstration, whose live decisions are there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class ReplayIT {
    private static final Topics LIVE = new Topics(Topics.DEFAULT_PREFIX);
    private static final String RULES = "../rules/rd-intensity.yaml";

    private Path directory = Path.of("");
    private EmbeddedBroker broker;
    private Set<String> topicsBefore = Set.of();
    private Map<String, Long> live = Map.of();
    private String hash = "";

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void decideLive(@TempDir Path temporary) throws Exception {
        directory = temporary;
        String data = directory.resolve("live").toString();
        Result demo = cli().run("demo", "--exit", "--data", data, "--port", Integer.toString(Cli.freePort()));
        assertThat(demo.status()).as(demo.err()).isZero();
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("live").resolve("broker"));
        topicsBefore = topics();
        live = liveState();
        // Nothing but the facts and the rules, in a process that knows no broker.
        Result inProcess = cli().run(
                        "replay",
                        "--file",
                        "brief",
                        "history",
                        "--rules",
                        RULES,
                        "--rules",
                        "../rules/strategic-sectors.yaml",
                        "--output",
                        "jsonl");
        assertThat(inProcess.status()).as(inProcess.err()).isZero();
        hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(inProcess.out().getBytes(UTF_8)));
        assertThat(inProcess.err()).contains(hash);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void decidesWhatWasDecidedLiveAndLeavesNothing() throws Exception {
        Path manifest = directory.resolve("manifest.json");

        Result replay = replay("--expect-same", "--manifest", manifest.toString());

        assertThat(replay.status()).as(replay.err()).isZero();
        assertThat(replay.err()).contains("Replayed 1,139 facts.", hash);
        assertThat(replay.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80))
                .anySatisfy(line -> assertThat(line).matches(" all rules +\\| +90 \\| +0 \\| +0 \\| +0 "));
        assertThat(Files.readString(manifest))
                .contains("\"topic\" : \"sectorwatch.indicators\"", "as they stood at each time", hash);
        assertNothingIsLeft();
    }

    @Test
    void aRuleThatNeverWasIsRefusedAndLeavesNothing() throws Exception {
        Result replay = replay("--rule", "rd-intensity-below-oced", "--expect-same");

        assertThat(replay.status()).isEqualTo(2);
        assertThat(replay.err())
                .contains("there is no rule 'rd-intensity-below-oced'; did you mean 'rd-intensity-below-oecd'?");
        assertNothingIsLeft();
    }

    @Test
    void killedAndStartedAgainOnTwelvePartitionsItGoesOnToTheSameEnd() throws Exception {
        String[] arguments = arguments("--name", "killed", "--partitions", "12", "--threads", "4");
        ReplayTopics topics = new ReplayTopics(LIVE, "killed");
        Server server = Server.at(broker.bootstrapServer(), Map.of());
        Running killed = cli().start(Map.of(), arguments);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ReplayJournal.read(server, topics)
                                .filter(ReplayJournal::staged)
                                .isPresent()
                        || !killed.process().isAlive());
        killed.process().destroyForcibly();
        killed.await();
        assertThat(cli().run("replay", "list", "--bootstrap-server", broker.bootstrapServer())
                        .out())
                .contains("killed", "deciding");

        Result again = cli().run(arguments);

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.err()).contains("Going on with the replay 'killed'", hash);
        assertNothingIsLeft();
    }

    @Test
    void otherRulesDifferAndAreKeptForSubscribersUntilTheyAreRemoved() throws Exception {
        Path rules = Files.writeString(
                directory.resolve("rules.yaml"),
                Files.readString(Path.of(RULES)).replace("atLeast: 2.6}", "atLeast: 2.7}"));
        Path comparison = directory.resolve("comparison.jsonl");
        Path page = directory.resolve("page.html");

        Result replay = replay(
                "--name",
                "other",
                "--keep",
                "--partitions",
                "3",
                "--threads",
                "2",
                "--rules",
                rules.toString(),
                "--rule",
                "rd-intensity-at-least-2.6,rd-intensity-below-oecd",
                "--area",
                "CHN",
                "--from",
                "2024-01-01",
                "--expect-same",
                "--comparison",
                comparison.toString(),
                "--html",
                page.toString());

        assertThat(replay.status()).as(replay.err()).isEqualTo(1);
        assertThat(replay.out())
                .contains(
                        "6: rule changed",
                        "2024-02-23  different    RAISED (rule changed)",
                        "2024-02-29  different    UPDATED, in the replay RETRACTED (rule changed)",
                        "2024-10-02  only live    UPDATED (rule changed)")
                .containsPattern("rd-intensity-below-oecd +\\| +[1-9]\\d* \\| +0 \\| +0 \\| +0 ");
        assertThat(Files.readString(comparison).lines())
                .anyMatch(
                        line -> line.startsWith(
                                "{\"outcome\":\"only-live\",\"cause\":\"rule-changed\",\"decidedAt\":\"2024-10-02T00:00:00Z\""));
        assertThat(Files.readString(page))
                .contains("<title>Replay: 6 of ", "R&amp;D intensity of 2023", "6: rule changed")
                .as("what it needs stands in it")
                .doesNotContain("src=", "href=", "@import", "url(", "<script")
                .as("text is no markup")
                .doesNotContain("R&D");
        assertThat(Topic.records(broker.bootstrapServer(), "sectorwatch.replay.other.alerts"))
                .isNotEmpty();
        assertThat(topics()).doesNotContain("sectorwatch.replay.other.history");
        assertThat(cli().run("replay", "list", "--bootstrap-server", broker.bootstrapServer())
                        .out())
                .contains("other", "done");
        Result sameName = replay("--name", "other");
        assertThat(sameName.status()).isEqualTo(2);
        assertThat(sameName.err()).contains("the replay 'other' was kept");
        assertThat(Topic.records(broker.bootstrapServer(), "sectorwatch.replay.other.alerts"))
                .isNotEmpty();
        Result removed = cli().run(
                        "replay", "remove", "other", "--bootstrap-server", broker.bootstrapServer(), "--data", data());
        assertThat(removed.status()).as(removed.err()).isZero();
        assertNothingIsLeft();
    }

    @Test
    void anArchiveIsPublishedAgainByteForByte() throws Exception {
        String folder = directory.resolve("archive").toString();
        Topics copy = new Topics("copy.");
        Result export = cli().run("archive", "export", "--bootstrap-server", broker.bootstrapServer(), folder);
        assertThat(export.status()).as(export.err()).isZero();
        assertThat(cli().run("topics", "--bootstrap-server", broker.bootstrapServer(), "--prefix", copy.prefix())
                        .status())
                .isZero();

        Result imported = cli().run(
                        "archive",
                        "import",
                        "--bootstrap-server",
                        broker.bootstrapServer(),
                        "--prefix",
                        copy.prefix(),
                        folder);

        assertThat(imported.status()).as(imported.err()).isZero();
        assertThat(records(copy.indicators())).isEqualTo(records(LIVE.indicators()));
        assertThat(records(copy.policies())).isEqualTo(records(LIVE.policies()));
        assertThat(records(copy.rules())).containsExactlyInAnyOrderElementsOf(records(LIVE.rules()));
        Path facts = directory.resolve("archive").resolve("facts.jsonl.gz");
        Files.write(facts, Arrays.copyOf(Files.readAllBytes(facts), 5_000));
        Result damaged = cli().run(
                        "archive",
                        "import",
                        "--bootstrap-server",
                        broker.bootstrapServer(),
                        "--prefix",
                        copy.prefix(),
                        folder);
        assertThat(damaged.status()).isEqualTo(2);
        assertThat(damaged.err().lines())
                .singleElement()
                .asString()
                .contains("facts.jsonl.gz cannot be read to its end");
    }

    private List<String> records(String topic) {
        return Topic.records(broker.bootstrapServer(), topic).stream()
                .map(record -> record.key() + " " + record.timestamp() + " "
                        + Arrays.stream(record.headers().toArray())
                                .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
                                .toList()
                        + new String(record.value(), UTF_8))
                .toList();
    }

    private void assertNothingIsLeft() throws Exception {
        assertThat(topics()).isEqualTo(topicsBefore);
        assertThat(liveState()).as("live topics and groups").isEqualTo(live);
        try (var left = Files.walk(Path.of(data()))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        } catch (IOException e) {
            assertThat(Path.of(data())).doesNotExist();
        }
    }

    private Result replay(String... more) {
        return cli().run(arguments(more));
    }

    private String[] arguments(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("replay", "--bootstrap-server", broker.bootstrapServer(), "--data", data()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private String data() {
        return directory.resolve("replays").toString();
    }

    private Cli cli() {
        Path logs = directory.resolve("logs-" + System.nanoTime());
        assertThat(logs.toFile().mkdirs()).isTrue();
        return new Cli(logs);
    }

    private Set<String> topics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> !topic.startsWith("copy."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Map<String, Long> liveState() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            var offsets = new Offsets(admin);
            Map<String, Long> state = new TreeMap<>();
            offsets.ends(offsets.partitions(topicsBefore)).forEach((partition, end) -> {
                if (partition.topic().startsWith(LIVE.prefix())) {
                    state.put(partition.toString(), end);
                }
            });
            for (var group : admin.listGroups().all().get()) {
                state.put("group " + group.groupId(), 1L);
                offsets.committed(group.groupId())
                        .forEach((partition, offset) -> state.put(group.groupId() + " at " + partition, offset));
            }
            return state;
        }
    }
}
