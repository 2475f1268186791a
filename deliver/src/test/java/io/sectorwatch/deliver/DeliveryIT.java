package io.sectorwatch.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.deliver.Receiver.Behaviour;
import io.sectorwatch.deliver.Receiver.Told;
import io.sectorwatch.deliver.delivery.Delivery;
import io.sectorwatch.deliver.delivery.DeliveryMetrics;
import io.sectorwatch.deliver.delivery.RetrySchedule;
import io.sectorwatch.deliver.parked.Parked;
import io.sectorwatch.deliver.parked.ParkedMessages;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Type;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    // Each is the start of a JVM.
    private static final int KILLS = System.getenv("SECTORWATCH_TEST_THOROUGHLY") == null ? 6 : 50;
    private static final RetrySchedule HASTY =
            new RetrySchedule(Duration.ofMillis(10), Duration.ofMillis(200), Duration.ofSeconds(2));

    private Path directory = Path.of("");

    private AlertTopics broker;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) {
        directory = temporary;
        broker = new AlertTopics(directory.resolve("broker"));
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void everythingChosenArrivesOnceAndInOrderThroughAllTroubles() throws Exception {
        Random random = random();
        Topics topics = broker.create("troubles.");
        List<String> chosen = new ArrayList<>();
        try (Receiver receiver = Receiver.start(told -> trouble(random));
                Delivery delivery = deliver(
                        topics, hook("chat", receiver.url(), "from: beginning", "where: {severity: warning}"))) {
            for (int alert = 0; alert < 40; alert++) {
                for (Type type : Type.values()) {
                    Severity severity = alert % 4 == 0 ? Severity.INFO : Severity.WARNING;
                    Transition told = Examples.transition("a" + alert, type, severity);
                    broker.tell(topics, told);
                    if (severity == Severity.WARNING) {
                        chosen.add(Envelope.of(told).id());
                    }
                }
            }

            await().atMost(PATIENCE).until(() -> receiver.taken().size() >= chosen.size());
            assertThat(ids(receiver)).containsExactlyElementsOf(chosen);
            assertThat(receiver.asked().size()).as("asked again").isGreaterThan(chosen.size());
            assertThat(delivery.end()).isNotDone();
        }
        assertThat(new ParkedMessages(broker.server(), topics).all()).isEmpty();
    }

    private static Behaviour trouble(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Behaviour.status(500);
            case 1 -> new Behaviour.Status(429, "slowly", "0");
            case 2 -> new Behaviour.Hangup();
            case 3 -> random.nextInt(4) == 0 ? new Behaviour.Silence() : Behaviour.status(503);
            default -> Behaviour.status(200);
        };
    }

    @Test
    void whatATargetAsksForIsKept() throws Exception {
        Topics topics = broker.create("asked.");
        List<Long> times = new ArrayList<>();
        try (Receiver receiver = Receiver.start(told -> {
                    times.add(System.nanoTime());
                    return times.size() == 1 ? new Behaviour.Status(429, "", "1") : Behaviour.status(200);
                });
                Delivery delivery = deliver(topics, hook("chat", receiver.url(), "from: beginning"))) {
            broker.tell(topics, Examples.transition("a", Type.RAISED, Severity.WARNING));

            await().atMost(PATIENCE).until(() -> receiver.taken().size() == 1);
            assertThat(Duration.ofNanos(times.get(1) - times.get(0))).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(delivery.end()).isNotDone();
        }
    }

    @Test
    void whatIsRefusedIsParkedUntouchedAndTheRestGoesOn() throws Exception {
        Topics topics = broker.create("refused.");
        Transition refused = Examples.transition("b", Type.RAISED, Severity.WARNING);
        try (Receiver receiver = Receiver.start(told -> told.body().contains("\"alert\":\"b\"")
                        ? new Behaviour.Status(400, "no such case", "")
                        : Behaviour.status(204));
                Delivery delivery = deliver(topics, hook("chat", receiver.url(), "from: beginning", "batch: 3"))) {
            for (String alert : List.of("a", "b", "c", "d")) {
                broker.tell(topics, Examples.transition(alert, Type.RAISED, Severity.WARNING));
            }

            await().atMost(PATIENCE)
                    .until(() -> receiver.taken().stream()
                            .anyMatch(told -> told.body().contains("\"alert\":\"d\"")));
            assertThat(delivery.end()).isNotDone();
            List<Parked> parked = new ParkedMessages(broker.server(), topics).all();
            assertThat(parked).singleElement().satisfies(one -> {
                assertThat(one.target()).isEqualTo("chat");
                assertThat(one.status()).isEqualTo(400);
                assertThat(one.reason()).isEqualTo("status 400: no such case");
                assertThat(one.origin()).startsWith(topics.alerts() + "/");
                assertThat(one.value()).isEqualTo(Envelope.of(refused).value());
                assertThat(one.headers().lastHeader("ce_id").value())
                        .isEqualTo(Envelope.of(refused).id().getBytes(UTF_8));
            });
        }
    }

    @Test
    void aTargetThatIsAwayHoldsUpNoOtherAndIsToldWhenItIsBack() throws Exception {
        Topics topics = broker.create("away.");
        int away = FreePort.find();
        try (Receiver there = Receiver.start(DeliveryIT::willing);
                Delivery delivery = deliver(
                        topics,
                        hook("there", there.url(), "from: beginning"),
                        hook("away", "http://127.0.0.1:" + away + "/hook", "from: beginning"))) {
            broker.tell(topics, Examples.transition("a", Type.RAISED, Severity.WARNING));
            await().atMost(PATIENCE).until(() -> there.taken().size() == 1);
            broker.tell(topics, Examples.transition("a", Type.CLEARED, Severity.WARNING));
            await().atMost(PATIENCE).until(() -> there.taken().size() == 2);

            try (Receiver back = Receiver.start(away, DeliveryIT::willing)) {
                await().atMost(PATIENCE).until(() -> back.taken().size() == 2);
                assertThat(ids(back)).isEqualTo(ids(there));
                assertThat(delivery.end()).isNotDone();
            }
        }
    }

    @Test
    void aNewTargetHearsOfWhatComesAndGoesOnWhereItWas() throws Exception {
        Topics topics = broker.create("new.");
        broker.tell(topics, Examples.transition("old", Type.RAISED, Severity.WARNING));
        try (Receiver receiver = Receiver.start(DeliveryIT::willing)) {
            String file = hook("chat", receiver.url());
            Delivery first = deliver(topics, file);
            await().atMost(PATIENCE).until(() -> GroupOffsets.committed(broker.server(), "new.deliver-chat") == 2);
            first.close();
            broker.tell(topics, Examples.transition("a", Type.RAISED, Severity.WARNING));

            try (Delivery second = deliver(topics, file)) {
                await().atMost(PATIENCE).until(() -> !receiver.taken().isEmpty());
                broker.tell(topics, Examples.transition("b", Type.RAISED, Severity.WARNING));
                await().atMost(PATIENCE).until(() -> receiver.taken().size() == 2);
                assertThat(second.end()).isNotDone();
            }
            assertThat(receiver.taken()).noneMatch(told -> told.body().contains("\"alert\":\"old\""));
        }
    }

    @Test
    void killedAnywhereItTellsEverythingInOrderAndNothingUnderAnotherId() throws Exception {
        Topics topics = broker.create("killed.");
        List<String> all = new ArrayList<>();
        for (int alert = 0; alert < 8 * KILLS; alert++) {
            Transition told = Examples.transition("a" + alert, Type.RAISED, Severity.WARNING);
            broker.tell(topics, told);
            all.add(Envelope.of(told).id());
        }
        Random random = random();
        try (Receiver receiver = Receiver.start(DeliveryIT::willing)) {
            String file = file(hook("chat", receiver.url(), "from: beginning"));
            for (int kill = 0; kill < KILLS; kill++) {
                int enough = receiver.asked().size() + random.nextInt(7);
                runUntil(topics, file, () -> receiver.asked().size() >= enough);
            }
            assertThat(ids(receiver)).as("killed before all was told").doesNotContain(all.get(all.size() - 1));
            runUntil(topics, file, () -> ids(receiver).contains(all.get(all.size() - 1)));

            assertThat(new LinkedHashSet<>(ids(receiver))).containsExactlyElementsOf(all);
        }
    }

    @Test
    void twoShareATargetAndWhenOneGoesNothingComesTwice() throws Exception {
        Topics topics = broker.create("shared.");
        Map<String, List<String>> told = new TreeMap<>();
        try (Receiver receiver = Receiver.start(DeliveryIT::willing)) {
            String file = hook("chat", receiver.url(), "from: beginning");
            Delivery first = deliver(topics, file);
            tell(topics, told, Type.RAISED);
            try (Delivery second = deliver(topics, file)) {
                tell(topics, told, Type.UPDATED);
                await().atMost(PATIENCE).until(() -> receiver.taken().size() >= 200);
                first.close();
                tell(topics, told, Type.CLEARED);
                await().atMost(PATIENCE).until(() -> receiver.taken().size() >= 300);
                assertThat(second.end()).isNotDone();
            }
            Map<String, List<String>> arrived = new TreeMap<>();
            for (Told one : receiver.taken()) {
                arrived.computeIfAbsent(one.header("ce-subject"), series -> new ArrayList<>())
                        .add(one.header("ce-id"));
            }
            assertThat(arrived.values()).containsExactlyInAnyOrderElementsOf(told.values());
        }
    }

    // Of a hundred series, which lie in both partitions.
    private void tell(Topics topics, Map<String, List<String>> told, Type type) {
        for (int area = 0; area < 100; area++) {
            Transition transition = Examples.ofArea("A" + area, type);
            broker.tell(topics, transition);
            told.computeIfAbsent(transition.key(), key -> new ArrayList<>())
                    .add(Envelope.of(transition).id());
        }
    }

    private static Random random() {
        long seed = Long.getLong("sectorwatch.seed", System.nanoTime());
        System.err.println("seed " + seed);
        return new Random(seed);
    }

    private static Behaviour willing(Told told) {
        return Behaviour.status(200);
    }

    /** Kills it then. One that ends by itself before is started again, as whoever runs it as a service does. */
    private void runUntil(Topics topics, String file, BooleanSupplier enough) throws Exception {
        Process[] running = {process(topics, file)};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> {
            if (!running[0].isAlive()) {
                System.err.println("it ended: " + Files.readString(directory.resolve("process.log")));
                running[0] = process(topics, file);
            }
            return enough.getAsBoolean();
        });
        running[0].destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    private Process process(Topics topics, String file) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeliverProcess.class.getName(),
                        broker.server().address(),
                        topics.prefix(),
                        file,
                        "the-one")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("process.log").toFile())
                .start();
    }

    private Delivery deliver(Topics topics, String... targets) {
        return Delivery.start(
                broker.server(), topics, null, Examples.targets(file(targets)), HASTY, DeliveryMetrics.NONE);
    }

    private static String file(String... targets) {
        return "targets:\n" + String.join("", targets);
    }

    private static String hook(String name, String url, String... fields) {
        StringBuilder target = new StringBuilder("  - name: " + name + "\n");
        StringBuilder webhook = new StringBuilder();
        for (String field : fields) {
            if (field.startsWith("batch")) {
                webhook.append(", ").append(field);
            } else {
                target.append("    ").append(field).append('\n');
            }
        }
        return target + "    webhook: {url: '" + url + "', timeout: 3s" + webhook + "}\n";
    }

    private static List<String> ids(Receiver receiver) {
        return receiver.taken().stream().map(told -> told.header("ce-id")).toList();
    }
}
