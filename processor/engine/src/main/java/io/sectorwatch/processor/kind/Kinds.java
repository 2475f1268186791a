package io.sectorwatch.processor.kind;

import java.util.Collections;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The kinds there are, by the field that chooses them. */
public final class Kinds {
    private static final SortedMap<String, Function<RuleFields, Kind>> PARSERS = parsers();

    /** How the fields of each kind are read. */
    public static SortedMap<String, Function<RuleFields, Kind>> all() {
        return PARSERS;
    }

    private static SortedMap<String, Function<RuleFields, Kind>> parsers() {
        SortedMap<String, Function<RuleFields, Kind>> parsers = new TreeMap<>();
        parsers.put("value", ValueKind::parse);
        parsers.put("gap", GapKind::parse);
        parsers.put("change", ChangeKind::parse);
        parsers.put("sum", SumKind::parse);
        parsers.put("convergence", ConvergenceKind::parse);
        parsers.put("rank", RankKind::parse);
        parsers.put("revision", RevisionKind::parse);
        parsers.put("overdue", OverdueKind::parse);
        for (KindProvider provider : ServiceLoader.load(KindProvider.class, Kinds.class.getClassLoader())) {
            provider.kinds().forEach((name, parser) -> {
                if (parsers.putIfAbsent(name, parser) != null) {
                    throw new IllegalStateException(
                            provider.getClass().getName() + " brings another kind of the name " + name);
                }
            });
        }
        return Collections.unmodifiableSortedMap(parsers);
    }

    private Kinds() {}
}
