package io.sectorwatch.ingest.intake;

import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.ingest.fact.NotInTheFuture;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.plausibility.Implausible;
import io.sectorwatch.ingest.plausibility.Warned;
import io.sectorwatch.ingest.vintage.Changes;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.vintage.Releases;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the sources of one run hold, however much that is, and says what of it is to be published. Facts are
 * published as they are; releases are compared with what is known. Not thread-safe.
 *
 * <p>Its temporary files can fail, which is an UncheckedIOException with a message for people.
 */
public final class Intake implements AutoCloseable {
    /** The batch of the facts that belong to no release. */
    static final int FACTS = 0;

    private static final long MEMORY = 24 << 20;

    // Whoever has more of them did not type them; looking at all would slow down what is otherwise compared with
    // nothing.
    private static final int LOOKED_AT = 50_000;
    private static final long MEMORY_FOR_LOOKING = 4 << 20;
    private static final Release FINISHED = new Release(FactSources.DATA_SET, null, Release.Extent.PART, false);

    private final Path temporary;
    private final NotInTheFuture notInTheFuture;
    private final Consumer<Rejection> rejections;
    private final Releases releases;
    private final SortedFacts facts;
    private final @Nullable Releases lookedAt;
    private final Warned warned = new Warned();
    private final Consumer<Implausible> warnings;
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    private static final class Account {
        private long facts;
        private long rejected;
        private final SortedMap<Release, Changes> releases = new TreeMap<>();
    }

    /**
     * Facts known more than an hour after {@code now} will be refused.
     *
     * @param temporary a directory for what memory does not hold
     * @param rejections takes what is rejected, at once
     */
    public Intake(Instant now, Path temporary, Consumer<Rejection> rejections) {
        this(now, temporary, rejections, null, warning -> {});
    }

    /**
     * The same, which also warns of what may be a mistake.
     *
     * @param warnings takes each, at once
     */
    public static Intake warning(
            Instant now, Path temporary, Consumer<Rejection> rejections, Consumer<Implausible> warnings) {
        return new Intake(now, temporary, rejections, Releases.toLookAt(temporary, MEMORY_FOR_LOOKING), warnings);
    }

    private Intake(
            Instant now,
            Path temporary,
            Consumer<Rejection> rejections,
            @Nullable Releases lookedAt,
            Consumer<Implausible> warnings) {
        this.lookedAt = lookedAt;
        this.warnings = warnings;
        this.temporary = temporary;
        this.notInTheFuture = new NotInTheFuture(now);
        this.rejections = rejections;
        this.releases = new Releases(temporary, MEMORY);
        this.facts = SortedFacts.enveloped(temporary, MEMORY);
    }

    /** A data set, or a file of facts, is there, even if nothing comes of it. */
    public void begin(String dataSet) {
        account(dataSet);
    }

    /** A fact to be published as it is; throws MalformedMessageException for one from the future. */
    public void take(String dataSet, Message fact) {
        take(dataSet, fact, 0);
    }

    /** The same, of a line of its file. */
    public void take(String dataSet, Message fact, long line) {
        notInTheFuture.accept(fact);
        write(() -> {
            if (fact instanceof Tick) {
                facts.add(FACTS, fact);
            } else {
                facts.addOpen(FACTS, fact, 0);
            }
        });
        account(dataSet).facts++;
        lookAt(dataSet, fact, line);
    }

    /** What stood on a topic, to be published as it did there; throws MalformedMessageException for a fact from the future. */
    public void take(String dataSet, FactEvent event, long line) {
        notInTheFuture.accept(event.message());
        write(() -> facts.add(FACTS, event));
        account(dataSet).facts++;
        lookAt(dataSet, event.message(), line);
    }

    /** What a release says in one row; throws MalformedMessageException for a fact from the future. */
    public void state(Release release, Message fact, String file, long line) {
        notInTheFuture.accept(fact);
        write(() -> releases.state(release, fact, file, line));
        account(release.dataSet());
    }

