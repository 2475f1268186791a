package io.sectorwatch.application.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningPartsTest {
    private final RunningParts running = new RunningParts();
    private final List<String> stopped = new ArrayList<>();

    @Test
    void theLastStartedIsStoppedFirstAndEachOnce() {
        running.add(() -> stopped.add("broker"));
        running.add(() -> stopped.add("processor"));

        running.close();
        running.close();

        assertThat(stopped).containsExactly("processor", "broker");
        assertThat(running.isEmpty()).isTrue();
    }

    @Test
    void oneThatCannotBeStoppedHoldsUpNoOther() {
        running.add(() -> stopped.add("broker"));
        running.add(() -> {
            throw new IllegalStateException("stuck");
        });

        assertThatThrownBy(running::close).hasRootCauseMessage("stuck");
        assertThat(stopped).containsExactly("broker");
    }
}
