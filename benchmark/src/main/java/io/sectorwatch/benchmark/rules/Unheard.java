package io.sectorwatch.benchmark.rules;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import org.jspecify.annotations.Nullable;

/** Keeps nothing of what changes: what rules cost is to be seen without what state costs. */
final class Unheard implements Engine.Changes {
    @Override
    public void vintage(SeriesHistory history, int row) {}

    @Override
    public void policy(PolicyEvent event) {}

    @Override
    public void rule(String id, @Nullable Rule rule) {}

    @Override
    public void alert(String key, @Nullable Transition open) {}

    @Override
    public void tick(long tick) {}
}
