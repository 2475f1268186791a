package io.sectorwatch.monitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.intake.Times;
import io.sectorwatch.monitor.read.AlertFilters;
import io.sectorwatch.monitor.read.AlertReader;
import io.sectorwatch.monitor.read.JsonNodes;
import io.sectorwatch.monitor.read.PolicyReader;
import io.sectorwatch.monitor.read.ReleaseReader;
import io.sectorwatch.monitor.read.RuleReader;
import io.sectorwatch.monitor.read.ScorecardReader;
import io.sectorwatch.monitor.read.SeriesReader;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known, and what was known, by path and query. */
final class ReadRoutes {
    private static final String API = "/api/v1";

    private final AlertReader alerts;
    private final SeriesReader series;
    private final ScorecardReader scorecards;
    private final PolicyReader policies;
    private final RuleReader rules;
    private final ReleaseReader releases;
    private final Clock clock;

    ReadRoutes(Database database, Clock clock) {
        this.alerts = new AlertReader(database.reading());
        this.series = new SeriesReader(database.reading());
        this.scorecards = new ScorecardReader(database.reading());
        this.policies = new PolicyReader(database.reading());
        this.rules = new RuleReader(database.reading());
        this.releases = new ReleaseReader(database.reading());
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.get(API + "/alerts", this::alerts);
        routes.get(API + "/alerts/{id}", this::alert);
        routes.get(API + "/series", this::seriesList);
        routes.get(API + "/series/{indicator}/{area}/{sector}/{frequency}", this::series);
        routes.get(API + "/series/{indicator}/{area}/{sector}/{frequency}/vintages", this::vintages);
        routes.get(API + "/scorecards", this::scorecards);
        routes.get(API + "/policies", this::policies);
        routes.get(API + "/rules", this::rules);
        routes.get(API + "/rules/{id}", this::rule);
        routes.get(API + "/releases", this::releases);
    }

    /** The filters of alerts in a query. */
    static AlertFilters filters(Parameters query) {
        return new AlertFilters(
                AlertFilters.State.valueOf(
                        query.oneOf("state", "open", "closed", "all").toUpperCase(Locale.ROOT)),
                query.codes("rule", UnaryOperator.identity()),
                query.indicators(),
                query.areas(),
                query.sectors(),
                query.codes("severity", code -> severity(code)),
                query.since(),
                query.asOf());
    }

    private void alerts(Context context) {
        Parameters query = Parameters.of(
                context,
                "state",
                "rule",
                "indicator",
                "area",
                "sector",
                "severity",
                "since",
                "as-of",
                "limit",
                "cursor");
        answer(context, alerts.list(filters(query), query.limit(), query.cursor(2)));
    }

    private void alert(Context context) {
        Parameters query = Parameters.of(context, "as-of");
        String id = context.pathParam("id");
        answer(context, alerts.find(id, query.asOf()), "there is no alert '" + id + "'" + then(query.asOf()));
    }

    private void seriesList(Context context) {
        Parameters query = Parameters.of(context, "indicator", "area", "sector", "limit", "cursor");
        answer(
                context,
                series.list(query.indicators(), query.areas(), query.sectors(), query.limit(), query.cursor(1)));
    }

    private void series(Context context) {
        Parameters query = Parameters.of(context, "as-of");
        SeriesKey key = key(context);
        answer(context, series.find(key, query.asOf()), "nothing is known of " + key + then(query.asOf()));
    }

    private void vintages(Context context) {
        Parameters query = Parameters.of(context, "as-of");
        SeriesKey key = key(context);
        answer(context, series.vintages(key, query.asOf()), "nothing is known of " + key);
    }

    private void scorecards(Context context) {
        Parameters query = Parameters.of(context, "area", "sector", "as-of");
        answer(context, scorecards.list(query.areas(), query.sectors(), query.asOf()));
    }

    private void policies(Context context) {
        Parameters query = Parameters.of(context, "area", "sector", "kind", "as-of", "limit", "cursor");
        answer(
                context,
                policies.list(
                        query.areas(),
                        query.sectors(),
                        query.codes("kind", UnaryOperator.identity()),
                        query.asOf(),
                        query.limit(),
                        query.cursor(2)));
    }

    private void rules(Context context) {
        answer(context, rules.list(Parameters.of(context, "as-of").asOf()));
    }

    private void rule(Context context) {
        String id = context.pathParam("id");
        String asOf = Parameters.of(context, "as-of").asOf();
        answer(context, rules.find(id, asOf), "there is no rule '" + id + "'" + then(asOf));
    }

    private void releases(Context context) {
        Parameters query = Parameters.of(context, "source", "as-of", "limit", "cursor");
        String asOf = query.asOf();
        ObjectNode answer =
                releases.list(query.codes("source", UnaryOperator.identity()), asOf, query.limit(), query.cursor(2));
        answer.set("due", releases.due(asOf, (asOf == null ? Times.text(clock.instant()) : asOf).substring(0, 10)));
        answer(context, answer);
    }

    private static SeriesKey key(Context context) {
        try {
            return SeriesKey.parse(context.pathParam("indicator")
                    + '/'
                    + context.pathParam("area")
                    + '/'
                    + context.pathParam("sector")
                    + '/'
                    + context.pathParam("frequency"));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static String severity(String code) {
        if (!code.matches("info|warning|critical")) {
            throw new IllegalArgumentException("'" + code + "' is none of info, warning, critical");
        }
        return code;
    }

    private static String then(@Nullable String asOf) {
        return asOf == null ? "" : " at " + asOf;
    }

    private static void answer(Context context, Optional<ObjectNode> found, String otherwise) {
        answer(context, found.orElseThrow(() -> Problem.notFound(otherwise)));
    }

    static void answer(Context context, ObjectNode answer) {
        context.contentType("application/json")
                .header("Cache-Control", "no-cache")
                .result(JsonNodes.bytes(answer));
    }
}
