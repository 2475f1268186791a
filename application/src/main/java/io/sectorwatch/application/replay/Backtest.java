package io.sectorwatch.application.replay;

import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.EngineState;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyMessageCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A replay in this process: the engine of the topology takes the history, and nothing around it, since all that the rest
 * of the topology does is to bring events to engines and to keep their state for a restart.
 */
public final class Backtest implements FactHistory.Taker {
    private final Engine engine = new Engine(EngineState.NOTHING);
    private final IndicatorCodec indicators = new IndicatorCodec();
    private final PolicyMessageCodec policies = new PolicyMessageCodec();
    private final Taker taker;

    /** Hands over each transition. */
    public Backtest(Consumer<Transition> decided) {
        this((transition, release) -> decided.accept(transition));
    }

    private Backtest(Taker taker) {
        this.taker = taker;
        engine.restored();
    }

    /** Hands over each transition with what closed the release that it was decided with. */
    public static Backtest of(Taker taker) {
        return new Backtest(taker);
    }

    /** Takes transitions, each with its release; null where it came of something else. */
    public interface Taker {
        void take(Transition transition, @Nullable ClosedRelease release);
    }

    @Override
    public void rule(RuleEvent event) {
        Rule rule = event.rule();
        take(rule == null ? engine.remove(event.id(), event.at()) : engine.apply(rule, event.at()), null);
    }

    @Override
    public void fact(SortedFacts.Written fact) throws IOException {
        Message message = fact.ofPolicies() ? policies.read(fact.json()) : indicators.read(fact.json());
        if (message instanceof ClosedRelease release) {
            take(engine.close(release, fact.ofPolicies()), release);
        } else {
            take(engine.observe(message, fact.release()), null);
        }
        engine.forgetShown();
    }

    private void take(List<Transition> transitions, @Nullable ClosedRelease release) {
        transitions.forEach(transition -> taker.take(transition, release));
    }
}
