package io.sectorwatch.application.replay;

import io.sectorwatch.ingest.fact.SortedFacts;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules and facts as they became known, however they came: by knowledge time; within a moment rules first, since a rule
 * is in effect from its moment on. The same fact again is left out.
 *
 * @param rules by time
 */
public record FactHistory(List<RuleEvent> rules, Facts facts) {

    /** Gives facts in the order in which they became known, as often as it is asked. */
    public interface Facts {
        SortedFacts.WrittenFacts written() throws IOException;
    }

    /** Takes one after another. */
    public interface Taker {
        void rule(RuleEvent event) throws IOException;

        void fact(SortedFacts.Written fact) throws IOException;

        /** Does nothing with any of it. */
        Taker NOBODY = new Taker() {
            @Override
            public void rule(RuleEvent event) {}

            @Override
            public void fact(SortedFacts.Written fact) {}
        };
    }

    public FactHistory {
        rules = List.copyOf(rules);
    }

    /** Of facts as they are sorted. */
    public FactHistory(List<RuleEvent> rules, SortedFacts facts) {
        this(rules, facts::written);
    }

    /** Tells all of it that is not later than the end of a span. */
    public void tell(Span span, Taker taker) throws IOException {
        SortedFacts.WrittenFacts written = once(facts.written());
        Iterator<RuleEvent> events = rules.iterator();
        RuleEvent event = next(events, span);
        for (SortedFacts.Written fact = next(written, span); fact != null; fact = next(written, span)) {
            while (event != null && event.at().toEpochMilli() <= fact.time()) {
                taker.rule(event);
                event = next(events, span);
            }
            taker.fact(fact);
        }
        while (event != null) {
            taker.rule(event);
            event = next(events, span);
        }
    }

    // A tick stands in every partition of its topic, what closes a release in several, and any fact may have been
    // published twice.
    private static SortedFacts.WrittenFacts once(SortedFacts.WrittenFacts facts) {
        return new SortedFacts.WrittenFacts() {
            private SortedFacts.@Nullable Written before;

            @Override
            public SortedFacts.@Nullable Written next() throws IOException {
                SortedFacts.Written fact = facts.next();
                while (fact != null && before != null && Arrays.equals(fact.json(), before.json())) {
                    fact = facts.next();
                }
                before = fact;
                return fact;
            }
        };
    }

    private static @Nullable RuleEvent next(Iterator<RuleEvent> events, Span span) {
        RuleEvent event = events.hasNext() ? events.next() : null;
        return event == null || span.isBefore(event.at().toEpochMilli()) ? null : event;
    }

    private static SortedFacts.@Nullable Written next(SortedFacts.WrittenFacts facts, Span span) throws IOException {
        SortedFacts.Written fact = facts.next();
        return fact == null || span.isBefore(fact.time()) ? null : fact;
    }
}
