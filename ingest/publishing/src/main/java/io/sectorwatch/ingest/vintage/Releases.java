package io.sectorwatch.ingest.vintage;

import io.sectorwatch.ingest.fact.CountingCorrections;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.plausibility.Doubt;
import io.sectorwatch.ingest.plausibility.Implausible;
import io.sectorwatch.ingest.plausibility.NewCodes;
import io.sectorwatch.ingest.plausibility.SeenCodes;
import io.sectorwatch.ingest.sort.Cursor;
import io.sectorwatch.ingest.sort.ExternalSort;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.SeriesKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Releases as they are read, however large, in bounded memory; then what of them is news. Statements with the same data
 * set, moment and extent are one release, however many files they stand in. Not thread-safe.
 */
public final class Releases implements AutoCloseable {
    private static final int RECENT = 10_000;

    private final ExternalSort sort;
    private final Entries entries;
    private final boolean areSourcesTogether;
    private final Map<Release, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> files = new LinkedHashMap<>();
    private final Map<ReleaseScope, Set<Release>> whole = new HashMap<>();
    private final Set<String> indicators = new HashSet<>();
    private final Set<String> sources = new HashSet<>();
    private boolean policies;
    private long statements;
    private final List<long[]> statementsIn = new ArrayList<>();
    private final Set<Integer> disowned = new HashSet<>();
    private final Map<Integer, Set<Release>> statedIn = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<Release> inDoubt = new HashSet<>();
    // Most files give a series in one piece: so it is noted once for each row only where they do not.
    private final Set<Held> held = new HashSet<>();

    private record Held(int release, Object subject) {}

    /** Sorts with that much memory, in bytes, and with temporary files in a directory. */
    public Releases(Path temporary, long memory) {
        this(temporary, memory, false);
    }

    private Releases(Path temporary, long memory, boolean areSourcesTogether) {
        this.sort = new ExternalSort(temporary, memory);
        this.entries = new Entries(areSourcesTogether);
        this.areSourcesTogether = areSourcesTogether;
    }

    /** The same to be looked at alone, beside what any source has said, and not to be compared. */
    public static Releases toLookAt(Path temporary, long memory) {
        return new Releases(temporary, memory, true);
    }

    /**
     * A release says a fact: an observation or a policy event, known at the moment of the release where that has one.
     *
     * @param file and line: where it stands, for a complaint
     */
    public void state(Release release, Message fact, String file, long line) throws IOException {
        if (release.published() != null && !release.published().equals(fact.time())) {
            throw new IllegalArgumentException("known at " + fact.time() + ", in a release of " + release.published());
        }
        int number = numbers.computeIfAbsent(release, next -> numbers.size());
        if (isFirst(number, fact)) {
            sort.add(entries.holds(number, fact));
            want(release, fact);
        }
        statements++;
        int ofFile = files.computeIfAbsent(file, next -> files.size());
        if (ofFile == statementsIn.size()) {
            statementsIn.add(new long[1]);
        }
        statementsIn.get(ofFile)[0]++;
        statedIn.computeIfAbsent(ofFile, next -> new HashSet<>()).add(release);
        sort.add(entries.stated(number, fact, ofFile, line));
    }

    /**
     * Something in a file could not be understood: what releases that stand in it leave out may be that, and is not taken
     * for withdrawn.
     */
    public void doubt(String file) {
        doubtful.add(file);
    }

    /** None of what a file has stated so far counts, and what it holds is in doubt. */
    public void disown(String file) {
        doubt(file);
        Integer number = files.get(file);
        if (number != null && disowned.add(number)) {
            statements -= statementsIn.get(number)[0];
        }
    }

    /** Of such releases only a part is here: what they leave out is not taken for withdrawn. */
    public void doubt(Predicate<Release> incomplete) {
        numbers.keySet().stream().filter(incomplete).forEach(inDoubt::add);
    }

    /** All releases that say something, in the order of their publication. */
    public List<Release> inOrder() {
        return numbers.keySet().stream().sorted().toList();
    }

    /** Number of rows in which releases say something. */
    public long statements() {
        return statements;
    }

    /** What comparing the releases needs to know. */
    public KnownFacts.Wanted wanted() {
        return new KnownFacts.Wanted(indicators, sources, policies, !areSourcesTogether);
    }

