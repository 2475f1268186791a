package io.sectorwatch.ingest.web;

import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What a server called the version it sent, so that it can be asked whether there is another one. */
public record Validators(@Nullable String etag, @Nullable String lastModified) {
    /** Where nothing was sent yet, or nothing said of it. */
    public static final Validators NONE = new Validators(null, null);

    static Validators of(HttpHeaders headers) {
        return new Validators(
                headers.firstValue("ETag").orElse(null),
                headers.firstValue("Last-Modified").orElse(null));
    }
}
