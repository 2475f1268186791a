package io.sectorwatch.launcher.command;

import io.sectorwatch.application.server.Server;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka server. */
final class ServerOptions {
    /** Where a server is looked for, and where the embedded broker listens, if nothing else is said. */
    static final String NEAREST = "127.0.0.1:9092";

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description =
                    "The Kafka server, as in Kafka's own tools (default: 127.0.0.1:9092, where run and demo start one).")
    private @Nullable String address;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "A properties file of client settings, as in Kafka's own tools.")
    private @Nullable Path settings;

    /** Whether a server was named. */
    boolean given() {
        return address != null;
    }

    /** The named server, or the one next to us. */
    Server server() {
        return at(address == null ? NEAREST : address);
    }

    /** A server at an address, with the given client settings. */
    Server at(String bootstrapServer) {
        return Server.at(bootstrapServer, clientSettings());
    }

    private Map<String, String> clientSettings() {
        Map<String, String> map = new HashMap<>();
        if (settings != null) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(settings)) {
                properties.load(reader);
            } catch (IOException e) {
                throw UnreadableFile.because("file of client settings", settings, e);
            }
            properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        }
        return map;
    }
}
