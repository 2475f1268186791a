package io.sectorwatch.deliver.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.deliver.targets.Reply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {
    private static final Instant NOW = Instant.parse("2024-02-23T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "200, Taken",
        "202, Taken",
        "204, Taken",
        "301, Refused",
        "307, Refused",
        "400, Refused",
        "401, Refused",
        "404, Refused",
        "410, Refused",
        "413, Refused",
        "408, Unanswered",
        "425, Unanswered",
        "429, Unanswered",
        "500, Unanswered",
        "503, Unanswered",
        "599, Unanswered"
    })
    void aStatusSaysWhetherAskingAgainMayHelp(int status, String reply) {
        assertThat(Meaning.of(status, "", Duration.ZERO).getClass().getSimpleName())
                .isEqualTo(reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                             | PT7S",
                " 0                            | PT0S",
                "Fri, 23 Feb 2024 00:01:00 GMT | PT1M",
                "Thu, 22 Feb 2024 00:01:00 GMT | PT0S",
                "later                         | PT0S"
            })
    void whatAServerAsksForIsSecondsOrADate(String header, Duration asked) {
        assertThat(RetryTime.of(header, NOW)).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"400, status 400: no such channel", "307, 'status 307, a redirect, which is not followed'"})
    void itSaysWhatTheTargetSaid(int status, String words) {
        Reply reply = Meaning.of(status, "no such channel", Duration.ZERO);

        assertThat(reply.words()).isEqualTo(words);
    }
}
