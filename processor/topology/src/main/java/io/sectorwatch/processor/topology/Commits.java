package io.sectorwatch.processor.topology;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Commits as soon as there is something to tell and the thread keeps up, and when it has had nothing to do for a moment:
 * that is when subscribers want to see what there is. Under load the commit interval decides. A thread serves its tasks in
 * turn, so what one task alone sees is no pause.
 */
final class Commits {
    /** How often a thread looks whether a commit is due, if nothing comes. */
    static final Duration STEP = Duration.ofMillis(50);

    /** For so many steps nothing has come where there is a pause. */
    static final int PAUSE = 2;

    private static final int REST = 10;

    private final ProcessorContext<?, ?> context;
    private final BooleanSupplier settle;
    private final ThreadWork work = ThreadWork.ofThisThread();
    private final Quiet quiet = new Quiet();
    private boolean uncommitted = true;
    private boolean unsettled = true;

    private Commits(ProcessorContext<?, ?> context, BooleanSupplier settle) {
        this.context = context;
        this.settle = settle;
    }

    /**
     * To be called when a processor is initialised.
     *
     * @param settle does, step by step, what can wait for a longer pause, and says whether all is done; it may forward
     */
    static Commits of(ProcessorContext<?, ?> context, BooleanSupplier settle) {
        Commits commits = new Commits(context, settle);
        Object interval = context.appConfigs().get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        commits.work.at(Duration.ofMillis(interval == null ? 0 : Long.parseLong(interval.toString())));
        context.schedule(STEP, PunctuationType.WALL_CLOCK_TIME, time -> commits.step());
        return commits;
    }

    /** The task has had an event. */
    void event() {
        work.event();
        uncommitted = true;
        unsettled = true;
    }

    /** Whether there is more than the thread can take. */
    boolean isBehind() {
        return work.isBehind();
    }

    /** What the task has handed on is waited for. */
    void told() {
        work.told();
    }

    /** To be called after each event. */
    void commitIfDue() {
        if (work.shouldCommit()) {
            context.commit();
        }
    }

    private void step() {
        int quietSteps = quiet.stepsAt(work.events());
        boolean settled = unsettled && quietSteps >= REST && settle.getAsBoolean();
        if (settled) {
            unsettled = false;
        }
        if (settled || uncommitted && quietSteps >= PAUSE) {
            uncommitted = false;
            context.commit();
        } else {
            commitIfDue();
        }
    }
}
