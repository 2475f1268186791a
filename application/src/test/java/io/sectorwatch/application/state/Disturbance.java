package io.sectorwatch.application.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.TopicPartition;

/** What may happen to a processor in the middle of its facts. */
enum Disturbance {
    STOPPED,
    GROUP_FORGOTTEN,
    OFFSETS_OF_FIGURES_FORGOTTEN,
    OFFSETS_OF_POLICIES_FORGOTTEN,
    OFFSETS_OF_RULES_FORGOTTEN,
    OFFSETS_OF_FIGURES_BEYOND_THE_END,
    OFFSETS_OF_POLICIES_BEYOND_THE_END,
    OFFSETS_OF_RULES_BEYOND_THE_END,
    STATE_DELETED_AND_REBUILT,
    STATE_EMPTIED_AND_REBUILT,
    FIGURES_DELETED,
    POLICIES_DELETED,
    RULES_DELETED;

    /** Happens to the processor that is at work; afterwards none is. */
    void happen(Bench bench) throws Exception {
        switch (this) {
            case FIGURES_DELETED -> deletedWhileItRuns(bench, bench.topics.indicators());
            case POLICIES_DELETED -> deletedWhileItRuns(bench, bench.topics.policies());
            case RULES_DELETED -> deletedWhileItRuns(bench, bench.topics.rules());
            default -> {
                bench.stop();
                happenWhereNoneIsAtWork(bench);
            }
        }
    }

    private void happenWhereNoneIsAtWork(Bench bench) throws Exception {
        switch (this) {
            case GROUP_FORGOTTEN -> bench.forget();
            case OFFSETS_OF_FIGURES_FORGOTTEN -> bench.forget(bench.topics.indicators());
            case OFFSETS_OF_POLICIES_FORGOTTEN -> bench.forget(bench.topics.policies());
            case OFFSETS_OF_RULES_FORGOTTEN -> bench.forget(bench.topics.rules());
            case OFFSETS_OF_FIGURES_BEYOND_THE_END -> bench.commit(bench.topics.indicators(), 1_000);
            case OFFSETS_OF_POLICIES_BEYOND_THE_END -> bench.commit(bench.topics.policies(), 1_000);
            case OFFSETS_OF_RULES_BEYOND_THE_END -> bench.commit(bench.topics.rules(), 1_000);
            case STATE_DELETED_AND_REBUILT -> {
                bench.delete(bench.changelog());
                assertThat(bench.rebuild().run()).isEqualTo(1);
            }
            case STATE_EMPTIED_AND_REBUILT -> {
                bench.empty(new TopicPartition(bench.changelog(), 0));
                assertThat(bench.rebuild().run()).isEqualTo(1);
            }
            default -> {}
        }
    }

    private static void deletedWhileItRuns(Bench bench, String topic) throws Exception {
        bench.delete(topic);
        assertThatThrownBy(bench::awaitEnd).hasMessageContaining("topic");
        bench.stop();
    }
}