    /**
     * Compares all releases, each with what was known at its moment, the earlier ones among them; once, and at the end.
     *
     * @param news takes the facts to publish, the release's place in {@link #inOrder()} plus one as their batch
     * @param contradictions takes rows of which the same release says something else
     * @param warnings takes what of the news may be a mistake; null where nobody wants to know
     */
    public SortedMap<Release, Changes> compare(
            KnownFacts known,
            SortedFacts news,
            Consumer<Contradiction> contradictions,
            @Nullable Consumer<Implausible> warnings)
            throws IOException {
        if (numbers.isEmpty()) {
            return new TreeMap<>();
        }
        News verdicts = new News(inOrder(), List.copyOf(files.keySet()), news, contradictions);
        doubtful.forEach(file -> {
            Integer number = files.get(file);
            inDoubt.addAll(number == null ? Set.of() : statedIn.getOrDefault(number, Set.of()));
        });
        run(known, verdicts, warnings);
        return verdicts.changes();
    }

    /** Looks at what is said beside what is known, for what may be a mistake; once, and at the end. */
    public void look(KnownFacts known, Consumer<Implausible> warnings) throws IOException {
        if (!numbers.isEmpty()) {
            run(known, Verdicts.NONE, warnings);
        }
    }

    private void run(KnownFacts known, Verdicts verdicts, @Nullable Consumer<Implausible> warnings) throws IOException {
        CountingCorrections corrections = new CountingCorrections();
        SeenCodes seen = new SeenCodes();
        OtherSources others = new OtherSources();
        known.read(wanted(), fact -> {
            if (fact instanceof Correction correction) {
                corrections.add(correction);
                return;
            }
            if (warnings != null) {
                seen.add(fact);
                if (!areSourcesTogether
                        && fact instanceof Observation figure
                        && indicators.contains(figure.series().indicator())) {
                    others.add(figure);
                }
            }
            if (isWanted(fact)) {
                sort.add(entries.known(fact));
            }
        });
        Predicate<Message> isVoid = fact -> !corrections.isEmpty() && corrections.isVoid(FactId.of(fact));
        NewCodes codes = new NewCodes(seen);
        SeriesCheck check =
                warnings == null ? null : new SeriesCheck(entries::fact, isVoid, others, findings(codes, warnings));
        new ReleaseComparison(entries, List.copyOf(numbers.keySet()), whole, inDoubt, isVoid, verdicts, check)
                .run(counting(sort.sorted()));
        if (warnings != null) {
            warn(codes, seen, known, warnings);
        }
    }

    private Cursor counting(Cursor records) {
        if (disowned.isEmpty()) {
            return records;
        }
        return () -> {
            byte[] record = records.next();
            while (record != null && disowned.contains(entries.file(record))) {
                record = records.next();
            }
            return record;
        };
    }

    private SeriesCheck.Findings findings(NewCodes codes, Consumer<Implausible> warnings) {
        List<String> names = List.copyOf(files.keySet());
        return new SeriesCheck.Findings() {
            @Override
            public void news(Statement first) {
                codes.add(first.fact(), names.get(first.file()), first.line());
            }

            @Override
            public void doubt(Doubt doubt, Statement statement, @Nullable Observation other) {
                String file = names.get(statement.file());
                warnings.accept(new Implausible(doubt, statement.fact(), other, "", "", file, statement.line()));
            }
        };
    }

    // All codes there are are asked for only where one is not among those of the facts compared with.
    private static void warn(NewCodes codes, SeenCodes seen, KnownFacts known, Consumer<Implausible> warnings)
            throws IOException {
        if (codes.areThere()) {
            known.readCodes(seen);
            codes.warn(warnings);
        }
        codes.warnWithoutTopic(known.sectorTopics(), warnings);
    }

    @Override
    public void close() throws IOException {
        sort.close();
    }

    private boolean isFirst(int release, Message fact) {
        if (held.size() == RECENT) {
            held.clear();
        }
        return held.add(new Held(release, subject(fact)));
    }

    private static Object subject(Message fact) {
        record Series(String source, SeriesKey key) {}
        return fact instanceof Observation observation
                ? new Series(observation.source().id(), observation.series())
                : fact.subject();
    }

    private void want(Release release, Message fact) {
        if (fact instanceof Observation observation) {
            indicators.add(observation.series().indicator());
            sources.add(observation.source().id());
            if (release.extent() == Release.Extent.WHOLE) {
                whole.computeIfAbsent(ReleaseScope.of(observation), scope -> new HashSet<>())
                        .add(release);
            }
        } else {
            policies = true;
        }
    }

    private boolean isWanted(Message fact) {
        return fact instanceof Observation observation
                ? indicators.contains(observation.series().indicator())
                        && (areSourcesTogether
                                || sources.contains(observation.source().id()))
                : fact instanceof PolicyEvent && policies;
    }
}
