package io.sectorwatch.application.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RulesInEffectTest {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int PARTITIONS = 3;
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void theSameRuleAgainKeepsItsTimeOfEffect() {
        RulesInEffect rules = read(List.of(record(rule("1"), FIRST), record(rule("1"), LATER)));

        assertThat(rules.all())
                .singleElement()
                .satisfies(effective -> assertThat(effective.since()).isEqualTo(FIRST));
    }

    @Test
    void aChangedRuleTakesEffectAnew() {
        RulesInEffect rules = read(List.of(record(rule("1"), FIRST), record(rule("2"), LATER)));

        assertThat(rules.all())
                .singleElement()
                .satisfies(effective -> assertThat(effective.since()).isEqualTo(LATER));
        assertThat(rules.find("reached")).map(Rule::hash).contains(rule("2").hash());
        assertThat(rules.find("other")).isEmpty();
    }

    @Test
    void aRuleWhereNoSeriesIsThatItCouldWatchIsNotInEffect() {
        int home = Partitions.of("x", PARTITIONS);
        int elsewhere = (home + 1) % PARTITIONS;

        assertThat(read(List.of(record(rule("1"), FIRST, elsewhere, new RecordHeaders())))
                        .all())
                .isEmpty();
        assertThat(read(List.of(record(rule("1"), FIRST, home, new RecordHeaders())))
                        .partitions("reached"))
                .containsExactly(home);
    }

    @Test
    void aRecordThatSaysItIsSomethingElseIsNoRule() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", "io.sectorwatch.observation.v1".getBytes(UTF_8));

        assertThat(read(List.of(record(rule("1"), FIRST, Partitions.of("x", PARTITIONS), headers)))
                        .all())
                .isEmpty();
    }

    private static RulesInEffect read(List<ConsumerRecord<byte[], byte[]>> records) {
        return RulesInEffect.of(records, new Admission(TOPICS, PARTITIONS));
    }

    private static Rule rule(String limit) {
        return Rules.of("{id: reached, series: {indicator: x}, when: {value: {atLeast: " + limit + "}}}")
                .get(0);
    }

    private static ConsumerRecord<byte[], byte[]> record(Rule rule, Instant at) {
        return record(rule, at, Partitions.of("x", PARTITIONS), new RecordHeaders());
    }

    private static ConsumerRecord<byte[], byte[]> record(Rule rule, Instant at, int partition, RecordHeaders headers) {
        return new ConsumerRecord<>(
                TOPICS.rules(),
                partition,
                0,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                rule.id().getBytes(UTF_8),
                rule.json().getBytes(UTF_8),
                headers,
                Optional.empty());
    }
}
