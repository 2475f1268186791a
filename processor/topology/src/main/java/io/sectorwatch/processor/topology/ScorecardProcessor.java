package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.scorecard.Slice;
import io.sectorwatch.processor.state.CardStore;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Scorecard;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts the slices of all tasks together to scorecards, and publishes those that changed when the task commits. */
final class ScorecardProcessor implements Processor<String, Slice, String, Envelope> {
    // A broker takes records of a little more than a million bytes, headers included.
    private static final int LARGEST_CARD = 900_000;

    private @Nullable CardStore store;
    private @Nullable CommitAfterPause pause;

    @Override
    public void init(ProcessorContext<String, Envelope> context) {
        CardStore cards = context.getStateStore(CardStore.NAME);
        store = cards;
        cards.beforeCommit(() -> cards.takeChanged().forEach(card -> forward(context, card)));
        pause = CommitAfterPause.of(context, () -> {});
    }

    @Override
    public void process(Record<String, Slice> record) {
        if (store == null || pause == null) {
            throw new IllegalStateException("not initialised");
        }
        pause.event();
        store.put(record.value());
    }

    private static void forward(ProcessorContext<String, Envelope> context, Scorecard card) {
        context.forward(new Record<>(card.key(), fitting(card), card.knownAt().toEpochMilli(), new RecordHeaders()));
    }

    /** The card as a broker takes it: of thousands of indicators the last ones are left out. */
    static Envelope fitting(Scorecard card) {
        Envelope envelope = Envelope.of(card);
        if (envelope.value().length <= LARGEST_CARD) {
            return envelope;
        }
        List<Scorecard.Line> lines = card.indicators();
        int kept = (int) Math.min(lines.size() - 1L, (long) lines.size() * LARGEST_CARD / envelope.value().length);
        return fitting(new Scorecard(
                card.area(),
                card.sector(),
                card.state(),
                lines.subList(0, kept),
                card.policies(),
                card.open(),
                card.knownAt()));
    }
}
