package io.sectorwatch.application.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.processor.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RulesInEffectTest {
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void theSameRuleAgainKeepsItsTimeOfEffect() {
        RulesInEffect rules = RulesInEffect.of(List.of(record(rule("1"), FIRST), record(rule("1"), LATER)));

        assertThat(rules.all())
                .singleElement()
                .satisfies(effective -> assertThat(effective.since()).isEqualTo(FIRST));
    }

    @Test
    void aChangedRuleTakesEffectAnew() {
        RulesInEffect rules = RulesInEffect.of(List.of(record(rule("1"), FIRST), record(rule("2"), LATER)));

        assertThat(rules.all())
                .singleElement()
                .satisfies(effective -> assertThat(effective.since()).isEqualTo(LATER));
        assertThat(rules.find("reached")).map(Rule::hash).contains(rule("2").hash());
        assertThat(rules.find("other")).isEmpty();
    }

    private static Rule rule(String limit) {
        return Rules.of("{id: reached, series: {indicator: x}, when: {value: {atLeast: " + limit + "}}}")
                .get(0);
    }

    private static ConsumerRecord<byte[], byte[]> record(Rule rule, Instant at) {
        return new ConsumerRecord<>(
                "rules",
                0,
                0,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                rule.id().getBytes(UTF_8),
                rule.json().getBytes(UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }
}
