package io.sectorwatch.application.demo;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.fact.FactOrder;
import io.sectorwatch.schemas.message.Message;
import java.util.List;

/** What the demonstration publishes: the brief, and what was known before and after it. */
public final class DemoFacts {
    private static final List<String> SETS = List.of("brief", "history");

    /** All facts, in the order in which they became known. */
    public static List<Message> inOrder() {
        return SETS.stream()
                .map(BuiltInSet::find)
                .flatMap(set -> set.orElseThrow().facts().stream())
                .sorted(FactOrder.BY_KNOWLEDGE_TIME)
                .toList();
    }

    private DemoFacts() {}
}
