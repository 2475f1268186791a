package io.sectorwatch.application.replay.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.application.replay.ReplayException;
import io.sectorwatch.application.replay.ReplayRequest;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RequestedSpan;
import io.sectorwatch.application.replay.RuleChoice;
import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.intake.FactSources;
import io.sectorwatch.processor.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReplayTest {
    private static final List<Rule> RULES =
            Rules.of("{id: mark, series: {indicator: rd-intensity, areas: [CHN]}, when: {value: {atLeast: 2.6}}}");
    private static final FactInput BRIEF =
            (intake, now) -> FactSources.read(BuiltInSet.find("brief").orElseThrow(), intake);
    private static final Rejection BROKEN = Rejection.ofFile("broken", "it is cut off");

    @TempDir
    private Path directory = Path.of("");

    private final List<Rejection> rejections = new ArrayList<>();

    @Test
    void saysWhatWasDecidedAndWhatItIsMadeOf() throws IOException {
        FileReplay replay = replay(ReplayScope.EVERYTHING);

        String first = replay.run(List.of("brief"), BRIEF, rejections::add, replayed -> {
                    assertThat(replayed.leftOut()).isZero();
                    assertThat(replayed.log().transitions().next()).isNotNull();
                    return new String(replayed.manifest().json(), UTF_8);
                })
                .orElseThrow();

        assertThat(first).contains("\"brief\"", "of files, from the beginning on", "\"software\" : \"test\"");
        assertThat(rejections).isEmpty();
    }

    @Test
    void whatIsRejectedIsCountedAndTheRestDecided() throws IOException {
        FactInput broken = (intake, now) -> {
            BRIEF.read(intake, now);
            intake.reject("broken", BROKEN);
        };

        assertThat(replay(ReplayScope.EVERYTHING).run(List.of("brief"), broken, rejections::add, replayed -> {
                    assertThat(replayed.log().size()).isPositive();
                    return replayed.leftOut();
                }))
                .contains(1L);
        assertThat(rejections).containsExactly(BROKEN);
    }

    @Test
    void nothingIsReportedWhereAllIsRejected() throws IOException {
        assertThat(replay(ReplayScope.EVERYTHING)
                        .run(
                                List.of("broken"),
                                (intake, now) -> intake.reject("broken", BROKEN),
                                rejections::add,
                                replayed -> "reported"))
                .isEmpty();
    }

    @Test
    void aRuleThatNeverWasIsRefusedBeforeAnythingIsRead() {
        FactInput never = (intake, now) -> {
            throw new AssertionError("read");
        };

        assertThatThrownBy(() -> replay(new ReplayScope(Set.of("marc"), Set.of(), Set.of(), Set.of()))
                        .run(List.of("brief"), never, rejections::add, replayed -> "reported"))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("there is no rule 'marc'; did you mean 'mark'?");
    }

    private FileReplay replay(ReplayScope scope) {
        return new FileReplay(
                new ReplayRequest("test", new RuleChoice.Others(RULES), RequestedSpan.WHOLE, scope), directory);
    }
}
