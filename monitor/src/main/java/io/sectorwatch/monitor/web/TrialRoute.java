package io.sectorwatch.monitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sectorwatch.application.rules.KnownSeries;
import io.sectorwatch.application.rules.RuleCheck;
import io.sectorwatch.monitor.read.JsonNodes;
import io.sectorwatch.monitor.trial.RuleTrial;
import io.sectorwatch.monitor.trial.TooMuchException;
import io.sectorwatch.monitor.trial.TrialComparison;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tries rules that somebody is writing. */
final class TrialRoute {
    private static final int MOST_SHOWN = 2_000;
    private static final String ALWAYS = "9999";

    private final RuleTrial trial;

    TrialRoute(RuleTrial trial) {
        this.trial = trial;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/v1/backtest", this::answer);
    }

    private void answer(Context context) {
        String asOf = Parameters.of(context, "as-of").asOf();
        byte[] body = context.bodyAsBytes();
        RuleText text = RuleText.read(body);
        try {
            RuleTrial.Outcome outcome = trial.run(text.rules(), asOf == null ? ALWAYS : asOf);
            ObjectNode answer = JsonNodes.object();
            answer.put("facts", outcome.facts().size());
            RuleCheck check = RuleCheck.of(RuleText.NAME, body, KnownSeries.of(outcome.facts()));
            answer.set("warnings", RuleText.places(check.warnings()));
            answer.set("counts", counts(outcome.tried()));
            boolean truncated = put(answer, "transitions", outcome.tried());
            ObjectNode live = answer.putObject("live");
            live.set("counts", counts(outcome.live()));
            truncated |= put(live, "transitions", outcome.live());
            truncated |= put(answer, "onlyHere", TrialComparison.only(outcome.tried(), outcome.live()));
            truncated |= put(answer, "onlyLive", TrialComparison.only(outcome.live(), outcome.tried()));
            answer.put("truncated", truncated);
            ReadRoutes.answer(context, answer);
        } catch (TooMuchException e) {
            throw Problem.of(429, String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode counts(List<Transition> transitions) {
        ObjectNode counts = JsonNodes.object();
        for (Transition.Type type : Transition.Type.values()) {
            counts.put(
                    type.name().toLowerCase(Locale.ROOT),
                    transitions.stream().filter(its -> its.transition() == type).count());
        }
        Set<String> open = new HashSet<>();
        for (Transition transition : transitions) {
            if (transition.transition().opens()) {
                open.add(transition.key());
            } else {
                open.remove(transition.key());
            }
        }
        counts.put("open", open.size());
        return counts;
    }

    private static boolean put(ObjectNode node, String field, List<Transition> transitions) {
        TransitionCodec codec = new TransitionCodec();
        ArrayNode list = node.putArray(field);
        transitions.stream()
                .limit(MOST_SHOWN)
                .forEach(its -> list.add(JsonNodes.parse(new String(codec.write(its), StandardCharsets.UTF_8))));
        return transitions.size() > MOST_SHOWN;
    }
}
