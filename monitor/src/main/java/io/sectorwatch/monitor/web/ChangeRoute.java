package io.sectorwatch.monitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sectorwatch.application.rules.RuleChangeException;
import io.sectorwatch.application.rules.RuleChanges;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.monitor.read.JsonNodes;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Puts rules into effect, where that is allowed. */
public final class ChangeRoute implements WebServer.Routes {
    private final Server server;
    private final Topics topics;
    private final Clock clock;
    private final boolean allowed;

    /** Publishes to the topic of the rules. */
    public ChangeRoute(Server server, Topics topics, Clock clock, boolean allowed) {
        this.server = server;
        this.topics = topics;
        this.clock = clock;
        this.allowed = allowed;
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Guard guard) {
        routes.put("/api/v1/rules", context -> {
            if (!allowed) {
                throw Problem.of(403, "this monitor changes nothing: start it with --allow-changes and --token-file");
            }
            guard.requireToken(context);
            put(context);
        });
    }

    private void put(Context context) {
        Parameters.of(context);
        List<Rule> rules = RuleText.read(context.bodyAsBytes()).rules();
        Instant effective = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            new RuleChanges(server, topics).apply(rules, effective);
        } catch (RuleChangeException e) {
            throw Problem.of(409, e.getMessage() + "; nothing was applied");
        } catch (ServerException e) {
            throw Problem.of(503, e.getMessage() + "; nothing was applied");
        }
        ObjectNode answer = JsonNodes.object();
        answer.put("effective", effective.toString());
        ArrayNode applied = answer.putArray("applied");
        rules.forEach(rule -> applied.add(rule.id()));
        ReadRoutes.answer(context, answer);
    }
}
