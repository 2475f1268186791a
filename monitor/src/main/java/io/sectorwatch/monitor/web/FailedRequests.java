package io.sectorwatch.monitor.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.jdbi.v3.core.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong while a request is answered is a problem for its reader, in words. */
final class FailedRequests {
    private static final Logger LOG = LoggerFactory.getLogger(FailedRequests.class);
    private static final int LONGEST_SHOWN = 200;

    static void addTo(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> problem.answer(context));
        routes.exception(
                HttpResponseException.class,
                (refused, context) -> Problem.of(
                                refused.getStatus(),
                                context.method() + " cannot be answered here: " + refused.getMessage())
                        .answer(context));
        routes.exception(
                ConnectionException.class,
                (failure, context) -> Problem.of(
                                503, "the database of the monitor does not answer: try again in a moment")
                        .answer(context));
        routes.exception(Exception.class, (failure, context) -> {
            LOG.error("{} {} failed", context.method(), shortened(context), failure);
            Problem.of(500, "this could not be answered; the log of the monitor says more")
                    .answer(context);
        });
        routes.error(404, context -> {
            if (!"application/problem+json".equals(context.res().getContentType())) {
                Problem.notFound("there is nothing at " + shortened(context)).answer(context);
            }
        });
    }

    private static String shortened(Context context) {
        String path = context.path();
        return path.length() <= LONGEST_SHOWN ? path : path.substring(0, LONGEST_SHOWN) + "…";
    }

    private FailedRequests() {}
}
