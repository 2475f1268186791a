package io.sectorwatch.monitor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Transition;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every transition, with the facts it rests on. Not thread-safe. */
final class TransitionTables implements TopicTables {
    private static final Logger LOG = LoggerFactory.getLogger(TransitionTables.class);
    private static final int NEWEST = 18;

    private final TransitionCodec codec = new TransitionCodec();
    private final RowBatch before = new RowBatch(Sql.named("mark-earlier-transitions"));
    private final RowBatch transitions = new RowBatch(Sql.named("insert-transition"));
    private final RowBatch evidence = new RowBatch(Sql.named("insert-evidence"));
    private final Map<String, @Nullable Object[]> newest = new LinkedHashMap<>();

    @Override
    public long take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Long.MIN_VALUE;
        }
        try {
            Transition transition = codec.read(record.value());
            take(record, transition, Envelope.releaseIn(record.headers()));
            return transition.decidedAt().toEpochMilli();
        } catch (MalformedMessageException e) {
            LOG.error(
                    "{}-{} at {} is no transition, and is passed over: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return Long.MIN_VALUE;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Transition transition, @Nullable String release) {
        if (newest.isEmpty() || !newest.containsKey(transition.alert())) {
            before.add(transition.alert());
        }
        @Nullable
        Object[] row = {
            record.partition(),
            record.offset(),
            transition.alert(),
            transition.transition().name(),
            transition.reason().code(),
            transition.rule(),
            transition.ruleHash(),
            transition.severity().name().toLowerCase(Locale.ROOT),
            transition.series().toString(),
            transition.series().indicator(),
            transition.series().area(),
            transition.series().sector(),
            transition.since().toString(),
            transition.period().toString(),
            transition.certainty().code(),
            transition.message(),
            Times.text(transition.decidedAt()),
            release,
            1,
            new String(record.value(), UTF_8)
        };
        @Nullable Object[] earlier = newest.put(transition.alert(), row);
        if (earlier != null) {
            earlier[NEWEST] = 0;
        }
        transitions.add(row);
        transition.evidence().stream()
                .distinct()
                .forEach(fact -> evidence.add(fact, record.partition(), record.offset()));
    }

    @Override
    public Writing handOver() {
        newest.clear();
        RowBatch marks = before.handOver();
        RowBatch told = transitions.handOver();
        RowBatch facts = evidence.handOver();
        return connection -> {
            marks.write(connection);
            told.write(connection);
            facts.write(connection);
        };
    }
}
