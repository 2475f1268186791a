package io.sectorwatch.ingest.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Tick;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedFactsTest {
    @TempDir
    Path directory;

    @Test
    void givesTheOrderOfFactsWhateverTheMemory() throws IOException {
        List<Message> facts = new ArrayList<>(Stream.of(BuiltInSet.values())
                .flatMap(set -> set.facts().stream())
                .toList());
        facts.add(FactTexts.observation("CHN", "2023-S2", "1", "2024-02-23T00:00:00Z"));
        facts.add(FactTexts.observation("CHN", "2023-Q3", "1", "2024-02-23T00:00:00Z"));
        facts.add(FactTexts.observation("CHN", "1066-12-31", "-1", "2024-02-23T00:00:00Z"));
        facts.add(new Tick(Instant.parse("2024-02-23T00:00:00Z")));
        Collections.shuffle(facts, new Random(4));

        assertThat(sorted(facts, 1 << 10))
                .isEqualTo(sorted(facts, 1 << 30))
                .isEqualTo(facts.stream().sorted(FactOrder.BY_KNOWLEDGE_TIME).toList());
    }

    @Test
    void keepsBatchesApart() throws IOException {
        try (SortedFacts facts = new SortedFacts(directory, 1 << 20)) {
            facts.add(1, new Tick(Instant.parse("2020-01-01T00:00:00Z")));
            facts.add(0, new Tick(Instant.parse("2021-01-01T00:00:00Z")));

            SortedFacts.Facts cursor = facts.facts();
            assertThat(cursor.next()).extracting(SortedFacts.Placed::batch).isEqualTo(0);
            assertThat(cursor.next()).extracting(SortedFacts.Placed::batch).isEqualTo(1);
            assertThat(cursor.next()).isNull();
        }
    }

    @Test
    void keepsTheEnvelopeOfEveryFact() throws IOException {
        List<Message> facts = new ArrayList<>(Stream.of(BuiltInSet.values())
                .flatMap(set -> set.facts().stream())
                .toList());
        facts.add(new Tick(Instant.parse("2024-02-23T00:00:00.001Z")));
        Collections.shuffle(facts, new Random(4));

        List<String> envelopes = new ArrayList<>();
        try (SortedFacts sort = SortedFacts.enveloped(directory, 1 << 16)) {
            for (Message fact : facts) {
                sort.add(0, fact);
            }
            assertThat(read(sort))
                    .isEqualTo(
                            facts.stream().sorted(FactOrder.BY_KNOWLEDGE_TIME).toList());
            SortedFacts.EnvelopedFacts cursor = sort.envelopes();
            for (SortedFacts.Enveloped next = cursor.next(); next != null; next = cursor.next()) {
                envelopes.add(text(next.envelope()));
            }
        }
        assertThat(envelopes)
                .isEqualTo(facts.stream()
                        .sorted(FactOrder.BY_KNOWLEDGE_TIME)
                        .map(fact -> text(Envelope.of(fact)))
                        .toList());
    }

    private static String text(Envelope envelope) {
        return envelope.headers() + new String(envelope.value(), UTF_8);
    }

    private List<Message> sorted(List<Message> facts, long memory) throws IOException {
        try (SortedFacts sort = new SortedFacts(directory, memory)) {
            for (Message fact : facts) {
                sort.add(0, fact);
            }
            return read(sort);
        }
    }

    private static List<Message> read(SortedFacts sort) throws IOException {
        List<Message> sorted = new ArrayList<>();
        SortedFacts.Facts cursor = sort.facts();
        for (SortedFacts.Placed next = cursor.next(); next != null; next = cursor.next()) {
            sorted.add(next.fact());
        }
        return sorted;
    }
}
