package io.sectorwatch.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.deliver.Receiver.Behaviour;
import io.sectorwatch.deliver.delivery.Delivery;
import io.sectorwatch.deliver.delivery.DeliveryMetrics;
import io.sectorwatch.deliver.delivery.RetrySchedule;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition.Type;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the real Alertmanager makes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertmanagerIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Path directory = Path.of("");
    private AlertTopics broker;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) {
        assumeTrue(
                RealAlertmanager.isInstalled(),
                "prometheus-alertmanager is not installed: nothing was handed on to a real Alertmanager");
        directory = temporary;
        broker = new AlertTopics(directory.resolve("broker"));
    }

    @AfterAll
    void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Type.class,
            names = {"CLEARED", "RETRACTED"})
    void anAlertAppearsAtOnceAndEndsWhenItIsClosed(Type closing) throws Exception {
        Topics topics = broker.create("ends-" + closing + ".");
        try (Receiver receiver = Receiver.start(told -> Behaviour.status(200));
                RealAlertmanager alertmanager = alertmanager(FreePort.find(), receiver.url());
                Delivery delivery = deliver(topics, alertmanager.url())) {
            await().atMost(PATIENCE)
                    .until(() -> GroupOffsets.committed(broker.server(), topics.prefix() + "deliver-on-call") == 2);
            broker.tell(topics, Examples.transition("a", Type.RAISED, Severity.WARNING));

            await().atMost(AT_ONCE).until(() -> alertmanager.ids().contains("a"));
            JsonNode alert = alertmanager.alerts().get(0);
            assertThat(alert.at("/labels/alertname").textValue()).isEqualTo("rd-intensity-at-least-2.6");
            assertThat(alert.at("/labels/on_call").textValue()).isEqualTo("yes");
            assertThat(alert.at("/annotations/transition").textValue()).isEqualTo("RAISED");
            assertThat(alert.at("/generatorURL").textValue()).isEqualTo("http://127.0.0.1:8080/#/alerts/a");

            broker.tell(topics, Examples.transition("a", closing, Severity.WARNING));
            await().atMost(AT_ONCE).until(() -> alertmanager.alerts().isEmpty());
            await().atMost(PATIENCE)
                    .until(() -> receiver.taken().stream()
                            .anyMatch(told -> told.body().contains("\"status\":\"resolved\"")
                                    && told.body().contains("\"transition\":\"" + closing + "\"")
                                    && told.body().contains("\"retracted\"") == (closing == Type.RETRACTED)));
            assertThat(delivery.end()).isNotDone();
        }
    }

    @Test
    void whatIsOpenIsToldAtOnceAfterARestartOfEitherSide() throws Exception {
        Topics topics = broker.create("restarts.");
        int port = FreePort.find();
        broker.tell(topics, Examples.transition("gone", Type.RAISED, Severity.WARNING));
        broker.tell(topics, Examples.transition("gone", Type.CLEARED, Severity.WARNING));
        broker.tell(topics, Examples.transition("a", Type.RAISED, Severity.WARNING));
        try (Delivery delivery = deliver(topics, "http://127.0.0.1:" + port)) {
            try (RealAlertmanager first = alertmanager(port, "http://127.0.0.1:1/")) {
                await().atMost(PATIENCE).until(() -> first.ids().contains("a"));
                assertThat(first.ids()).containsExactly("a");
            }
            broker.tell(topics, Examples.transition("a", Type.UPDATED, Severity.CRITICAL));
            try (RealAlertmanager second = alertmanager(port, "http://127.0.0.1:1/")) {
                await().atMost(PATIENCE)
                        .until(() -> second.alerts().stream()
                                .map(alert -> alert.at("/labels/severity").textValue())
                                .anyMatch("critical"::equals));
                assertThat(second.ids()).containsExactly("a");
            }
            assertThat(delivery.end()).isNotDone();
        }
    }

    @Test
    void oneOfAClusterThatHangsDoesNotHoldUpTheOther() throws Exception {
        Topics topics = broker.create("cluster.");
        try (Receiver hanging = Receiver.start(told -> new Behaviour.Silence());
                RealAlertmanager alertmanager = alertmanager(FreePort.find(), "http://127.0.0.1:1/");
                Delivery delivery = deliver(topics, hanging.url(), alertmanager.url())) {
            await().atMost(PATIENCE)
                    .until(() -> GroupOffsets.committed(broker.server(), topics.prefix() + "deliver-on-call") == 2);
            for (String alert : new String[] {"a", "b", "c"}) {
                broker.tell(topics, Examples.transition(alert, Type.RAISED, Severity.WARNING));
                await().atMost(AT_ONCE).until(() -> alertmanager.ids().contains(alert));
            }
            assertThat(delivery.end()).isNotDone();
        }
    }

    @Test
    void ofAClusterThatGossipsOneTellsTheReceivers() throws Exception {
        Topics topics = broker.create("gossip.");
        int one = FreePort.find();
        int other = FreePort.find();
        String meeting = "127.0.0.1:" + FreePort.find();
        try (Receiver receiver = Receiver.start(told -> Behaviour.status(200));
                RealAlertmanager first = alertmanager(one, receiver.url(), cluster(meeting, null));
                RealAlertmanager second =
                        alertmanager(other, receiver.url(), cluster("127.0.0.1:" + FreePort.find(), meeting));
                Delivery delivery = deliver(topics, first.url(), second.url())) {
            await().atMost(PATIENCE)
                    .until(() -> GroupOffsets.committed(broker.server(), topics.prefix() + "deliver-on-call") == 2);
            await().atMost(PATIENCE).until(() -> first.peers() == 2 && second.peers() == 2);

            broker.tell(topics, Examples.transition("a", Type.RAISED, Severity.WARNING));

            await().atMost(AT_ONCE)
                    .until(() -> first.ids().contains("a") && second.ids().contains("a"));
            await().atMost(PATIENCE).until(() -> !receiver.taken().isEmpty());
            broker.tell(topics, Examples.transition("a", Type.CLEARED, Severity.WARNING));
            await().atMost(PATIENCE)
                    .until(() -> receiver.taken().stream()
                            .anyMatch(told -> told.body().contains("\"status\":\"resolved\"")));
            assertThat(receiver.taken()).as("each told by one of the two").hasSize(2);
            assertThat(delivery.end()).isNotDone();
        }
    }

    private static List<String> cluster(String address, @Nullable String peer) {
        List<String> options = new ArrayList<>(List.of(
                "--cluster.listen-address=" + address,
                "--cluster.settle-timeout=1s",
                "--cluster.gossip-interval=50ms",
                "--cluster.pushpull-interval=1s",
                "--cluster.peer-timeout=3s"));
        if (peer != null) {
            options.add("--cluster.peer=" + peer);
        }
        return options;
    }

    @Test
    void byTheConfigurationOfTheDocumentsWhatIsCriticalIsSentAsMailAndARetractionSaysSo() throws Exception {
        Topics topics = broker.create("mail.");
        try (MailServer mail = new MailServer();
                RealAlertmanager alertmanager = new RealAlertmanager(
                        FreePort.find(),
                        directory,
                        "http://127.0.0.1:1/",
                        mail.address(),
                        List.of("--cluster.listen-address="));
                Delivery delivery = deliver(topics, alertmanager.url())) {
            await().atMost(PATIENCE)
                    .until(() -> GroupOffsets.committed(broker.server(), topics.prefix() + "deliver-on-call") == 2);
            broker.tell(topics, Examples.transition("a", Type.RAISED, Severity.CRITICAL));
            await().atMost(PATIENCE).until(() -> mail.mails().size() == 1);
            broker.tell(topics, Examples.transition("a", Type.RETRACTED, Severity.CRITICAL));
            await().atMost(PATIENCE).until(() -> mail.mails().size() == 2);

            assertThat(mail.mails().get(0))
                    .contains("Subject: rd-intensity-at-least-2.6: RAISED")
                    .contains("To: on-call@mail.example")
                    .contains("http://127.0.0.1:8080/#/alerts/a");
            assertThat(mail.mails().get(1)).contains("RETRACTED").contains("never");
            assertThat(delivery.end()).isNotDone();
        }
    }

    @Test
    void byTheConfigurationOfTheDocumentsWhatIsCriticalInhibitsTheRestOfItsSeries() throws Exception {
        Topics topics = broker.create("inhibited.");
        broker.tell(topics, Examples.transition("a", Type.RAISED, Severity.CRITICAL));
        broker.tell(topics, Examples.transition("b", Type.RAISED, Severity.WARNING));
        try (RealAlertmanager alertmanager = alertmanager(FreePort.find(), "http://127.0.0.1:1/");
                Delivery delivery = deliverAll(topics, alertmanager.url())) {
            await().atMost(PATIENCE)
                    .until(() -> alertmanager.alerts().stream()
                            .anyMatch(alert -> alert.at("/labels/alert")
                                            .textValue()
                                            .equals("b")
                                    && alert.at("/status/state").textValue().equals("suppressed")));
            assertThat(delivery.end()).isNotDone();
        }
    }

    @Test
    void theConfigurationOfTheDocumentsIsAccepted() throws Exception {
        Process amtool = new ProcessBuilder("amtool", "check-config", RealAlertmanager.CONFIGURATION.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(amtool.getInputStream().readAllBytes(), UTF_8);

        assertThat(amtool.waitFor()).as(said).isZero();
        assertThat(said).contains("1 inhibit rules").contains("2 receivers");
    }

    private RealAlertmanager alertmanager(int port, String webhook) throws Exception {
        return new RealAlertmanager(port, directory, webhook);
    }

    private RealAlertmanager alertmanager(int port, String webhook, List<String> cluster) throws Exception {
        return new RealAlertmanager(port, directory, webhook, "127.0.0.1:1", cluster);
    }

    private Delivery deliverAll(Topics topics, String url) {
        return start(topics, "targets: [{name: on-call, from: beginning, alertmanager: {urls: ['" + url + "']}}]");
    }

    private Delivery deliver(Topics topics, String... urls) {
        String file = "page: 'http://127.0.0.1:8080/'\ntargets: [{name: on-call, alertmanager: {urls: ['"
                + String.join("', '", urls) + "']}}]";
        return start(topics, file);
    }

    private Delivery start(Topics topics, String file) {
        return Delivery.start(
                broker.server(), topics, null, Examples.targets(file), RetrySchedule.USUAL, DeliveryMetrics.NONE);
    }
}
