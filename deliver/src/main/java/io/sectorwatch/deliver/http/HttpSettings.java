package io.sectorwatch.deliver.http;

import io.sectorwatch.deliver.field.TargetFields;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a target is asked.
 *
 * @param headers of each request
 * @param trust null for the certificates that Java trusts
 * @param timeout how long an answer is waited for
 */
public record HttpSettings(
        SortedMap<String, String> headers,
        @Nullable SSLContext trust,
        @Nullable InetSocketAddress proxy,
        Duration timeout) {
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern PROXY = Pattern.compile("([^:/@\\s]+):([0-9]{1,5})");
    private static final List<String> OURS = List.of("ce-", "webhook-");
    private static final Set<String> CLIENTS =
            Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade", "transfer-encoding");

    /** Reads them from the fields of a target. */
    public static HttpSettings read(TargetFields fields) {
        return new HttpSettings(
                headers(fields), trust(fields), proxy(fields), fields.duration("timeout", USUAL_TIMEOUT));
    }

    private static SortedMap<String, String> headers(TargetFields fields) {
        SortedMap<String, String> headers = fields.secrets("headers");
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches()) {
                fields.wrong("headers." + name, "is no name of a header");
            } else if (CLIENTS.contains(lower) || OURS.stream().anyMatch(lower::startsWith)) {
                fields.wrong("headers." + name, "is set by the delivery itself: leave it out");
            } else if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                fields.wrong(
                        "headers." + name, "has a value of more than one line, or with other characters than ASCII");
            }
        });
        return headers;
    }

    private static @Nullable SSLContext trust(TargetFields fields) {
        Path file = fields.path("ca");
        if (file == null) {
            return null;
        }
        try {
            return PrivateTrust.in(file);
        } catch (IllegalArgumentException e) {
            fields.wrong("ca", "cannot be used: " + e.getMessage());
            return null;
        }
    }

    private static @Nullable InetSocketAddress proxy(TargetFields fields) {
        String text = fields.secret("proxy");
        if (text == null) {
            return null;
        }
        Matcher parts = PROXY.matcher(text);
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > 65535) {
            fields.wrong("proxy", "is not HOST:PORT");
            return null;
        }
        // The host is looked up with each connection, not once and for ever.
        return InetSocketAddress.createUnresolved(String.valueOf(parts.group(1)), port);
    }
}
