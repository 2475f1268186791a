package io.sectorwatch.monitor.trial;

import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.EngineState;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Transition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tries rules on what is in a database: the engine decides everything again, in the order in which it became known, as if
 * the rules had been in effect from the beginning. Bounded in facts, in time, and in how many are tried at once.
 */
public final class RuleTrial {
    private static final int MOST_FACTS = 100_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;
    private static final int ASKED_EVERY = 256;

    private final Jdbi jdbi;
    private final Semaphore running = new Semaphore(AT_ONCE);

    public RuleTrial(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What rules would have decided, and what those of the same ids did decide.
     *
     * @param facts what was looked at
     */
    public record Outcome(List<Message> facts, List<Transition> tried, List<Transition> live) {}

    /**
     * Tries rules on what was known up to a time, in the form of the tables.
     *
     * @throws TooMuchException if that is more than can be done while somebody waits
     */
    public Outcome run(List<Rule> rules, String asOf) {
        if (!running.tryAcquire()) {
            throw new TooMuchException("other rules are being tried: try again in a moment");
        }
        try {
            return jdbi.withHandle(handle -> {
                List<TrialFacts.Known> facts = TrialFacts.read(handle, rules, asOf, MOST_FACTS);
                List<Transition> tried = decide(rules, facts);
                List<Transition> live = live(handle, rules, asOf);
                return new Outcome(facts.stream().map(TrialFacts.Known::message).toList(), tried, live);
            });
        } finally {
            running.release();
        }
    }

    private static List<Transition> decide(List<Rule> rules, List<TrialFacts.Known> facts) {
        long until = System.nanoTime() + LONGEST.toNanos();
        Engine engine = new Engine(EngineState.NOTHING);
        engine.restored();
        List<Transition> decided = new ArrayList<>();
        for (Rule rule : rules) {
            decided.addAll(engine.apply(rule, Instant.EPOCH));
        }
        Releases open = new Releases(engine, decided);
        int looked = 0;
        for (TrialFacts.Known fact : facts) {
            if (++looked % ASKED_EVERY == 0 && System.nanoTime() > until) {
                throw new TooMuchException("deciding all this again takes more than " + LONGEST.toSeconds()
                        + " s: name indicators and areas");
            }
            open.closeBefore(fact.message());
            decided.addAll(engine.observe(fact.message(), fact.release()));
            open.note(fact);
            engine.forgetShown();
        }
        open.closeAll();
        return decided;
    }

    /** The releases of the present moment, which are decided when it is over. */
    private static final class Releases {
        private final Engine engine;
        private final List<Transition> decided;
        private final Map<String, ClosedRelease> ofPolicies = new LinkedHashMap<>();
        private final Map<String, ClosedRelease> ofIndicators = new LinkedHashMap<>();
        private Instant moment = Instant.MIN;

        Releases(Engine engine, List<Transition> decided) {
            this.engine = engine;
            this.decided = decided;
        }

        void note(TrialFacts.Known fact) {
            moment = fact.message().time();
            String release = fact.release();
            if (release != null) {
                boolean isPolicy = fact.message() instanceof PolicyEvent;
                String source = isPolicy
                        ? ((PolicyEvent) fact.message()).source().id()
                        : ((Observation) fact.message()).source().id();
                (isPolicy ? ofPolicies : ofIndicators)
                        .computeIfAbsent(
                                release,
                                id -> new ClosedRelease(id, null, moment, new Source(source, null, null), null));
            }
        }

        void closeBefore(Message next) {
            if (!next.time().equals(moment)) {
                closeAll();
            } else if (!(next instanceof PolicyEvent)) {
                close(ofPolicies, true);
            }
        }

        void closeAll() {
            close(ofPolicies, true);
            close(ofIndicators, false);
        }

        private void close(Map<String, ClosedRelease> releases, boolean policies) {
            releases.values().forEach(release -> decided.addAll(engine.close(release, policies)));
            releases.clear();
        }
    }

    private static List<Transition> live(Handle handle, List<Rule> rules, String asOf) {
        TransitionCodec codec = new TransitionCodec();
        List<Transition> live = new ArrayList<>();
        for (Rule rule : rules) {
            handle.createQuery(Sql.named("live-transitions"))
                    .bind("rule", rule.id())
                    .bind("asOf", asOf)
                    .mapTo(String.class)
                    .forEach(json -> live.add(codec.read(json.getBytes(StandardCharsets.UTF_8))));
        }
        return live;
    }
}
