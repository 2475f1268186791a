package io.sectorwatch.ingest.vintage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Keeps account of a comparison, and puts what is to be published into its order. */
final class News implements Verdicts {
    private final SortedMap<Release, Changes> changes = new TreeMap<>();
    private final SortedMap<Release, Integer> batches = new TreeMap<>();
    private final List<String> files;
    private final SortedFacts facts;
    private final Consumer<Contradiction> contradictions;

    News(List<Release> inOrder, List<String> files, SortedFacts facts, Consumer<Contradiction> contradictions) {
        for (Release release : inOrder) {
            changes.put(release, new Changes());
            batches.put(release, batches.size() + 1);
        }
        this.files = files;
        this.facts = facts;
        this.contradictions = contradictions;
    }

    SortedMap<Release, Changes> changes() {
        return changes;
    }

    @Override
    public void speaks(Release release) {
        of(release).countSeries();
    }

    @Override
    public void publish(Release release, Change change, Message fact) throws IOException {
        of(release).count(change);
        facts.addOpen(batches.getOrDefault(release, 0), fact, change.effect());
    }

    @Override
    public void outranked(Release release, Outranked one) throws IOException {
        of(release).count(one);
        facts.addOpen(batches.getOrDefault(release, 0), one.fact(), Change.OUTRANKED.effect());
    }

    @Override
    public void isVoid(Release release, Message fact) {
        of(release).countVoid(fact);
    }

    @Override
    public void unchanged(Release release) {
        of(release).count(Change.UNCHANGED);
    }

    @Override
    public void late(Release release) {
        of(release).comeLate();
    }

    @Override
    public void contradicted(Statement lesser, Statement greater) {
        String reason = "line " + greater.line()
                + (lesser.file() == greater.file() ? "" : " of " + files.get(greater.file()))
                + " says something else of " + lesser.fact().subject()
                + " at the same moment, and the greater value counts: does the mapping leave out a dimension?";
        Rejection rejection = new Rejection(
                files.get(lesser.file()),
                lesser.line(),
                reason,
                new String(Envelope.of(lesser.fact()).value(), UTF_8));
        contradictions.accept(new Contradiction(lesser.release().dataSet(), rejection));
    }

    private Changes of(Release release) {
        return changes.computeIfAbsent(release, unknown -> new Changes());
    }
}
