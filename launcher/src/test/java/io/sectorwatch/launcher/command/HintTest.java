package io.sectorwatch.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HintTest {
    private static final String SERVER = "--bootstrap-server kafka-1.statistics.example:9092";

    @Test
    void aShortOneIsOneLine() {
        assertThat(Hint.of(List.of("./sectorwatch", "alerts", "--open"), "what is open now"))
                .isEqualTo("      ./sectorwatch alerts --open    what is open now\n");
    }

    @Test
    void theWordsOfALongOneStandAboveIt() {
        assertThat(Hint.of(List.of("./sectorwatch", "alerts", SERVER), "all so far"))
                .isEqualTo("      # all so far\n      ./sectorwatch alerts " + SERVER + "\n");
    }

    @Test
    void aLongerOneGoesOnBeneathAndCanStillBeCopied() {
        String hint = Hint.of(List.of("./sectorwatch", "alerts", SERVER, "--prefix statistics.", "--follow"), "");

        assertThat(hint)
                .isEqualTo("      ./sectorwatch alerts " + SERVER + " \\\n          --prefix statistics. --follow\n");
        assertThat(hint.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }
}
