package io.sectorwatch.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.ContentId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An http or https address. User and password in it are sent to its own server, and never shown; nor are keys. */
public final class Address {
    private static final Pattern WEB = Pattern.compile("(?i)https?:.*");
    /** What people write into a query, and no address may hold as it is. */
    private static final Pattern UNWISE = Pattern.compile("[ \"<>\\\\^`{|}]");

    private final URI uri;
    private final @Nullable String credentials;

    private Address(URI uri, @Nullable String credentials) {
        this.uri = uri;
        this.credentials = credentials;
    }

    /** Whether it is meant to be such an address, and not a file. */
    public static boolean isMeant(String text) {
        return WEB.matcher(text).matches();
    }

    /** Reads one; throws IllegalArgumentException, with words for people, for what is none. */
    public static Address of(String text) {
        try {
            URI uri = new URI(encoded(text));
            if (uri.getHost() == null) {
                throw new IllegalArgumentException(
                        "'" + Secrets.hidden(text) + "' names no server: write" + " https://server/path");
            }
            return new Address(withoutUser(uri), uri.getRawUserInfo());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + Secrets.hidden(text) + "' is no address of the web (" + e.getReason() + ")", e);
        }
    }

    /** What tells it from other addresses, with its secrets, and does not tell them. */
    public String id() {
        return ContentId.of(
                uri.toString().getBytes(UTF_8), String.valueOf(credentials).getBytes(UTF_8));
    }

    /** As people are told it. */
    @Override
    public String toString() {
        return Secrets.withoutKeys(uri.toString());
    }

    URI uri() {
        return uri;
    }

    /** The value of the Authorization header, where the address holds user and password. */
    Optional<String> authorization() {
        return Optional.ofNullable(credentials)
                .map(raw -> URLDecoder.decode(raw.replace("+", "%2B"), UTF_8))
                .map(plain -> "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)));
    }

    /** The server, by the name that was given. */
    String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    boolean isEncrypted() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    String path() {
        return Objects.requireNonNullElse(uri.getRawPath(), "");
    }

    /** The raw value of a parameter of the query. */
    Optional<String> parameter(String name) {
        return Query.of(uri).value(name);
    }

    /** The same address, with another value of a parameter, or with one more. */
    Address with(String name, String value) {
        String whole = uri.toString();
        int query = whole.indexOf('?');
        String base = query < 0 ? whole : whole.substring(0, query);
        return new Address(URI.create(base + '?' + Query.of(uri).with(name, value)), credentials);
    }

    /**
     * Where a server sends us instead. User and password do not go to another server.
     *
     * @throws IllegalArgumentException if that is nowhere to go
     */
    Address redirected(String location) {
        Address target;
        try {
            target = of(uri.resolve(new URI(encoded(location))).toString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + Secrets.hidden(location) + "' is no address", e);
        }
        if (!isMeant(target.uri.toString())) {
            throw new IllegalArgumentException("'" + target + "' is no address of the web");
        }
        if (isEncrypted() && !target.isEncrypted()) {
            throw new IllegalArgumentException("'" + target + "' is not encrypted, and this address is");
        }
        return sameServer(target) ? new Address(target.uri, credentials) : target;
    }

    private boolean sameServer(Address other) {
        return host().equals(other.host())
                && uri.getPort() == other.uri.getPort()
                && isEncrypted() == other.isEncrypted();
    }

    private static String encoded(String text) {
        String trimmed = text.strip();
        int fragment = trimmed.indexOf('#');
        String whole = fragment < 0 ? trimmed : trimmed.substring(0, fragment);
        return UNWISE.matcher(whole)
                .replaceAll(unwise -> String.format(
                        Locale.ROOT, "%%%02X", (int) unwise.group().charAt(0)));
    }

    private static URI withoutUser(URI uri) throws URISyntaxException {
        String ascii = uri.toASCIIString();
        String user = uri.getRawUserInfo();
        int at = user == null ? -1 : ascii.indexOf('@');
        return at < 0 ? new URI(ascii) : new URI(uri.getScheme() + "://" + ascii.substring(at + 1));
    }
}
