package io.sectorwatch.launcher.command;

import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.web.WebSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the monitor keeps what it reads, and to whom it serves it. */
final class MonitorOptions {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int STANDARD_PORT = 8080;
    private static final int SHORTEST_TOKEN = 16;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "Where page and API are served (default: " + STANDARD_PORT + "; 0 takes a free port).")
    private @Nullable Integer port;

    @Option(
            names = "--http-address",
            paramLabel = "ADDRESS",
            defaultValue = LOOPBACK,
            description =
                    "The address they are served at (default: ${DEFAULT-VALUE}); any but this machine's own wants "
                            + "--token-file or --public.")
    private String address = LOOPBACK;

    @Option(
            names = "--http-host",
            paramLabel = "NAME",
            description = "A further name under which browsers ask for them; can be given several times.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file with the token that has to be presented: for reading, where the address is not this "
                    + "machine's own and --public is not given, and for every change.")
    private @Nullable Path tokenFile;

    @Option(names = "--public", description = "Whoever can reach the address may read.")
    private boolean isPublic;

    @Option(names = "--allow-changes", description = "Whoever has the token may put rules into effect.")
    private boolean allowChanges;

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            description = "A web site whose pages may read the API, as https://example.org.")
    private @Nullable String origin;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "Where what is read is kept: jdbc:postgresql://HOST/NAME, or jdbc:sqlite:FILE (default: the "
                    + "file monitor.db in the directory --data).")
    private @Nullable String database;

    /** Whether somebody said at which port; the standard one may be taken by anything. */
    boolean portGiven() {
        return port != null;
    }

    /** The JDBC address of the database. */
    String database(Path data) {
        return database == null ? Database.file(data.resolve("monitor.db")) : database;
    }

    /** Whether it is the file beside everything else, which is made anew without asking. */
    boolean isOwnFile() {
        return database == null;
    }

    /** Throws CommandException where it would be open to more people than was said. */
    WebSettings settings() {
        int at = port == null ? STANDARD_PORT : port;
        if (at < 0 || at > 65_535) {
            throw CommandException.unusable("--http-port " + at + " is not between 0 and 65535");
        }
        boolean isLoopback = address.equals("localhost") || address.startsWith("127.") || address.equals("::1");
        if (!isLoopback && tokenFile == null && !isPublic) {
            throw CommandException.unusable("--http-address " + address + " can be reached from elsewhere: give "
                    + "--token-file for those who may read, or --public if everybody may");
        }
        if (allowChanges && tokenFile == null) {
            throw CommandException.unusable("--allow-changes wants --token-file: nothing changes without a token");
        }
        return new WebSettings(address, at, hosts(), token(), isLoopback || isPublic, allowChanges, origin);
    }

    private Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>(Set.of(LOOPBACK, "localhost", "[::1]"));
        hosts.add(address.indexOf(':') < 0 ? address : "[" + address + "]");
        names.forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
        return hosts;
    }

    private @Nullable String token() {
        if (tokenFile == null) {
            return null;
        }
        try {
            String token = Files.readString(tokenFile).strip();
            if (token.length() < SHORTEST_TOKEN) {
                throw CommandException.unusable(
                        "the token in " + tokenFile + " is shorter than " + SHORTEST_TOKEN + " characters");
            }
            return token;
        } catch (IOException e) {
            throw UnreadableFile.because("token file", tokenFile, e);
        }
    }
}
