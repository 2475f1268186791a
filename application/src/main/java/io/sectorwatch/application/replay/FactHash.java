package io.sectorwatch.application.replay;

import io.sectorwatch.ingest.fact.SortedFacts;
import java.io.IOException;

/** Hashes the facts of a history on their way to somebody else: as JSON Lines, in the order in which they are told. */
public final class FactHash implements FactHistory.Taker {
    private final FactHistory.Taker next;
    private final Sha256 sha256 = new Sha256();

    public FactHash(FactHistory.Taker next) {
        this.next = next;
    }

    @Override
    public void rule(RuleEvent event) throws IOException {
        next.rule(event);
    }

    @Override
    public void fact(SortedFacts.Written fact) throws IOException {
        sha256.line(fact.json());
        next.fact(fact);
    }

    /** Of the facts until now; to be asked once. */
    public String sha256() {
        return sha256.hex();
    }
}
