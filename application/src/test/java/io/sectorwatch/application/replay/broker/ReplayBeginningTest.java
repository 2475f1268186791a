package io.sectorwatch.application.replay.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.ReplayException;
import io.sectorwatch.application.replay.broker.ReplayBeginning.Stage;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayBeginningTest {
    private static final Capture BEFORE = capture(10);
    private static final Capture NOW = capture(20);

    @Test
    void isAnewWhereThereIsNothing() {
        assertThat(ReplayBeginning.of(Optional.empty(), settings(null), "this", NOW))
                .isEqualTo(new ReplayBeginning(Stage.NOT_BEGUN, NOW, false));
    }

    @ParameterizedTest
    @CsvSource({"true,false,NOT_BEGUN", "true,true,IN_PLACE", "false,false,TO_BE_SORTED", "false,true,SORTED"})
    void isWhereTheSameWasInterruptedWithWhatThatOneHadCaptured(boolean inPlace, boolean staged, Stage stage) {
        assertThat(ReplayBeginning.of(journal("this", inPlace, staged), settings(null), "this", NOW))
                .isEqualTo(new ReplayBeginning(stage, BEFORE, true));
    }

    @Test
    void isAnewWhereSomethingElseWasInterruptedOrTimeIsToPassAgain() {
        ReplayBeginning anew = new ReplayBeginning(Stage.NOT_BEGUN, NOW, false);

        assertThat(ReplayBeginning.of(journal("other", false, true), settings(null), "this", NOW))
                .isEqualTo(anew);
        assertThat(ReplayBeginning.of(journal("this", false, true), settings(86_400.0), "this", NOW))
                .isEqualTo(anew);
    }

    @Test
    void isRefusedWhereOneOfTheNameWasKeptWhateverItWasAskedFor() {
        Optional<ReplayJournal> kept =
                Optional.of(new ReplayJournal("other", BEFORE, true, true, Json.tree("{}".getBytes(UTF_8))));

        assertThatThrownBy(() -> ReplayBeginning.of(kept, settings(null), "this", NOW))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("the replay 'mine' was kept");
    }

    private static Optional<ReplayJournal> journal(String request, boolean inPlace, boolean staged) {
        return Optional.of(new ReplayJournal(request, BEFORE, inPlace, staged, null));
    }

    private static ReplaySettings settings(@Nullable Double speed) {
        ReplayTopics topics = new ReplayTopics(new Topics(Topics.DEFAULT_PREFIX), "mine");
        return new ReplaySettings(topics, List.of(), null, 1, speed, false, Path.of("data"), Path.of("temporary"));
    }

    private static Capture capture(long end) {
        return new Capture(List.of(new Manifest.Offsets("sectorwatch.indicators", 0, 0, end)));
    }
}
