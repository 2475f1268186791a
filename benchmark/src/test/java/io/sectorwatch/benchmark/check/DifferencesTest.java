package io.sectorwatch.benchmark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final OpenAlert ALERT = new OpenAlert(2014, 2016, 2415, 2013, 3000, -585);
    private static final Map<String, OpenAlert> EXPECTED = Map.of("a", ALERT, "b", ALERT);

    @Test
    void theSameAlertsDoNotDiffer() {
        assertThat(AlertDifferences.between(EXPECTED, Map.of("b", ALERT, "a", ALERT)))
                .isEmpty();
    }

    @Test
    void anAlertThatIsMissingOrTooManyDiffers() {
        assertThat(AlertDifferences.between(EXPECTED, Map.of("a", ALERT, "c", ALERT)))
                .satisfiesExactly(
                        b -> assertThat(b).startsWith("b: open is nothing; it must be 2014..2016: 2415"),
                        c -> assertThat(c).startsWith("c: open is 2014..2016").endsWith("it must be nothing"));
    }

    @Test
    void everyPartOfAnAlertCounts() {
        for (OpenAlert wrong : new OpenAlert[] {
            new OpenAlert(2013, 2016, 2415, 2013, 3000, -585),
            new OpenAlert(2014, 2015, 2415, 2013, 3000, -585),
            new OpenAlert(2014, 2016, 2425, 2013, 3000, -585),
            new OpenAlert(2014, 2016, 2415, 2012, 3000, -585),
            new OpenAlert(2014, 2016, 2415, 2013, 3010, -585),
            new OpenAlert(2014, 2016, 2415, 2013, 3000, -586)
        }) {
            assertThat(AlertDifferences.between(EXPECTED, Map.of("a", ALERT, "b", wrong)))
                    .as("%s", wrong)
                    .hasSize(1);
        }
    }
}
