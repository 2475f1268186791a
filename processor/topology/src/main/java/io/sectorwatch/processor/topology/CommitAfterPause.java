package io.sectorwatch.processor.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Commits when the stream thread has had nothing to do for a moment: that is when subscribers want to see what there is.
 * Under load the commit interval decides. A thread serves its tasks in turn, so what one task alone sees is no pause.
 */
final class CommitAfterPause {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int REST = 5;
    private static final ThreadLocal<Work> OF_THREAD = ThreadLocal.withInitial(Work::new);

    private final Work work = OF_THREAD.get();
    private long seen = -1;
    private int quietSteps;
    private boolean uncommitted = true;
    private boolean unsettled = true;

    private CommitAfterPause() {}

    /**
     * To be called when a processor is initialised.
     *
     * @param settle does what can wait for a longer pause, before the commit that ends it; it may forward
     */
    static CommitAfterPause of(ProcessorContext<?, ?> context, Runnable settle) {
        CommitAfterPause commit = new CommitAfterPause();
        context.schedule(STEP, PunctuationType.WALL_CLOCK_TIME, time -> commit.step(context, settle));
        return commit;
    }

    /** The task has had an event. */
    void event() {
        work.events++;
        uncommitted = true;
        unsettled = true;
    }

    private void step(ProcessorContext<?, ?> context, Runnable settle) {
        quietSteps = work.events == seen ? quietSteps + 1 : 0;
        seen = work.events;
        boolean rest = unsettled && quietSteps >= REST;
        if (rest) {
            unsettled = false;
            settle.run();
        }
        if (rest || uncommitted && quietSteps > 0) {
            uncommitted = false;
            context.commit();
        }
    }

    private static final class Work {
        private long events;
    }
}
