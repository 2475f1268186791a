package io.sectorwatch.monitor.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the API, as it stands in a file. */
final class DocumentRoute {
    private static final String NAME = "openapi.yaml";

    static void addTo(RoutesConfig routes) {
        byte[] document = read();
        routes.get(
                "/" + NAME, context -> context.contentType("application/yaml").result(document));
    }

    private static byte[] read() {
        try (InputStream in = DocumentRoute.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("no " + NAME);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DocumentRoute() {}
}
