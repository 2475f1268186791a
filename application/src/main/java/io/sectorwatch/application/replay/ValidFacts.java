package io.sectorwatch.application.replay;

import io.sectorwatch.ingest.fact.CountingCorrections;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Observation;

/** Which facts are void by all corrections there are, and a history as if these had never been known. */
public final class ValidFacts {
    private final CountingCorrections corrections = new CountingCorrections();

    /** Takes a correction, in any order. */
    public void add(Correction correction) {
        corrections.add(correction);
    }

    /** Whether a fact counts as never known. */
    public boolean isVoid(String fact) {
        return corrections.isVoid(fact);
    }

    /** The corrections that count. */
    public CountingCorrections corrections() {
        return corrections;
    }

    /** The facts that are left, without the corrections. */
    public FactHistory.Facts of(FactHistory.Facts all) {
        return corrections.isEmpty() ? all : () -> left(all.written());
    }

    private SortedFacts.WrittenFacts left(SortedFacts.WrittenFacts all) {
        IndicatorCodec indicators = new IndicatorCodec();
        PolicyCodec policies = new PolicyCodec();
        return () -> {
            SortedFacts.Written fact = all.next();
            while (fact != null && isLeftOut(fact, indicators, policies)) {
                fact = all.next();
            }
            return fact;
        };
    }

    private boolean isLeftOut(SortedFacts.Written fact, IndicatorCodec indicators, PolicyCodec policies) {
        return switch (fact.type()) {
            case CORRECTION -> true;
            case OBSERVATION -> isVoid(FactId.of((Observation) indicators.read(fact.json())));
            case POLICY -> isVoid(FactId.of(policies.read(fact.json())));
            default -> false;
        };
    }
}
