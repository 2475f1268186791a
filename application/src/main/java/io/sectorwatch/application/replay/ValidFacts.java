package io.sectorwatch.application.replay;

import io.sectorwatch.ingest.fact.CountingCorrections;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Partitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are void by all corrections there are, and a history as if these had never been known. As to the processor, a
 * correction counts in the partition of its fact alone.
 */
public final class ValidFacts {
    private final int partitions;
    private final Map<Integer, CountingCorrections> corrections = new HashMap<>();
    private final Map<String, SortedSet<Integer>> places = new TreeMap<>();
    private final Map<String, Integer> homes = new HashMap<>();

    /** Of facts that are all in one place. */
    public ValidFacts() {
        this(1);
    }

    /** Of facts on topics, where figures have so many partitions. */
    public ValidFacts(int partitions) {
        this.partitions = partitions;
    }

    /** Takes a correction of one place, in any order. */
    public void add(Correction correction) {
        add(correction, 0);
    }

    /** Takes a correction that is in a partition, in any order. */
    public void add(Correction correction, int partition) {
        corrections
                .computeIfAbsent(partition, none -> new CountingCorrections())
                .add(correction);
        places.computeIfAbsent(correction.fact(), none -> new TreeSet<>()).add(partition);
    }

    /** Whether anything says that a fact counts as never known. */
    public boolean isVoid(String id) {
        return corrections.values().stream().anyMatch(ofPartition -> ofPartition.isVoid(id));
    }

    /** Whether a fact with its id counts as never known. */
    public boolean isVoid(String id, Message fact) {
        Correction correction = correction(id, fact);
        return correction != null && correction.state() == Correction.State.VOID;
    }

    /** The correction that counts for a fact with its id; null where there is none. */
    public @Nullable Correction correction(String id, Message fact) {
        if (!places.containsKey(id)) {
            return null;
        }
        int home = home(fact);
        homes.put(id, home);
        CountingCorrections there = corrections.get(home);
        return there == null ? null : there.of(id);
    }

    /** The corrections that count for none of the facts that were asked about. */
    public List<StrayCorrection> strays() {
        List<StrayCorrection> strays = new ArrayList<>();
        places.forEach((fact, its) -> {
            Integer home = homes.get(fact);
            if (home == null || !its.contains(home)) {
                strays.add(new StrayCorrection(fact, its, home));
            }
        });
        return strays;
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** The facts that are left, without the corrections. */
    public FactHistory.Facts of(FactHistory.Facts all) {
        return isEmpty() ? all : () -> left(all.written());
    }

    private int home(Message fact) {
        return fact instanceof Observation observation
                ? Partitions.of(observation.series().indicator(), partitions)
                : 0;
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
            case OBSERVATION -> isVoid(indicators.read(fact.json()));
            case POLICY -> isVoid(policies.read(fact.json()));
            default -> false;
        };
    }

    private boolean isVoid(Message fact) {
        return isVoid(FactId.of(fact), fact);
    }
}
