package io.sectorwatch.ingest.vintage;

import io.sectorwatch.ingest.plausibility.Doubt;
import io.sectorwatch.ingest.plausibility.Plausibility;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for mistakes in what is new or revised, series by series and period by period. It remembers a few periods, and reads
 * of what is known only those beside something new.
 */
final class SeriesCheck {
    // Rates of change go through zero every few years, and no ratio says anything of them.
    private static final int LOOKED_BACK = 12;
    private static final int LEAPS_HELD = 100;

    private final Function<Entries.Said, Message> reader;
    private final Predicate<Message> isVoid;
    private final OtherSources others;
    private final Findings findings;

    private final Deque<Figure> recent = new ArrayDeque<>();
    private final List<Leap> leaps = new ArrayList<>();
    private @Nullable Statement alone;
    private boolean hasNews;
    private boolean hasOtherUnit;
    private boolean isKnown;
    private @Nullable Leap fromOthers;
    private boolean hasPositive;
    private boolean hasNegative;

    /** Takes what is found. */
    interface Findings {
        /** A series, or a policy event, has news. */
        void news(Statement first);

        /** A statement may be a mistake; the other figure is null where it is compared with none. */
        void doubt(Doubt doubt, Statement statement, @Nullable Observation other);
    }

    private record Leap(Statement statement, Observation other) {
        Doubt doubt() {
            boolean isOfAnother = statement.fact() instanceof Observation stating
                    && stating.period().equals(other.period())
                    && !stating.source().id().equals(other.source().id());
            return isOfAnother ? Doubt.OTHER_SOURCE : Doubt.LEAP;
        }
    }

    /** The current figure of a period, which is read when it is asked for. */
    private static final class Figure {
        private final int period;
        private List<Entries.Said> unread;
        private @Nullable Observation current;
        private boolean isInDoubt;

        Figure(int period, List<Entries.Said> unread) {
            this.period = period;
            this.unread = unread;
        }
    }

    SeriesCheck(
            Function<Entries.Said, Message> reader, Predicate<Message> isVoid, OtherSources others, Findings findings) {
        this.others = others;
        this.reader = reader;
        this.isVoid = isVoid;
        this.findings = findings;
    }

    /** Another series, or another policy event, begins, or all is over. */
    void begin() {
        if (fromOthers != null && !isKnown) {
            leaps.add(fromOthers);
        }
        tellLeaps();
        recent.clear();
        alone = null;
        hasNews = false;
        hasOtherUnit = false;
        isKnown = false;
        fromOthers = null;
        hasPositive = false;
        hasNegative = false;
    }

    /** Nobody says anything of a period of which something is known. */
    void passOver(int period, List<Entries.Said> known) {
        isKnown = true;
        Figure here = new Figure(period, List.copyOf(known));
        lookForward(here);
        remember(here);
    }

    /**
     * Something is said of a period.
     *
     * @param known what was known of it and is not void
     */
    void look(int period, List<Message> known, List<Statement> stated) {
        if (stated.get(0).fact() instanceof PolicyEvent) {
            stated.stream()
                    .filter(statement -> known.stream().noneMatch(version -> Sameness.of(version, statement.fact())))
                    .findFirst()
                    .ifPresent(findings::news);
            return;
        }
        isKnown |= !known.isEmpty();
        Figure here = new Figure(period, List.of());
        here.current =
                figure(newest(Stream.concat(known.stream(), stated.stream().map(Statement::fact))));
        boolean isNews = false;
        Statement last = null;
        for (Statement statement : distinct(stated)) {
            if (statement.fact() instanceof Observation stating && stating.value() != null && !isVoid.test(stating)) {
                Observation before = vintage(true, statement, known, stated);
                if (before == null || !Sameness.of(before, stating)) {
                    isNews = true;
                    last = statement;
                    judge(here, statement, stating, before == null ? vintage(false, statement, known, stated) : before);
                }
            }
        }
        if (!isNews) {
            lookForward(here);
        }
        alone = last != null && !hasNeighbour(here) ? last : null;
        remember(here);
    }

    private static Collection<Statement> distinct(List<Statement> stated) {
        if (stated.size() == 1) {
            return stated;
        }
        Map<Message, Statement> first = new LinkedHashMap<>();
        stated.forEach(statement -> first.putIfAbsent(statement.fact(), statement));
        return first.values();
    }

