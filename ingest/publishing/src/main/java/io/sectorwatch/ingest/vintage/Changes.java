package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.message.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How much a release says, and how much of it is news. */
public final class Changes {
    private static final int REMEMBERED = 5;

    private final Map<Change, Long> counts = new EnumMap<>(Change.class);
    private final List<Outranked> outranked = new ArrayList<>();
    private final List<Message> voids = new ArrayList<>();
    private long ineffective;
    private long series;
    private boolean late;

    /** Number of periods it changed in that way. */
    public long of(Change change) {
        return counts.getOrDefault(change, 0L);
    }

    /** Number of series it has figures of, or of policy events. */
    public long series() {
        return series;
    }

    /** Number of figures it holds. */
    public long observations() {
        return of(Change.NEW) + of(Change.REVISED) + of(Change.UNCHANGED) + ineffective;
    }

    /** Number of facts to publish. */
    public long news() {
        return of(Change.NEW) + of(Change.REVISED) + of(Change.WITHDRAWN) + of(Change.OUTRANKED);
    }

    /** The first of the facts that another one of their moment outranks. */
    public List<Outranked> outranked() {
        return List.copyOf(outranked);
    }

    /** The first of the facts that it says and that are void here. */
    public List<Message> voids() {
        return List.copyOf(voids);
    }

    /**
     * Whether later vintages were known already of something that the release changes. What a later release repeated was
     * not published, and is news again after this one.
     */
    public boolean isLate() {
        return late;
    }

    void comeLate() {
        late = true;
    }

    void count(Outranked one) {
        count(Change.OUTRANKED);
        countFigure(one.fact());
        if (outranked.size() < REMEMBERED) {
            outranked.add(one);
        }
    }

    void countVoid(Message fact) {
        count(Change.VOID);
        countFigure(fact);
        if (voids.size() < REMEMBERED) {
            voids.add(fact);
        }
    }

    private void countFigure(Message fact) {
        ineffective += Sameness.isWithdrawal(fact) ? 0 : 1;
    }

    void count(Change change) {
        counts.merge(change, 1L, Long::sum);
    }

    void countSeries() {
        series++;
    }
}
