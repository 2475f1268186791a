package io.sectorwatch.application.replay.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLineTest {
    private static final Pattern LABEL = Pattern.compile(">([^<]+)</text>");

    @ParameterizedTest
    @CsvSource({
        "2024-02-23, 2024-05-02, 2024-03 2024-04 2024-05",
        "2024-01-01, 2025-10-09, 2024-04 2024-07 2024-10 2025 2025-04 2025-07 2025-10",
        "2021-11-30, 2025-06-30, 2022 2022-07 2023 2023-07 2024 2024-07 2025",
        "2010-05-05, 2024-05-05, 2012 2014 2016 2018 2020 2022 2024",
        "1960-05-05, 2024-05-05, 1970 1980 1990 2000 2010 2020"
    })
    void theAxisHasMarksThatCanBeRead(String first, String last, String labels) {
        String axis = new TimeLine(at(first), at(last)).axis();

        assertThat(LABEL.matcher(axis)
                        .results()
                        .map((MatchResult label) -> label.group(1))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(labels);
    }

    private static long at(String day) {
        return Instant.parse(day + "T00:00:00Z").toEpochMilli();
    }
}
