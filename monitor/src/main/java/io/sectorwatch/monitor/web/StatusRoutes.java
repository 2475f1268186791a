package io.sectorwatch.monitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.monitor.intake.FollowerState;
import io.sectorwatch.monitor.intake.Times;
import io.sectorwatch.monitor.read.JsonNodes;
import io.sectorwatch.monitor.read.ReleaseReader;
import io.sectorwatch.monitor.status.StatusNodes;
import io.sectorwatch.monitor.status.StatusSeen;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Whether the monitor is at work, for people, and for what starts it again where it is not. */
public final class StatusRoutes implements WebServer.Routes {
    private final Jdbi jdbi;
    private final Supplier<FollowerState> follower;
    private final Supplier<StatusSeen> seen;
    private final Clock clock;
    private final String version;
    private final boolean allowChanges;

    /** Of a database, of who fills it, and of who looks at the processor. */
    public StatusRoutes(
            Jdbi jdbi,
            Supplier<FollowerState> follower,
            Supplier<StatusSeen> seen,
            Clock clock,
            String version,
            boolean allowChanges) {
        this.jdbi = jdbi;
        this.follower = follower;
        this.seen = seen;
        this.clock = clock;
        this.version = version;
        this.allowChanges = allowChanges;
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Guard guard) {
        routes.get("/api/v1/status", this::status);
        routes.get("/health/live", context -> context.result("alive\n"));
        routes.get("/health/ready", this::ready);
    }

    private void status(Context context) {
        Parameters.of(context);
        FollowerState state = follower.get();
        ObjectNode answer = JsonNodes.object();
        answer.put("version", version);
        answer.put("allowChanges", allowChanges);
        ObjectNode monitor = answer.putObject("monitor");
        monitor.put("caughtUp", state.caughtUp());
        monitor.put("lag", state.lag());
        if (state.readAt() != null) {
            monitor.put("readAt", state.readAt().toString());
        }
        if (state.failure() != null && state.failingSince() != null) {
            monitor.put("failure", state.failure());
            monitor.put("failingSince", state.failingSince().toString());
        }
        StatusSeen its = seen.get();
        answer.set("processor", StatusNodes.processor(its));
        if (!its.watched().isEmpty()) {
            ArrayNode idle = answer.putArray("rulesWithoutSeries");
            its.watched().entrySet().stream()
                    .filter(rule -> rule.getValue() == 0)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(idle::add);
        }
        answer.set(
                "overdue",
                new ReleaseReader(jdbi).overdue(Times.text(clock.instant()).substring(0, 10)));
        jdbi.useHandle(handle -> {
            handle.createQuery(Sql.named("newest-knowledge"))
                    .mapTo(String.class)
                    .findOne()
                    .ifPresent(
                            known -> answer.put("knownAt", Instant.parse(known).toString()));
            ObjectNode letters = answer.putObject("deadLetters");
            handle.createQuery(Sql.named("newest-dead-letter"))
                    .map((row, letter) -> {
                        letters.put("count", row.getInt("amount"));
                        ObjectNode newest = letters.putObject("newest");
                        newest.put("reason", row.getString("reason"));
                        newest.put(
                                "time", Instant.parse(row.getString("came_at")).toString());
                        newest.put("topic", row.getString("topic"));
                        newest.put("offset", row.getLong("record_offset"));
                        return newest;
                    })
                    .findOne();
            if (letters.isEmpty()) {
                letters.put("count", 0);
            }
        });
        ReadRoutes.answer(context, answer);
    }

    private void ready(Context context) {
        FollowerState state = follower.get();
        if (state.failure() != null) {
            context.status(503).result("not ready: " + state.failure() + "\n");
        } else if (!state.caughtUp()) {
            context.status(503).result("not ready: it has not read all there is yet\n");
        } else {
            context.result("ready\n");
        }
    }
}
