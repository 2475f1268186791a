package io.sectorwatch.ingest.fact;

import static io.sectorwatch.ingest.fact.FactTexts.observation;
import static io.sectorwatch.ingest.fact.FactTexts.policy;
import static io.sectorwatch.ingest.fact.FactTexts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.schemas.message.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactOrderTest {
    private static final String EARLY = "2024-02-23T00:00:00Z";
    private static final String LATE = "2025-01-23T00:00:00Z";

    private static final List<Message> ORDERED = List.of(
            tick("2024-02-22T00:00:00Z"),
            policy("b", "2022", EARLY),
            policy("a", "2023", EARLY),
            policy("c", "2023", EARLY),
            observation("USA", "2022", "1", EARLY),
            observation("CHN", "2023", "1", EARLY),
            observation("CHN", "2023", "2", EARLY),
            observation("JPN", "2023", "0", EARLY),
            observation("CHN", "2023-12", "0", EARLY),
            tick(EARLY),
            observation("CHN", "2021", "1", LATE));

    @Test
    void ordersByKnowledgeTimeThenKindThenPeriodThenSeries() {
        List<Message> reversed = new ArrayList<>(ORDERED);
        Collections.reverse(reversed);
        assertThat(reversed.stream().sorted(FactOrder.BY_KNOWLEDGE_TIME)).containsExactlyElementsOf(ORDERED);
    }

    @Test
    void endsInTheSameOrderWhateverTheOrderOfReading() {
        List<Message> facts = new ArrayList<>(Stream.of(BuiltInSet.values())
                .flatMap(set -> set.facts().stream())
                .toList());
        List<Message> once = facts.stream().sorted(FactOrder.BY_KNOWLEDGE_TIME).toList();
        long seed = 1752;
        Collections.shuffle(facts, new Random(seed));
        assertThat(facts.stream().sorted(FactOrder.BY_KNOWLEDGE_TIME).toList())
                .as("seed %d", seed)
                .isEqualTo(once);
    }
}
