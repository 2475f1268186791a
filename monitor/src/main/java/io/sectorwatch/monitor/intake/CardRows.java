package io.sectorwatch.monitor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest card of each sector of each area. Not thread-safe. */
final class CardRows implements TopicTables {
    private static final Logger LOG = LoggerFactory.getLogger(CardRows.class);

    private final Map<String, ConsumerRecord<byte[], byte[]>> newest = new LinkedHashMap<>();

    @Override
    public long take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() != null) {
            newest.put(new String(record.key(), UTF_8), record);
        }
        return record.timestamp();
    }

    @Override
    public Writing handOver() {
        RowBatch gone = new RowBatch(Sql.named("delete-scorecard"));
        RowBatch cards = new RowBatch(Sql.named("upsert-scorecard"));
        newest.forEach((key, record) -> {
            int slash = key.indexOf('/');
            String area = slash < 0 ? key : key.substring(0, slash);
            String sector = key.substring(slash + 1);
            if (record.value() == null) {
                gone.add(area, sector);
                return;
            }
            try {
                JsonNode card = Json.tree(record.value());
                String state = card.path("state").textValue();
                String known = Times.text(Instant.ofEpochMilli(record.timestamp()));
                cards.add(area, sector, state, known, new String(record.value(), UTF_8));
            } catch (MalformedMessageException e) {
                LOG.error("{} at {} is no scorecard: {}", record.topic(), record.offset(), e.getMessage());
            }
        });
        newest.clear();
        return connection -> {
            gone.write(connection);
            cards.write(connection);
        };
    }
}
