package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.scorecard.Slice;
import io.sectorwatch.processor.state.CardStore;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts the slices of all tasks together to scorecards, of areas and of sectors, and publishes those that changed when the task commits. */
final class ScorecardProcessor implements Processor<String, Slice, String, Envelope> {
    private @Nullable CardStore store;
    private @Nullable ThreadWork work;
    private boolean uncommitted = true;

    @Override
    public void init(ProcessorContext<String, Envelope> context) {
        CardStore cards = context.getStateStore(CardStore.NAME);
        store = cards;
        cards.beforeCommit(() -> cards.takeChanged().forEach(card -> forward(context, card)));
        ThreadWork ofThread = ThreadWork.ofThisThread();
        work = ofThread;
        // A card is written anew at each commit: those to which many slices come are waited for.
        Quiet quiet = new Quiet();
        context.schedule(Commits.STEP, PunctuationType.WALL_CLOCK_TIME, time -> {
            if (quiet.stepsAt(ofThread.eventsAndSlices()) >= Commits.PAUSE && uncommitted) {
                uncommitted = false;
                context.commit();
            }
        });
    }

    @Override
    public void process(Record<String, Slice> record) {
        if (store == null || work == null) {
            throw new IllegalStateException("not initialised");
        }
        work.slice();
        uncommitted = true;
        store.put(record.value());
    }

    private static void forward(ProcessorContext<String, Envelope> context, Message card) {
        context.forward(
                new Record<>(card.subject(), FittingCard.of(card), card.time().toEpochMilli(), new RecordHeaders()));
    }
}
