package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransitionLineTest {
    private static final String MESSAGE =
            "China's R&D intensity of 2023 was revised from 2.65 to 2.58 %: it never was at least 2.6 %";
    private static final String RULE = "R&D intensity at least 2.6 % (at-least)";
    private static final String HEAD = "2025-01-23  RETRACTED  info      possible  CHN/economy  ";

    @Test
    void isOneLineWhereThereIsNoScreen() {
        assertThat(new TransitionLine(Screen.PLAIN).of(transition("info"), RULE))
                .isEqualTo(HEAD + MESSAGE + "  " + RULE);
    }

    @Test
    void goesOnBeneathWhereTheScreenEnds() {
        String text = new TransitionLine(new Screen(80, false)).of(transition("info"), RULE);

        assertThat(text.lines()).hasSize(3).allMatch(line -> line.length() <= 80);
        assertThat(text.lines().skip(1)).allMatch(line -> line.startsWith(" ".repeat(12)));
        assertThat(text.replaceAll("\\R *", " ")).isEqualTo(HEAD + MESSAGE + "  " + RULE);
    }

    @Test
    void coloursTheSeverityAlone() {
        String text = new TransitionLine(new Screen(200, true)).of(transition("critical"), RULE);

        assertThat(text).contains("  \u001b[1;31mcritical\u001b[0m  possible");
        assertThat(text.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(new TransitionLine(Screen.PLAIN).of(transition("critical"), RULE));
    }

    @Test
    void aTerminalHasColoursUnlessTheyAreUnwanted() {
        assertThat(Screen.of("80", Map.of())).isEqualTo(new Screen(80, true));
        assertThat(Screen.of("80", Map.of("NO_COLOR", ""))).isEqualTo(new Screen(80, true));
        assertThat(Screen.of("80", Map.of("NO_COLOR", "1"))).isEqualTo(new Screen(80, false));
        assertThat(Screen.of("80", Map.of("TERM", "dumb"))).isEqualTo(new Screen(80, false));
        assertThat(Screen.of("80", Map.of("TERM", "xterm"))).isEqualTo(new Screen(80, true));
        assertThat(Screen.of(null, Map.of())).isEqualTo(Screen.PLAIN);
    }

    private static Transition transition(String severity) {
        String json = """
                {"alert":"a","transition":"RETRACTED","reason":"revision","rule":"r","ruleHash":"h",
                 "severity":"%s","labels":{},"series":"rd-intensity/CHN/economy/A","area":"CHN","sector":"economy",
                 "since":"2023","period":"2023","certainty":"possible","measure":{"kind":"value","value":2.58},
                 "limit":{"atLeast":2.6},"message":"%s","decidedAt":"2025-01-23T00:00:00Z","evidence":["e"]}
                """.formatted(severity, MESSAGE);
        return new TransitionCodec().read(json.getBytes(UTF_8));
    }
}
