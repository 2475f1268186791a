package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactsIT {
    private static final int PARTITIONS = 3;
    private static final String RULE =
            "rules: [{id: doubled, series: {indicator: rd-intensity}, when: {value: {atLeast: 100}}}]\n";
    private static final String TYPED = """
            {"indicator":"rd-intensity","area":"CHN","period":"2023","value":540,"published":"2024-02-23T00:00:00Z","source":{"id":"x"}}
            {"indicator":"rd-intensity","area":"FRA","period":"2023","value":2.2,"published":"2024-02-23T00:00:00Z","source":{"id":"x"}}
            {"id":"commission","title":"A commission","area":"CHN","kind":"institution","stance":"support","occurred":"2023","published":"2024-02-23T00:00:00Z","source":{"id":"x"}}
            """;
    private static final Pattern ID = Pattern.compile("facts void ([0-9a-f]{12}) --because");

    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);
    private EmbeddedBroker broker;
    private Topics topics = new Topics("");
    private int tests;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) {
        directory = temporary;
        cli = new Cli(directory);
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("data"));
    }

    /** Topics of its own for each test. */
    @BeforeEach
    void createTopics() {
        topics = new Topics("test" + ++tests + '.');
        Topic.create(broker.bootstrapServer(), topics, PARTITIONS);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void anAlertOnATypingErrorIsTakenBackAndRaisedAgainWhenItWasNone() throws IOException {
        run("rules", "apply", file("rules.yaml", RULE), "--effective", "2020-01-01");
        run("ingest", file("typed.jsonl", TYPED));
        Running process = process();
        awaitTransitions("RAISED new-period");
        String id = list("--area", "CHN", "--indicator", "rd-intensity").get(0).substring(0, 12);

        Result made = run("facts", "void", id, "--because", "540 was typed for 54.0");

        assertThat(made.err()).contains(id + " is void now: rd-intensity/CHN/economy/A 2023: 540, of x.");
        awaitTransitions("RAISED new-period", "RETRACTED correction");
        assertThat(run("facts", "void", id, "--because", "again").err())
                .contains(id + " is void already since ", "(540 was typed for 54.0), and nothing was changed");
        assertThat(run("facts", "reinstate", id).err()).contains(id + " is valid now");
        awaitTransitions("RAISED new-period", "RETRACTED correction", "RAISED correction");
        process.process().destroy();
        process.await();

        assertThat(corrections(topics.indicators())).hasSize(2).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo("rd-intensity");
            assertThat(record.partition()).isEqualTo(Partitions.of("rd-intensity", PARTITIONS));
            String value = new String(record.value(), UTF_8);
            assertThat(value).startsWith("{\"fact\":\"" + id).contains(at(record));
        });
        assertThat(Topic.records(broker.bootstrapServer(), topics.deadLetters()))
                .isEmpty();
    }

    @Test
    void aReplayLeavesOutWhatIsVoidOrTellsItAsItCameAndAnArchiveKeepsIt() throws IOException {
        String rules = file("rules.yaml", RULE);
        run("rules", "apply", rules, "--effective", "2020-01-01");
        run("ingest", file("typed.jsonl", TYPED));
        Running process = process();
        awaitTransitions("RAISED new-period");
        String id = list("--area", "CHN", "--indicator", "rd-intensity").get(0).substring(0, 12);
        run("facts", "void", id, "--because", "540 was typed for 54.0");
        awaitTransitions("RAISED new-period", "RETRACTED correction");
        process.process().destroy();
        process.await();

        assertThat(run("replay").out())
                .contains("2: fact corrected", "only live    RAISED (fact corrected)")
                .contains("only live    RETRACTED (fact corrected)");
        run("replay", "--as-decided", "--expect-same");

        String archive = directory.resolve("archive").toString();
        run("archive", "export", archive);
        assertThat(run("replay", "--file", archive, "--rules", rules, "--output", "jsonl")
                        .out())
                .isEmpty();
        assertThat(run("replay", "--file", archive, "--rules", rules, "--as-decided", "--output", "jsonl")
                        .out()
                        .lines())
                .hasSize(2)
                .element(1)
                .asString()
                .contains("\"transition\":\"RETRACTED\",\"reason\":\"correction\"");
        createTopics();
        run("ingest", archive);
        assertThat(list("--void")).first().asString().startsWith(id);
    }

    @Test
    void wrongIdsAreNamedAndNothingIsCorrected() throws IOException {
        run("ingest", file("typed.jsonl", TYPED));
        String id = list("--area", "CHN", "--source", "x").get(0).substring(0, 8);

        Result unknown = facts("void", id, "00000000", "--because", "why");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(words(unknown))
                .containsExactly("sectorwatch: nothing was corrected: no fact has the id 00000000 ('facts list'"
                        + " shows all)");
        assertThat(facts("void", id, "FRA", "--because", "why").status()).isEqualTo(2);
        assertThat(facts("void", id, "--because", " ").err()).contains("because is not one line");
        assertThat(facts("void", id).status()).isEqualTo(2);
        assertThat(facts("reinstate", id).err()).contains(id, "is valid already, and nothing was changed");

        assertThat(corrections(topics.indicators())).isEmpty();
        assertThat(corrections(topics.policies())).isEmpty();
    }

    @Test
    void factsAreListedForPeopleSpreadsheetsAndPrograms() throws IOException {
        run("ingest", file("typed.jsonl", TYPED));
        run("ingest", file("typed.jsonl", TYPED));
        assertThat(list("--void")).isEmpty();
        assertThat(facts("list", "--void").err()).contains("There is no such fact.");
        String policy = list("--area", "CHN").get(0);
        assertThat(policy).contains("  2024-02-23  valid  policy commission CHN 2023: institution, of x");
        run("facts", "void", policy.substring(0, 12), "--because", "it was announced, and never made: a long reason");

        List<String> all = list();
        assertThat(all).hasSize(4).allMatch(line -> line.length() <= 80);
        assertThat(all.get(0)).contains("  void   policy commission");
        assertThat(all.get(1)).startsWith("              ").contains("never made");
        assertThat(all.get(2)).contains("rd-intensity/CHN/economy/A 2023: 540, of x");
        assertThat(list("--void")).isEqualTo(all.subList(0, 2));
        assertThat(list("--period", "2023", "--sector", "economy", "--indicator", "rd-intensity", "--area", "FRA"))
                .singleElement()
                .isEqualTo(all.get(3));
        assertThat(list("--void", "--output", "csv"))
                .hasSize(2)
                .element(1)
                .asString()
                .contains(",void,2024-02-23T00:00:00Z,x,,commission,CHN,economy,2023,", ",\"it was announced, and ");
        assertThat(list("--output", "jsonl"))
                .hasSize(3)
                .element(0)
                .asString()
                .contains("\"state\":\"void\",\"because\":\"it was", "\"message\":{\"id\":\"commission\",");
        assertThat(corrections(topics.policies()))
                .singleElement()
                .extracting(ConsumerRecord::key)
                .isEqualTo("commission");
        Result wrong = facts("list", "--period", "2023-13");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(words(wrong)).hasSize(1);
    }

    @Test
    void aListShowsHowFarItHasReadAndLeavesOutWhatIsADeadLetter() throws IOException {
        run("ingest", file("typed.jsonl", TYPED));
        send("{\"indicator\":\"rd-intensity\",\"area\":\"CHN\",\"period\":\"2023\"}", "{\"indicator\":");

        Result list = atColumns(80, 80, List.of("facts", "list", "--indicator", "rd-intensity"));
        Result piped = facts("list", "--indicator", "rd-intensity");

        assertThat(list.status()).as(list.err()).isZero();
        assertThat(list.out().lines()).hasSize(2);
        assertThat(list.err())
                .contains("Reading  ")
                .contains("2 records are no facts, since they cannot be read; 'dead-letters list' says why.");
        assertThat(piped.err()).doesNotContain("Reading");
    }

    @Test
    void ingestSaysWhatDoesNotCountUntilTheTypingErrorIsVoid() throws IOException {
        assertThat(release("540").out()).contains(" 2024-06-24       1             1    1        0");

        String summary = release("54.0").out();

        assertThat(summary.lines()).allMatch(line -> line.length() <= 80);
        assertThat(summary)
                .contains(" 2024-06-24       1             1    0        0          0          0")
                .contains("rd-intensity/FRA/economy/A/2022: 54 does not count, 540 of the same moment");
        Matcher id = ID.matcher(summary);
        assertThat(id.find()).isTrue();
        run("facts", "void", id.group(1), "--because", "540 was typed for 54.0");
        assertThat(release("54.0").out())
                .contains(" 2024-06-24       1             1    0        0          0          1");
        assertThat(release("540").out()).contains("540 is void here", "facts reinstate " + id.group(1));
        assertThat(list("--area", "FRA"))
                .as("54 was published once, and what is void is not published again")
                .filteredOn(line -> !line.startsWith(" "))
                .hasSize(2);
    }

    private Running process() {
        return cli.start(
                Map.of(),
                "process",
                "--bootstrap-server",
                broker.bootstrapServer(),
                "--prefix",
                topics.prefix(),
                "--data",
                directory.resolve("process").toString());
    }

    private void awaitTransitions(String... transitions) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(transitions()).containsExactly(transitions));
    }

    private List<String> transitions() {
        return Topic.records(broker.bootstrapServer(), topics.alerts()).stream()
                .map(record -> new TransitionCodec().read(record.value()))
                .map((Transition transition) ->
                        transition.transition() + " " + transition.reason().code())
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> corrections(String topic) {
        return Topic.records(broker.bootstrapServer(), topic).stream()
                .filter(record -> new String(
                                record.headers().lastHeader("ce_type").value(), UTF_8)
                        .equals("io.sectorwatch.correction.v1"))
                .toList();
    }

    // The JVM tells how it was started.
    private static List<String> words(Result result) {
        return result.err()
                .lines()
                .filter(line -> !line.startsWith("Picked up "))
                .toList();
    }

    private static String at(ConsumerRecord<String, byte[]> record) {
        return "\"at\":\"" + Instant.ofEpochMilli(record.timestamp()) + "\"";
    }

    private Result release(String value) throws IOException {
        return run(
                "ingest",
                "--published",
                "2024-06-24",
                file(
                        "owid.csv",
                        "Entity,Code,Year,Research and development expenditure (% of GDP)\nFrance,FRA,2022," + value
                                + "\n"));
    }

    private List<String> list(String... options) {
        List<String> all = new ArrayList<>(List.of("list"));
        all.addAll(List.of(options));
        Result result = facts(all.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        return result.out().lines().map(String::stripTrailing).toList();
    }

    private Result facts(String... arguments) {
        List<String> all = new ArrayList<>(List.of("facts"));
        all.addAll(List.of(arguments));
        return at80Columns(all);
    }

    private Result run(String... arguments) {
        Result result = at80Columns(List.of(arguments));
        assertThat(result.status()).as(result.err()).isZero();
        return result;
    }

    private void send(String... values) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServer()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String value : values) {
                var unused = producer.send(new ProducerRecord<>(topics.indicators(), 0, null, value.getBytes(UTF_8)));
            }
        }
    }

    private Result at80Columns(List<String> arguments) {
        return atColumns(80, 0, arguments);
    }

    private Result atColumns(int out, int err, List<String> arguments) {
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Dsectorwatch.out.columns=" + out + " -Dsectorwatch.err.columns=" + err,
                "NO_COLOR",
                "1",
                "SECTORWATCH_BOOTSTRAP_SERVER",
                broker.bootstrapServer(),
                "SECTORWATCH_PREFIX",
                topics.prefix());
        return cli.start(environment, arguments.toArray(String[]::new)).await();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
