package io.sectorwatch.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may ask for what, and what a browser may do with the answer. */
final class Access {
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Set<String> hosts;
    private final byte @Nullable [] token;
    private final boolean open;

    /**
     * Lets in requests for these hosts.
     *
     * @param token what has to be presented; null where nothing is
     * @param open whether reading needs no token
     */
    Access(Set<String> hosts, @Nullable String token, boolean open) {
        this.hosts = hosts;
        this.token = token == null ? null : token.getBytes(UTF_8);
        this.open = open;
    }

    /** Throws Problem where a request may not be answered at all. */
    void check(Context context) {
        // A web page can make a browser ask under a name of its own for what only this machine may see.
        if (!hosts.contains("*") && !hosts.contains(hostOf(context.header("Host")))) {
            throw Problem.of(421, "this is no address that is served here");
        }
        if (!open && !context.path().startsWith("/health/")) {
            requireToken(context);
        }
    }

    /** Throws Problem where the token was not presented. */
    void requireToken(Context context) {
        String given = context.header("Authorization");
        boolean isRight = token != null
                && given != null
                && given.startsWith("Bearer ")
                && MessageDigest.isEqual(
                        token, given.substring("Bearer ".length()).getBytes(UTF_8));
        if (!isRight) {
            context.header("WWW-Authenticate", "Bearer");
            throw Problem.of(401, "this needs the token of the monitor, as 'Authorization: Bearer …'");
        }
    }

    /** Whether anybody has a token. */
    boolean hasToken() {
        return token != null;
    }

    static void secure(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static String hostOf(@Nullable String header) {
        String host = header == null ? "" : header.toLowerCase(Locale.ROOT);
        return host.replaceFirst(":[0-9]{1,5}$", "");
    }
}
