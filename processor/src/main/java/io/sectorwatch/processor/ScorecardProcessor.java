package io.sectorwatch.processor;

import io.sectorwatch.processor.scorecard.CardStore;
import io.sectorwatch.processor.scorecard.Slice;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Scorecard;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts the slices of all tasks together to scorecards, and publishes those that changed when the task commits. */
final class ScorecardProcessor implements Processor<String, Slice, String, Envelope> {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private @Nullable CardStore store;
    private boolean busy = true;
    private boolean uncommitted = true;

    @Override
    public void init(ProcessorContext<String, Envelope> context) {
        CardStore cards = context.getStateStore(CardStore.NAME);
        store = cards;
        cards.beforeCommit(() -> cards.takeChanged().forEach(card -> forward(context, card)));
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, time -> {
            if (!busy && uncommitted) {
                uncommitted = false;
                context.commit();
            }
            busy = false;
        });
    }

    @Override
    public void process(Record<String, Slice> record) {
        if (store == null) {
            throw new IllegalStateException("not initialised");
        }
        busy = true;
        uncommitted = true;
        store.put(record.value());
    }

    private static void forward(ProcessorContext<String, Envelope> context, Scorecard card) {
        context.forward(
                new Record<>(card.key(), Envelope.of(card), card.knownAt().toEpochMilli(), new RecordHeaders()));
    }
}
