package io.sectorwatch.monitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import io.sectorwatch.monitor.read.JsonNodes;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What is refused before any route is asked, a path that is too long, say, is answered as every other problem. */
final class PlainErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ObjectNode body = JsonNodes.object();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.forStatus(response.getStatus()).getMessage());
        body.put("status", response.getStatus());
        body.put("detail", "the request is not one that can be answered");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(JsonNodes.bytes(body)), callback);
        return true;
    }
}
