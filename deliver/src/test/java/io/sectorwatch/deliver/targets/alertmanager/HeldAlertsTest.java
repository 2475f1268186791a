package io.sectorwatch.deliver.targets.alertmanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.deliver.Examples;
import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldAlertsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(1));

    private final HeldAlerts held = new HeldAlerts(new AlertPage(URI.create("http://127.0.0.1:8080/")));

    @Test
    void theBodyOfARequestIsThis() {
        List<PostedAlert> posted = held.take(notice(Type.RETRACTED, Severity.WARNING), NOW);

        assertThat(new String(PostedAlert.body(posted), UTF_8))
                .isEqualTo(
                        "[{\"labels\":{\"alert\":\"9f2c\",\"alertname\":\"rd-intensity-at-least-2.6\",\"area\":\"CHN\","
                                + "\"indicator\":\"rd-intensity\",\"on_call\":\"yes\",\"sector\":\"economy\","
                                + "\"severity\":\"warning\",\"team\":\"science\"},"
                                + "\"annotations\":{\"certainty\":\"certain\",\"evidence\":\"169a446d146570f8c891f4f7b40f9b11\","
                                + "\"message\":\"China's R&D intensity of 2023 is 2.65 %: at least 2.6 %\","
                                + "\"retracted\":\"By what is known now it never held.\","
                                + "\"title\":\"R&D intensity <of China> at 2.6 % or more\",\"transition\":\"RETRACTED\"},"
                                + "\"startsAt\":\"2024-10-02T00:00:00Z\",\"endsAt\":\"2026-11-28T09:00:00Z\","
                                + "\"generatorURL\":\"http://127.0.0.1:8080/#/alerts/9f2c\"}]");
    }

    @Test
    void whatIsOpenIsToldAgainAndAlwaysEndsFourMinutesAhead() {
        held.take(notice(Type.RAISED, Severity.WARNING), NOW);

        assertThat(held.all(LATER)).singleElement().satisfies(alert -> {
            assertThat(alert.startsAt()).isEqualTo(Instant.parse("2024-10-02T00:00:00Z"));
            assertThat(alert.endsAt()).isEqualTo(LATER.plus(Duration.ofMinutes(4)));
        });
    }

    @ParameterizedTest
    @CsvSource({"CLEARED", "RETRACTED"})
    void aClosingEndsIt(Type closing) {
        held.take(notice(Type.RAISED, Severity.WARNING), NOW);

        assertThat(held.take(notice(closing, Severity.WARNING), LATER))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.endsAt()).isEqualTo(LATER);
                    assertThat(alert.annotations()).containsEntry("transition", closing.name());
                });
        assertThat(held.all(LATER.plusSeconds(60)))
                .as("told again, for whom the end lay ahead of the clock")
                .extracting(PostedAlert::endsAt)
                .containsExactly(LATER);
        assertThat(held.all(LATER.plusSeconds(600))).isEmpty();
    }

    @Test
    void withAnotherSeverityItIsAnotherAlert() {
        held.take(notice(Type.RAISED, Severity.WARNING), NOW);

        assertThat(held.take(notice(Type.UPDATED, Severity.CRITICAL), LATER))
                .extracting(alert -> alert.labels().get("severity") + " until " + alert.endsAt())
                .containsExactly("warning until 2026-11-28T09:01:00Z", "critical until 2026-11-28T09:05:00Z");
    }

    @Test
    void whatIsNotChosenAnyMoreEnds() {
        held.take(notice(Type.RAISED, Severity.WARNING), NOW);
        Notice left = notice(Type.UPDATED, Severity.INFO);
        Notice unchosen = new Notice(left.transition(), left.title(), false, left.attributes(), left.value());

        assertThat(held.take(unchosen, LATER))
                .extracting(alert -> alert.labels().get("severity") + " until " + alert.endsAt())
                .containsExactly("warning until 2026-11-28T09:01:00Z");
        assertThat(held.take(unchosen, LATER)).isEmpty();
    }

    @Test
    void twoEpisodesOfOneSeriesAreTwoAlerts() {
        held.take(notice(Type.RAISED, Severity.WARNING), NOW);
        held.take(notice(Type.RETRACTED, Severity.WARNING), LATER);
        held.take(Examples.notice("a117", Type.RAISED, Severity.WARNING), LATER);

        assertThat(held.all(LATER))
                .extracting(alert -> alert.labels().get("alert") + " until " + alert.endsAt())
                .containsExactlyInAnyOrder("9f2c until 2026-11-28T09:01:00Z", "a117 until 2026-11-28T09:05:00Z");
    }

    @ParameterizedTest
    @CsvSource({"on-call, on_call", "9lives, _9lives", "Größe, Gr__e", "a_b1, a_b1"})
    void namesOfLabelsAreMadeValid(String name, String valid) {
        assertThat(LabelSet.valid(name)).isEqualTo(valid);
    }

    private static Notice notice(Type type, Severity severity) {
        return Examples.notice("9f2c", type, severity);
    }
}
