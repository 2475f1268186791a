package io.sectorwatch.monitor.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and to whom the monitor is served.
 *
 * @param hosts names under which it is asked for, in lower case and without a port
 * @param token what whoever changes something has to present; null where nobody can
 * @param open whether reading needs no token
 * @param allowChanges whether rules can be put into effect
 * @param origin the other web site whose pages may read; null for none
 */
public record WebSettings(
        String address,
        int port,
        Set<String> hosts,
        @Nullable String token,
        boolean open,
        boolean allowChanges,
        @Nullable String origin) {

    /** On this machine alone, for anybody on it to read. */
    public static WebSettings loopback(int port) {
        return new WebSettings("127.0.0.1", port, Set.of("127.0.0.1", "localhost", "[::1]"), null, true, false, null);
    }
}
