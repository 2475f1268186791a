package io.sectorwatch.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** When a task asks for a commit before the commit interval does. */
class CommitAfterPauseTest {
    private final Task one = new Task();
    private final Task other = new Task();
    private int settled;

    @Test
    void aPauseIsUsed() {
        one.step();
        one.step();
        one.events(10_000);
        assertThat(one.step()).isFalse();

        assertThat(one.step()).isTrue();
        assertThat(one.step()).as("with nothing new").isFalse();
    }

    @Test
    void whereLittleComesNobodyWaitsForAPause() {
        one.step();
        for (int step = 0; step < 20; step++) {
            one.events(100);
            assertThat(one.step()).isTrue();
        }
        assertThat(settled).isZero();
    }

    @Test
    void underLoadTheIntervalDecides() {
        one.step();
        for (int step = 0; step < 20; step++) {
            one.events(5_000);
            assertThat(one.step()).isFalse();
        }
    }

    @Test
    void whatAnotherTaskAskedForIsForAllOfTheThread() {
        one.step();
        other.step();
        one.step();
        other.step();
        one.events(10);
        other.events(10);

        assertThat(one.step()).isTrue();
        assertThat(other.step()).isFalse();
        other.events(10);
        assertThat(other.step()).isTrue();
    }

    @Test
    void afterALongerPauseWhatCouldWaitIsDoneAndCommitted() {
        one.events(1);
        for (int step = 0; step < 5; step++) {
            one.step();
        }
        assertThat(settled).isZero();

        assertThat(one.step()).isTrue();
        assertThat(settled).isEqualTo(1);
        assertThat(one.step()).isFalse();
    }

    private final class Task {
        private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        private final CommitAfterPause pause = CommitAfterPause.of(context, () -> settled++);

        void events(int count) {
            for (int event = 0; event < count; event++) {
                pause.event();
            }
        }

        /** Lets a step of time pass; returns whether a commit was asked for. */
        boolean step() {
            context.resetCommit();
            context.scheduledPunctuators().get(0).getPunctuator().punctuate(0);
            return context.committed();
        }
    }
}
