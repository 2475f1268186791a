package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The vintages of one source of one period of a series, or the versions of one policy event: what is known, and what
 * releases add to it.
 */
final class Vintages {
    private static final Comparator<Statement> BY_RELEASE = Comparator.comparing(
                    (Statement statement) -> statement.fact().time())
            .thenComparing(Statement::release)
            .thenComparing(Statement::fact, VintageOrder.CURRENT_LAST.reversed())
            .thenComparingInt(Statement::file)
            .thenComparingLong(Statement::line);

    // At one moment, whoever says that there is a figure comes before whoever says that there is none.
    private static final Comparator<Turn> IN_TIME =
            Comparator.comparing(Turn::at).thenComparing(Turn::isWithdrawal).thenComparing(Turn::release);

    /** A release, at the moment it became known, with what it says; null where it should say something and does not. */
    private record Turn(
            Instant at, Release release, @Nullable Message fact) {
        boolean isWithdrawal() {
            return fact == null || Sameness.isWithdrawal(fact);
        }
    }

    private final List<Message> known;
    private final Instant newest;
    private final Predicate<Message> isVoid;
    private final Verdicts verdicts;

    /**
     * Begins with what is known, in any order.
     *
     * @param isVoid tells what counts as never known, which what is known must not hold
     */
    Vintages(List<? extends Message> known, Predicate<Message> isVoid, Verdicts verdicts) {
        this.known = new ArrayList<>(known);
        this.isVoid = isVoid;
        this.newest =
                known.stream().map(Message::time).max(Comparator.naturalOrder()).orElse(Instant.MIN);
        this.verdicts = verdicts;
    }

    /**
     * Takes up releases in the order of their time, each compared with what was known then.
     *
     * @param statements of any releases, in any order
     * @param expected releases that should say something here
     */
    void take(List<Statement> statements, Collection<Release> expected) throws IOException {
        Instant figure = null;
        for (Turn turn : turns(statements, expected)) {
            if (turn.fact() == null || turn.isWithdrawal()) {
                if (!turn.at().equals(figure)) {
                    withdraw(turn.at(), turn.release(), turn.fact());
                }
            } else {
                figure = turn.at();
                say(turn.release(), turn.fact());
            }
        }
    }

    private List<Turn> turns(List<Statement> statements, Collection<Release> expected) {
        List<Turn> turns = new ArrayList<>();
        List<Release> silent = new ArrayList<>(expected);
        Statement before = null;
        for (Statement statement : statements.stream().sorted(BY_RELEASE).toList()) {
            if (before != null && isRepeated(before, statement)) {
                // A cell left empty beside a filled one of the same series and period contradicts nothing.
                if (!Sameness.isWithdrawal(statement.fact()) && !Sameness.of(before.fact(), statement.fact())) {
                    verdicts.contradicted(statement, before);
                }
                continue;
            }
            before = statement;
            silent.remove(statement.release());
            turns.add(new Turn(statement.fact().time(), statement.release(), statement.fact()));
        }
        for (Release release : silent) {
            if (release.published() != null) {
                turns.add(new Turn(release.published(), release, null));
            }
        }
        turns.sort(IN_TIME);
        return turns;
    }

    private static boolean isRepeated(Statement before, Statement statement) {
        return before.release().equals(statement.release())
                && before.fact().time().equals(statement.fact().time());
    }

    private void say(Release release, Message fact) throws IOException {
        Message current = current(vintage -> !vintage.time().isAfter(fact.time()));
        Message figure = current == null || Sameness.isWithdrawal(current) ? null : current;
        if (figure != null && (Sameness.of(figure, fact) || isSaidBesideAnother(figure, fact))) {
            verdicts.unchanged(release);
        } else if (isVoid.test(fact)) {
            verdicts.isVoid(release, fact);
        } else if (figure == null) {
            publish(release, Change.NEW, fact);
        } else if (VintageOrder.CURRENT_LAST.compare(fact, figure) < 0) {
            outranked(release, fact, figure);
        } else {
            publish(release, Change.REVISED, fact);
        }
    }

    // Where releases of one moment differ, only one of them is current; the other ones were taken up all the same, and
    // must not be news when they come again.
    private boolean isSaidBesideAnother(Message current, Message fact) {
        if (!current.time().equals(fact.time())) {
            return false;
        }
        Message before = current(vintage -> vintage.time().isBefore(fact.time()));
        return before != null && Sameness.of(before, fact)
                || known.stream().anyMatch(vintage -> vintage.time().equals(fact.time()) && Sameness.of(vintage, fact));
    }

    // Of a figure and its withdrawal at the same moment the contract takes the figure.
    private void withdraw(Instant at, Release release, @Nullable Message stated) throws IOException {
        Message current = current(vintage -> !vintage.time().isAfter(at));
        if (!(current instanceof Observation figure) || figure.value() == null) {
            return;
        }
        if (figure.published().isBefore(at)) {
            Message withdrawal = stated == null ? withdrawal(figure, at) : stated;
            if (isVoid.test(withdrawal)) {
                verdicts.isVoid(release, withdrawal);
            } else {
                publish(release, Change.WITHDRAWN, withdrawal);
            }
        } else if (stated != null && known.stream().noneMatch(vintage -> isWithdrawalAt(at, vintage))) {
            if (isVoid.test(stated)) {
                verdicts.isVoid(release, stated);
            } else {
                outranked(release, stated, figure);
            }
        }
    }

    private static boolean isWithdrawalAt(Instant at, Message vintage) {
        return vintage.time().equals(at) && Sameness.isWithdrawal(vintage);
    }

    private static Observation withdrawal(Observation figure, Instant at) {
        return new Observation(
                figure.series(),
                figure.period(),
                null,
                null,
                null,
                Observation.MISSING,
                at,
                new Source(figure.source().id(), null, null),
                null);
    }

    private @Nullable Message current(Predicate<Message> among) {
        return known.stream().filter(among).max(VintageOrder.CURRENT_LAST).orElse(null);
    }

    private void publish(Release release, Change change, Message fact) throws IOException {
        add(release, fact);
        verdicts.publish(release, change, fact);
    }

    // It is published all the same: it is what counts once the other one is void.
    private void outranked(Release release, Message fact, Message counting) throws IOException {
        add(release, fact);
        verdicts.outranked(release, new Outranked(fact, counting));
    }

    private void add(Release release, Message fact) {
        if (fact.time().isBefore(newest)) {
            verdicts.late(release);
        }
        known.add(fact);
    }
}
