package io.sectorwatch.application.replay.broker;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the live topics went at one moment: a replay reads no further, and one that goes on after it was killed reads
 * the same.
 */
public record Capture(List<Manifest.Offsets> offsets) {
    public Capture {
        offsets = offsets.stream()
                .sorted(Comparator.comparing(Manifest.Offsets::topic).thenComparingInt(Manifest.Offsets::partition))
                .toList();
    }

    /** Looks now. */
    public static Capture of(Server server, Topics live) {
        List<String> topics = List.of(live.indicators(), live.policies(), live.rules(), live.alerts());
        try (Admin admin = server.admin()) {
            Offsets offsets = new Offsets(admin);
            var partitions = offsets.partitions(topics);
            for (String topic : topics) {
                if (partitions.stream().noneMatch(partition -> partition.topic().equals(topic))) {
                    throw ServerException.noTopic(topic, server);
                }
            }
            Map<TopicPartition, Long> beginnings = offsets.beginnings(partitions);
            List<Manifest.Offsets> all = new ArrayList<>();
            offsets.ends(partitions)
                    .forEach((partition, end) -> all.add(new Manifest.Offsets(
                            partition.topic(), partition.partition(), beginnings.getOrDefault(partition, 0L), end)));
            return new Capture(all);
        }
    }

    /** Where a topic ends. */
    Map<TopicPartition, Long> ends(String topic) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Manifest.Offsets of : offsets) {
            if (of.topic().equals(topic)) {
                ends.put(new TopicPartition(topic, of.partition()), of.end());
            }
        }
        return ends;
    }

    /** How many offsets of a topic there are to read. */
    long size(String topic) {
        return offsets.stream()
                .filter(of -> of.topic().equals(topic))
                .mapToLong(of -> of.end() - of.from())
                .sum();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Manifest.Offsets of : offsets) {
            of.write(json);
        }
        json.writeEndArray();
    }

    static Capture read(JsonNode json) {
        List<Manifest.Offsets> offsets = new ArrayList<>();
        json.forEach(of -> offsets.add(new Manifest.Offsets(
                of.path("topic").asText(),
                of.path("partition").asInt(),
                of.path("from").asLong(),
                of.path("end").asLong())));
        return new Capture(offsets);
    }
}
