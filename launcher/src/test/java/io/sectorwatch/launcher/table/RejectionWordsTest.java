package io.sectorwatch.launcher.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.ingest.Rejected;
import io.sectorwatch.ingest.format.Rejection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionWordsTest {
    private static final Rejection ONE = Rejection.ofFile("a.csv", "it is empty");

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(RejectionWords.of(new Rejected(List.of(), 0, 0, Path.of("report"))))
                .isEmpty();
    }

    @Test
    void allThatIsShown() {
        assertThat(RejectionWords.of(new Rejected(List.of(ONE), 0, 1, null)))
                .containsExactly("a.csv: it is empty", "Rejected 1 file.");
    }

    @Test
    void whatIsNotShownAndWhereItWouldBe() {
        assertThat(RejectionWords.of(new Rejected(List.of(ONE), 25, 1, null)))
                .last()
                .isEqualTo("Rejected 25 rows and 1 file, 25 of which are not shown; --report FILE writes down all of"
                        + " them.");
    }

    @Test
    void whereItIsWrittenDown() {
        assertThat(RejectionWords.of(new Rejected(List.of(), 1, 0, Path.of("report"))))
                .containsExactly("Rejected 1 row: see report.");
    }
}
