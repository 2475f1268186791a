package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.scorecard.Slice;
import io.sectorwatch.processor.scorecard.Slicer;
import io.sectorwatch.processor.state.DecisionStore;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Hands the events of a task to its engine, and what the engine decides to the topics of the alerts. */
final class DecisionProcessor implements Processor<byte[], Object, String, DecisionProcessor.Output> {
    // More at once would keep alerts waiting.
    private static final int MOST_SLICES = 500;
    private static final int FEW_SLICES = 100;
    private static final int ROUND_UNDER_LOAD = 30;
    private static final Duration STEP_UNDER_LOAD = Duration.ofSeconds(1);
    // A backlog changes each scorecard a hundred times over, and nobody reads them all.
    private static final Duration STEP_OF_A_BACKLOG = Duration.ofSeconds(30);
    private static final long NEVER = 0;

    private final FactsAndRules inputs;
    private @Nullable Running running;

    DecisionProcessor(FactsAndRules inputs) {
        this.inputs = inputs;
    }

    /** What it hands on: a transition, ready to be written, or a slice of a scorecard. */
    sealed interface Output {}

    record Told(Transition transition, Envelope envelope) implements Output {}

    record Known(Slice slice) implements Output {}

    @Override
    public void init(ProcessorContext<String, Output> context) {
        DecisionStore store = context.getStateStore(DecisionStore.NAME);
        Running begun = new Running(context, store);
        running = begun;
        store.beforeCommit(begun::forwardSlicesIfDue);
    }

    @Override
    public void process(Record<byte[], Object> record) {
        if (running == null) {
            throw new IllegalStateException("not initialised");
        }
        running.process(record);
    }

    private final class Running {
        private final ProcessorContext<String, Output> context;
        private final Engine engine;
        private final Slicer slicer;
        private final Commits commits;
        private final Decider decider;
        private long slicesForwarded = NEVER;

        Running(ProcessorContext<String, Output> context, DecisionStore store) {
            this.context = context;
            this.decider = new Decider(inputs, store);
            this.engine = decider.engine();
            this.slicer = new Slicer(engine);
            this.commits = Commits.of(context, this::forwardAPortion);
            // What was not handed on before a crash, or to those who kept it in another way, is nowhere noted.
            engine.showAll();
        }

        void process(Record<byte[], Object> record) {
            commits.event();
            // Its facts come before what closes it, and so has all that was open before been decided before it.
            String release = record.value() instanceof ClosedRelease closed ? closed.release() : null;
            for (Transition transition : decide(record)) {
                forward(transition.key(), new Told(transition, envelope(transition, release)), transition.decidedAt());
                commits.told();
            }
            commits.commitIfDue();
        }

        private Envelope envelope(Transition transition, @Nullable String release) {
            Envelope envelope =
                    Envelope.of(transition).withRecordedTime(Instant.ofEpochMilli(context.currentSystemTimeMs()));
            return release == null ? envelope : envelope.withRelease(release);
        }

        void forwardSlicesIfDue() {
            Duration step = commits.isBehind() ? STEP_OF_A_BACKLOG : STEP_UNDER_LOAD;
            if (context.currentSystemTimeMs() - slicesForwarded >= step.toMillis()) {
                int portion = engine.shownCount() / ROUND_UNDER_LOAD;
                forwardSlices(Math.max(FEW_SLICES, Math.min(MOST_SLICES, portion)));
            }
        }

        private boolean forwardAPortion() {
            forwardSlices(MOST_SLICES);
            return engine.shownCount() == 0;
        }

        private void forwardSlices(int most) {
            slicesForwarded = context.currentSystemTimeMs();
            for (Slice slice : slicer.of(engine.takeShown(most))) {
                // All areas of a sector meet in one task.
                forward(slice.card().sector(), new Known(slice), slice.card().knownAt());
            }
        }

        private List<Transition> decide(Record<byte[], Object> record) {
            return decider.decide(
                    record.value(),
                    record.key(),
                    record.headers(),
                    record.timestamp(),
                    context.recordMetadata().orElseThrow());
        }

        private void forward(String key, Output output, Instant time) {
            context.forward(new Record<>(key, output, time.toEpochMilli(), new RecordHeaders()));
        }
    }
}
