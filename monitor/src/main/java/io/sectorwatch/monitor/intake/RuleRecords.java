package io.sectorwatch.monitor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Every record of a rule that the processor accepts. Not thread-safe. */
final class RuleRecords implements TopicTables {
    private final Admission admission;
    private final RowBatch rules = new RowBatch(Sql.named("insert-rule"));

    RuleRecords(Admission admission) {
        this.admission = admission;
    }

    @Override
    public long take(ConsumerRecord<byte[], byte[]> record) {
        String effective = Times.text(Instant.ofEpochMilli(record.timestamp()));
        if (record.value() == null) {
            if (record.key() != null) {
                String id = new String(record.key(), UTF_8);
                rules.add(record.partition(), record.offset(), id, effective, null, null, null, null);
            }
            return record.timestamp();
        }
        try {
            Rule rule = (Rule) admission.read(record);
            rules.add(
                    record.partition(),
                    record.offset(),
                    rule.id(),
                    effective,
                    rule.hash(),
                    rule.title(),
                    rule.severity().name().toLowerCase(Locale.ROOT),
                    rule.json());
            return record.timestamp();
        } catch (MalformedMessageException e) {
            // The processor has refused it too, and keeps it among the dead letters with the reason.
            return Long.MIN_VALUE;
        }
    }

    @Override
    public Writing handOver() {
        return rules.handOver()::write;
    }
}
