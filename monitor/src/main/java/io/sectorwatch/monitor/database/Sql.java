package io.sectorwatch.monitor.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** SQL as it stands in files beside this class. */
public final class Sql {
    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    /** The statement in {@code NAME.sql}, without its comments. */
    public static String named(String name) {
        return READ.computeIfAbsent(name, Sql::read);
    }

    /** The statements in {@code NAME.sql}, one after another. */
    static List<String> all(String name) {
        return Arrays.stream(named(name).split(";\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** Whether there is such a file. */
    static boolean exists(String name) {
        return Sql.class.getResource(name + ".sql") != null;
    }

    private static String read(String name) {
        try (InputStream in = Sql.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("no SQL of the name " + name);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sql() {}
}
