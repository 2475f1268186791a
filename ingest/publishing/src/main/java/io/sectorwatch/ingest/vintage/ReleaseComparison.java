package io.sectorwatch.ingest.vintage;

import io.sectorwatch.ingest.sort.Cursor;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through all that is known and all that releases say, sorted, and compares period by period; it holds no more
 * than the vintages of one period.
 */
final class ReleaseComparison {
    private static final byte[] NONE = {};

    private final Entries entries;
    private final List<Release> releases;
    private final Map<ReleaseScope, ? extends Collection<Release>> whole;
    private final Set<Release> inDoubt;
    private final Predicate<Message> isVoid;
    private final Verdicts verdicts;
    private final @Nullable SeriesCheck check;

    private byte[] subject = NONE;
    private final Set<Release> speakers = new TreeSet<>();
    private final Set<Release> expected = new TreeSet<>();
    private int period;
    private final List<Entries.Said> known = new ArrayList<>();
    private final List<Entries.Entry> stated = new ArrayList<>();

    /**
     * Prepares a comparison.
     *
     * @param releases by their numbers
     * @param whole the releases of extent WHOLE, by what they hold
     * @param inDoubt releases whose silence says nothing, whatever their extent
     * @param isVoid tells which facts count as never known
     * @param check looks for mistakes; null where nobody wants that
     */
    ReleaseComparison(
            Entries entries,
            List<Release> releases,
            Map<ReleaseScope, ? extends Collection<Release>> whole,
            Set<Release> inDoubt,
            Predicate<Message> isVoid,
            Verdicts verdicts,
            @Nullable SeriesCheck check) {
        this.entries = entries;
        this.check = check;
        this.inDoubt = inDoubt;
        this.isVoid = isVoid;
        this.releases = releases;
        this.whole = whole;
        this.verdicts = verdicts;
    }

    /** Compares all; the records are those of {@link Entries}, sorted. */
    void run(Cursor sorted) throws IOException {
        for (byte[] record = sorted.next(); record != null; record = sorted.next()) {
            take(entries.read(record));
        }
        endPeriod();
        if (check != null) {
            check.begin();
        }
    }

    private void take(Entries.Entry entry) throws IOException {
        if (!Arrays.equals(entry.subject(), subject)) {
            endPeriod();
            begin(entry.subject());
        }
        Entries.Said said = entry.said();
        if (said == null) {
            hold(releases.get(entry.release()));
            return;
        }
        if (said.period() != period) {
            endPeriod();
            period = said.period();
        }
        if (entry.release() == Entries.Entry.KNOWN) {
            known.add(said);
        } else {
            stated.add(entry);
        }
    }

    private void begin(byte[] next) {
        subject = next;
        if (check != null) {
            check.begin();
        }
        speakers.clear();
        expected.clear();
        ReleaseScope scope = Entries.scope(next);
        if (scope != null && whole.containsKey(scope)) {
            expected.addAll(whole.get(scope));
            expected.removeAll(inDoubt);
        }
    }

    private void hold(Release release) {
        if (release.extent() == Release.Extent.SERIES && !inDoubt.contains(release)) {
            expected.add(release);
        }
    }

    private void endPeriod() throws IOException {
        // What nobody speaks of need not be understood.
        if (!stated.isEmpty() || !expected.isEmpty() && !known.isEmpty()) {
            List<Statement> statements = new ArrayList<>();
            for (Entries.Entry entry : stated) {
                Statement statement = statement(entry);
                statements.add(statement);
                if (!Sameness.isWithdrawal(statement.fact()) && speakers.add(statement.release())) {
                    verdicts.speaks(statement.release());
                }
            }
            List<Message> valid =
                    known.stream().map(entries::fact).filter(isVoid.negate()).toList();
            if (check != null && !statements.isEmpty()) {
                check.look(period, valid, statements);
            }
            new Vintages(valid, isVoid, verdicts).take(statements, expected);
        }
        if (check != null && stated.isEmpty() && !known.isEmpty()) {
            check.passOver(period, known);
        }
        known.clear();
        stated.clear();
    }

    private Statement statement(Entries.Entry entry) {
        Entries.Said said = entry.said();
        if (said == null) {
            throw new IllegalArgumentException("a release that says nothing");
        }
        return new Statement(releases.get(entry.release()), entries.fact(said), said.file(), said.line());
    }
}
