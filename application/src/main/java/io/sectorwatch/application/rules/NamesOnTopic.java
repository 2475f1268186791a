package io.sectorwatch.application.rules;

import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.application.replay.broker.Capture;
import io.sectorwatch.application.replay.broker.LiveTopics;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What people call the rules of an installation. The topic is read when it is first asked, and again for a new rule. */
public final class NamesOnTopic {
    private final Server server;
    private final Topics topics;
    private final Set<String> met = new HashSet<>();
    private RuleNames names = RuleNames.of(List.of());

    public NamesOnTopic(Server server, Topics topics) {
        this.server = server;
        this.topics = topics;
    }

    /** The rule of a transition, by title and id. */
    public String of(Transition transition) {
        if (!met.contains(transition.ruleHash())) {
            List<RuleEvent> events = new LiveTopics(server, topics, Capture.of(server, topics))
                    .rules()
                    .events();
            names = RuleNames.ofAll(events);
            events.forEach(event -> {
                if (event.rule() != null) {
                    met.add(event.rule().hash());
                }
            });
            met.add(transition.ruleHash());
        }
        return names.of(transition.rule());
    }
}