    /** What a file was taken to state is not what it says: none of it counts. */
    public void disown(String file) {
        releases.disown(file);
    }

    /** A row, or a file, that cannot be taken; nothing that its file leaves out is taken for withdrawn then. */
    public void reject(String dataSet, Rejection rejection) {
        releases.doubt(rejection.file());
        report(dataSet, rejection);
    }

    /** Of such releases only a part is here; nothing that they leave out is taken for withdrawn then. */
    public void doubt(Predicate<Release> incomplete) {
        releases.doubt(incomplete);
    }

    /** What of the news may be a mistake; nothing before it is compared. */
    public Warned warned() {
        return warned;
    }

    /** Whether nothing was rejected, and nothing warned of. */
    public boolean isFlawless() {
        return rejected() == 0 && warned.count() == 0;
    }

    /** Whether what is known makes a difference. */
    public boolean asksWhatIsKnown() {
        return !releases().isEmpty() || lookedAt != null && lookedAt.statements() > 0;
    }

    /** Number of rows rejected so far. */
    public long rejected() {
        return accounts.values().stream().mapToLong(account -> account.rejected).sum();
    }

    /** Whether all there is was rejected. */
    public boolean isOfNoUse() {
        return rejected() > 0 && facts() == 0 && statements() == 0;
    }

    /** Number of facts to publish as they are. */
    public long facts() {
        return accounts.values().stream().mapToLong(account -> account.facts).sum();
    }

    /** The releases, in the order of their publication. */
    public List<Release> releases() {
        return releases.inOrder();
    }

    /** Number of rows the releases say something in. */
    public long statements() {
        return releases.statements();
    }

    /** Compares the releases with what is known: once, when all is read. */
    public PublishingPlan compare(KnownFacts known) {
        List<PublishingPlan.Batch> batches = new ArrayList<>();
        if (facts() > 0) {
            batches.add(new PublishingPlan.Batch(FACTS, null, facts()));
        }
        write(() -> releases.compare(
                        known,
                        facts,
                        contradiction -> report(contradiction.dataSet(), contradiction.rejection()),
                        lookedAt == null ? null : this::warn)
                .forEach((release, changes) -> {
                    account(release.dataSet()).releases.put(release, changes);
                    if (changes.news() > 0) {
                        int number = releases.inOrder().indexOf(release) + 1;
                        batches.add(new PublishingPlan.Batch(number, release, changes.news()));
                    }
                }));
        if (lookedAt != null) {
            write(() -> lookedAt.look(known, this::warn));
        }
        return new PublishingPlan(batches, facts);
    }

    /** What became of each data set, in the order of reading. */
    public List<DataSetSummary> summary() {
        return accounts.entrySet().stream()
                .map(entry -> new DataSetSummary(
                        entry.getKey(), entry.getValue().facts, entry.getValue().rejected, entry.getValue().releases))
                .toList();
    }

    @Override
    public void close() {
        write(releases::close);
        write(facts::close);
        if (lookedAt != null) {
            write(lookedAt::close);
        }
    }

    private void warn(Implausible one) {
        warned.add(one);
        warnings.accept(one);
    }

    private void lookAt(String file, Message fact, long line) {
        if (lookedAt != null
                && lookedAt.statements() < LOOKED_AT
                && (fact instanceof Observation || fact instanceof PolicyEvent)) {
            write(() -> lookedAt.state(FINISHED, fact, file, line));
        }
    }

    private void report(String dataSet, Rejection rejection) {
        account(dataSet).rejected++;
        rejections.accept(rejection);
    }

    private Account account(String dataSet) {
        return accounts.computeIfAbsent(dataSet, name -> new Account());
    }

    private interface Work {
        void run() throws IOException;
    }

    private void write(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the temporary files in " + temporary + " cannot be used (" + e.getMessage() + ")", e);
        }
    }
}
