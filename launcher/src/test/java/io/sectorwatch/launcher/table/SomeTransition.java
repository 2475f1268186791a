package io.sectorwatch.launcher.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;

/** Transitions of which only some things matter. */
final class SomeTransition {
    static Transition of(Transition.Type type) {
        return of("rule", "CHN", "2024-02-29T00:00:00Z", type.name(), "new-period");
    }

    static Transition of(String rule, String area, String decidedAt, String type, String reason) {
        String json = """
                {"alert":"a","transition":"%s","reason":"%s","rule":"%s","ruleHash":"h",
                 "severity":"info","labels":{},"series":"rd-intensity/%s/economy/A","area":"%s","sector":"economy",
                 "since":"2023","period":"2023","certainty":"certain","measure":{"kind":"value","value":2.58},
                 "observation":{"period":"2023","value":2.58,"published":"%s","source":"nbs"},
                 "message":"It is so","decidedAt":"%s","evidence":["e"]}
                """.formatted(type, reason, rule, area, area, decidedAt, decidedAt);
        return new TransitionCodec().read(json.getBytes(UTF_8));
    }

    private SomeTransition() {}
}
