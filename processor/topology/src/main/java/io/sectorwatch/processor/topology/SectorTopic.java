package io.sectorwatch.processor.topology;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Topics;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Names the topic of a transition's sector, which its key tells. */
record SectorTopic(Topics topics) implements TopicNameExtractor<String, Envelope> {
    @Override
    public String extract(String key, Envelope envelope, RecordContext context) {
        String series = key.substring(key.lastIndexOf('|') + 1);
        return topics.alerts(SeriesKey.parse(series).sector());
    }

    @Override
    public String toString() {
        return topics.alerts("<sector>") + ", where there is one";
    }
}
