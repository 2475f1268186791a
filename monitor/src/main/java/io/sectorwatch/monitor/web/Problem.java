package io.sectorwatch.monitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.sectorwatch.monitor.read.JsonNodes;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered, as RFC 9457 writes it down; the detail is for people. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient @Nullable ObjectNode more;

    private Problem(int status, String detail, @Nullable ObjectNode more) {
        super(detail);
        this.status = status;
        this.more = more;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, detail, null);
    }

    static Problem notFound(String detail) {
        return new Problem(404, detail, null);
    }

    static Problem of(int status, String detail) {
        return new Problem(status, detail, null);
    }

    /** One that says more than a sentence. */
    static Problem with(int status, String detail, ObjectNode more) {
        return new Problem(status, detail, more);
    }

    /** Answers with it. */
    void answer(Context context) {
        ObjectNode body = JsonNodes.object();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.forStatus(status).getMessage());
        body.put("status", status);
        body.put("detail", getMessage());
        if (more != null) {
            body.setAll(more);
        }
        context.status(status).contentType("application/problem+json").result(JsonNodes.bytes(body));
    }
}