    private void judge(Figure here, Statement statement, Observation stating, @Nullable Observation vintage) {
        if (!hasNews) {
            hasNews = true;
            findings.news(statement);
        }
        if (Plausibility.isTooEarly(stating)) {
            findings.doubt(Doubt.TOO_EARLY, statement, null);
        }
        if (!isKnown && fromOthers == null) {
            compareWithOthers(statement, stating);
        }
        Figure before = recent.peekLast();
        Observation neighbour = before == null ? null : read(before);
        compareUnits(statement, stating, vintage != null && vintage.unit() != null ? vintage : neighbour);
        if (compare(statement, stating, vintage)) {
            here.isInDoubt = true;
        } else if (before != null && before.period == here.period - 1 && !before.isInDoubt) {
            here.isInDoubt = compare(statement, stating, neighbour);
        }
    }

    // What is new behind nothing is held against what was known behind it.
    private void lookForward(Figure next) {
        Figure before = recent.peekLast();
        if (alone != null && before != null && alone.fact() instanceof Observation stating) {
            Observation neighbour = read(next);
            compareUnits(alone, stating, neighbour);
            if (before.period == next.period - 1 && !before.isInDoubt) {
                next.isInDoubt = compare(alone, stating, neighbour);
            }
        }
        alone = null;
    }

    // A source that has spoken of the series before has been compared, and stands by what it says.
    private void compareWithOthers(Statement statement, Observation stating) {
        Observation other = others.beside(stating, isVoid);
        if (other != null
                && other.value() != null
                && stating.value() != null
                && Plausibility.isLeap(other.value(), stating.value())) {
            fromOthers = new Leap(statement, other);
        }
    }

    private void compareUnits(Statement statement, Observation stating, @Nullable Observation other) {
        if (!hasOtherUnit && other != null && Plausibility.isOtherUnit(other, stating)) {
            hasOtherUnit = true;
            findings.doubt(Doubt.OTHER_UNIT, statement, other);
        }
    }

    private boolean compare(Statement statement, Observation stating, @Nullable Observation other) {
        noteSign(stating);
        if (other == null
                || other.value() == null
                || stating.value() == null
                || !Plausibility.isLeap(other.value(), stating.value())) {
            return false;
        }
        recent.forEach(this::read);
        leaps.add(new Leap(statement, other));
        if (leaps.size() == LEAPS_HELD) {
            tellLeaps();
        }
        return true;
    }

    private void tellLeaps() {
        if (!(hasPositive && hasNegative)) {
            leaps.forEach(leap -> findings.doubt(leap.doubt(), leap.statement(), leap.other()));
        }
        leaps.clear();
    }

    private boolean hasNeighbour(Figure here) {
        Figure before = recent.peekLast();
        return before != null && before.period == here.period - 1 && read(before) != null;
    }

    private void remember(Figure here) {
        recent.addLast(here);
        if (recent.size() > LOOKED_BACK) {
            recent.removeFirst();
        }
    }

    private @Nullable Observation read(Figure figure) {
        if (!figure.unread.isEmpty()) {
            figure.current = figure(newest(figure.unread.stream().map(reader).filter(isVoid.negate())));
            figure.unread = List.of();
            if (figure.current != null) {
                noteSign(figure.current);
            }
        }
        return figure.current;
    }

    private void noteSign(Observation figure) {
        if (figure.value() != null) {
            hasPositive |= figure.value().signum() > 0;
            hasNegative |= figure.value().signum() < 0;
        }
    }

    /** The nearest figure that came before a statement, or the nearest after it; null where there is none. */
    private static @Nullable Observation vintage(
            boolean isBefore, Statement statement, List<Message> known, List<Statement> stated) {
        if (known.isEmpty() && stated.size() == 1) {
            return null;
        }
        Message fact = statement.fact();
        Stream<Message> others = Stream.concat(
                known.stream().filter(other -> isBefore(other, fact) == isBefore),
                stated.stream()
                        .map(Statement::fact)
                        .filter(other -> !other.equals(fact)
                                && (VintageOrder.CURRENT_LAST.compare(other, fact) < 0) == isBefore));
        return figure(
                isBefore
                        ? newest(others)
                        : others.min(VintageOrder.CURRENT_LAST).orElse(null));
    }

    // What is known already comes before itself.
    private static boolean isBefore(Message known, Message fact) {
        return known.time().equals(fact.time()) && Sameness.of(known, fact)
                || VintageOrder.CURRENT_LAST.compare(known, fact) <= 0;
    }

    private static @Nullable Message newest(Stream<Message> vintages) {
        return vintages.max(VintageOrder.CURRENT_LAST).orElse(null);
    }

    private static @Nullable Observation figure(@Nullable Message vintage) {
        return vintage instanceof Observation observation && observation.value() != null ? observation : null;
    }
}
