package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.launcher.command.SectorwatchCommand;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each command has exactly the rights that docs/security.md lists, at a broker that demands TLS, SASL/SCRAM and access
 * control lists; and each of these rights is needed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String READER = "semiconductors-desk";
    private static final String SECTOR = "sectorwatch.alerts.sector.semiconductors";
    private static final String INTERNAL = "sectorwatch-sector-slices-changelog";

    private static final String FACT = """
            {"indicator":"fab-share","area":"CHN","sector":"semiconductors","period":"2023","value":30,\
            "published":"2024-02-23T00:00:00Z","source":{"id":"office"}}
            """;
    private static final String RULES = """
            rules:
              - id: fab-share-high
                title: A large share of the world's factories
                severity: warning
                series: {indicator: fab-share, sectors: [semiconductors]}
                when: {value: {above: 20}}
            """;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Path directory = Path.of("");
    private SecuredCluster cluster;
    private HttpServer receiver;
    private Cli cli;
    private int runs;

    private static List<AclLine> lines() {
        return AclLine.ofDocument();
    }

    /** All but those whose loss is no refusal. */
    static Stream<AclLine> needed() {
        return lines().stream().filter(line -> !line.isForTurns());
    }

    /** The user who has all the rights of another one but for one. */
    private static String without(AclLine line) {
        return line.user() + "-without-" + lines().indexOf(line);
    }

    // Everybody works once: what is there then is what a right may be about.
    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void eachWorksWithItsOwn(@TempDir Path temporary) throws Exception {
        directory = temporary;
        cli = new Cli(directory);
        cluster = new SecuredCluster(directory);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        Files.writeString(directory.resolve("facts.jsonl"), FACT);
        Files.writeString(directory.resolve("rules.yaml"), RULES);
        Files.writeString(
                directory.resolve("deliver.yaml"),
                "targets:\n  - name: chat\n    from: beginning\n    webhook: {url: \"http://127.0.0.1:"
                        + receiver.getAddress().getPort() + "/\"}\n");
        Map<String, List<AclLine>> rights =
                new LinkedHashMap<>(lines().stream().collect(Collectors.groupingBy(AclLine::user)));
        lines().forEach(line -> rights.put(
                without(line),
                lines().stream()
                        .filter(other -> other.user().equals(line.user()) && !other.equals(line))
                        .toList()));
        cluster.give(rights);
        work();
    }

    private void work() throws Exception {
        for (String user : List.of("administrator", "ingest")) {
            for (List<String> command : commands(user)) {
                assertDone(user, command);
            }
        }
        List<Running> running = new ArrayList<>();
        try {
            // One after another: three that start at once leave the broker too little of a small machine.
            running.add(started("process", "Processing at"));
            running.add(started("monitor", "Watching the topics"));
            running.add(started("deliver", "Handing on"));
            await("delivered").atMost(PATIENCE).until(() -> !told.isEmpty());
            for (List<String> command : commands("analyst")) {
                assertDone("analyst", command);
            }
            assertDone("deliver", commands("deliver").get(0));
            assertThat(read(READER)).isPositive();
        } finally {
            running.forEach(its -> its.process().destroy());
            running.forEach(Running::await);
        }
        for (String user : List.of("editor", "mover")) {
            for (List<String> command : commands(user)) {
                assertDone(user, command);
            }
        }
    }

    @AfterAll
    void stop() {
        receiver.stop(0);
        cluster.close();
    }

    @ParameterizedTest
    @MethodSource("needed")
    void eachRightIsNeeded(AclLine line) throws Exception {
        String user = without(line);
        if (line.user().equals(READER)) {
            assertThatThrownBy(() -> read(user))
                    .isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining(line.name());
            return;
        }
        if (line.operation() == AclOperation.CREATE) {
            removeATopicToCreate();
        }
        Ended refused = refused(user, line);

        assertThat(refused.status()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err().lines().filter(said -> said.startsWith("sectorwatch: ")))
                .singleElement()
                .asString()
                .contains(line.words(), "docs/security.md");
        assertThat(refused.err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void whoSeesTheTransactionsOfOthersWaitsForThem() throws Exception {
        AclLine turns = lines().stream().filter(AclLine::isForTurns).findFirst().orElseThrow();
        Map<String, Object> config = cluster.clientConfig("broker");
        config.put("transactional.id", "sectorwatch.corrections");
        try (KafkaProducer<byte[], byte[]> another =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            another.initTransactions();
            another.beginTransaction();
            another.send(new ProducerRecord<>("sectorwatch.policies", new byte[0]))
                    .get();

            assertThat(seen("ingest")).contains("sectorwatch.corrections");
            assertThat(seen(without(turns))).doesNotContain("sectorwatch.corrections");
            another.abortTransaction();
        }
    }

    @Test
    void whoHasAnotherPasswordIsNotLetIn() throws Exception {
        Path file = cluster.file("guest", "guessed");

        Ended ended = run(List.of("scorecards"), file).get(30, TimeUnit.SECONDS);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .contains("does not let this user in", "invalid credentials", "--command-config")
                .doesNotContain("\tat ", "guessed");
    }

    /** What ends each user's work, in the order in which rights are looked for; the last one may go on and on. */
    private List<List<String>> commands(String user) {
        String data = directory.resolve("data-" + ++runs).toString();
        String archive = directory.resolve("archive-" + runs).toString();
        String targets = directory.resolve("deliver.yaml").toString();
        return switch (user) {
            case "administrator" ->
                List.of(
                        List.of("topics", "--sectors", "semiconductors,quantum"),
                        List.of(
                                "rules",
                                "apply",
                                "--effective",
                                "2020-01-01",
                                directory.resolve("rules.yaml").toString()));
            case "ingest" ->
                List.of(
                        List.of("ticks", "--once"),
                        List.of("ingest", directory.resolve("facts.jsonl").toString()));
            case "process" -> List.of(List.of("process", "--data", data));
            case "monitor" -> List.of(List.of("monitor", "--data", data, "--http-port", "0"));
            case "deliver" ->
                List.of(List.of("deliver", "list", "--config", targets), List.of("deliver", "--config", targets));
            case "analyst" ->
                List.of(
                        List.of("status"),
                        List.of("alerts"),
                        List.of("series", "list"),
                        List.of("facts", "list"),
                        List.of("rules", "list"),
                        List.of("scorecards"),
                        List.of("dead-letters", "list"));
            case "editor" ->
                List.of(
                        List.of(
                                "facts",
                                "void",
                                FactId.of(new IndicatorCodec().read(FACT.strip().getBytes(UTF_8))),
                                "--because",
                                "typed"),
                        List.of("dead-letters", "redrive", "--all"));
            case "mover" -> List.of(List.of("archive", "export", archive), List.of("archive", "import", archive));
            default -> throw new IllegalArgumentException("nobody knows what " + user + " does");
        };
    }

    private Running started(String user, String words) throws Exception {
        List<List<String>> commands = commands(user);
        List<String> command = at(commands.get(commands.size() - 1), cluster.mounted(user));
        Running running = cli.start(Map.of(), command.toArray(String[]::new));
        await(user).atMost(PATIENCE).until(() -> {
            assertThat(running.process().isAlive()).as(running.errSoFar()).isTrue();
            return running.errSoFar().contains(words);
        });
        return running;
    }

    private void assertDone(String user, List<String> command) throws Exception {
        Ended ended = run(command, cluster.file(user)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(ended.status())
                .as(user + ": " + command + ": " + ended.err())
                .isZero();
    }

    /** The first of a user's commands that says which right is missing. */
    private Ended refused(String user, AclLine line) throws Exception {
        List<String> said = new ArrayList<>();
        for (List<String> command : commands(line.user())) {
            Ended ended = run(command, cluster.file(user)).get(30, TimeUnit.SECONDS);
            if (ended.err().contains(line.words())) {
                return ended;
            }
            said.add(command + ": " + ended.status() + ": " + ended.err());
        }
        throw new AssertionError("nothing is refused without " + line + ": " + said);
    }

    private record Ended(int status, String err) {}

    private CompletableFuture<Ended> run(List<String> command, Path file) {
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        Shutdown shutdown = new Shutdown();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Thread thread = new Thread(
                () -> {
                    int status = SectorwatchCommand.commandLine(
                                    new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                                    new PrintStream(err, true, UTF_8),
                                    Map.of(),
                                    shutdown)
                            .execute(at(command, file).toArray(String[]::new));
                    ended.complete(new Ended(status, err.toString(UTF_8)));
                },
                String.join(" ", command));
        thread.setDaemon(true);
        thread.start();
        return ended;
    }

    private List<String> at(List<String> command, Path file) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--bootstrap-server", cluster.address(), "--command-config", file.toString()));
        return all;
    }

    private void removeATopicToCreate() throws Exception {
        Admin admin = cluster.admin();
        List<String> names = List.of(INTERNAL, "sectorwatch.alerts.sector.quantum");
        for (String name : names) {
            if (admin.listTopics().names().get().contains(name)) {
                admin.deleteTopics(List.of(name)).all().get();
            }
        }
        await().atMost(PATIENCE)
                .until(() -> admin.listTopics().names().get().stream().noneMatch(names::contains));
    }

    private List<String> seen(String user) throws Exception {
        try (Admin admin = Admin.create(cluster.clientConfig(user))) {
            return admin.listTransactions().all().get().stream()
                    .map(TransactionListing::transactionalId)
                    .toList();
        }
    }

    /** How many alerts a subscriber of the sector gets. */
    private int read(String user) throws Exception {
        Map<String, Object> config = new HashMap<>(cluster.clientConfig(user));
        config.put("group.id", READER);
        config.put("auto.offset.reset", "earliest");
        config.put("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(SECTOR));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            int records = 0;
            while (records == 0 && System.nanoTime() < deadline) {
                records = consumer.poll(Duration.ofMillis(200)).count();
            }
            consumer.commitSync();
            return records;
        }
    }
}
