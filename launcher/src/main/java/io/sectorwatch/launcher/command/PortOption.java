package io.sectorwatch.launcher.command;

import picocli.CommandLine.Option;

/** Where the embedded broker listens. */
final class PortOption {
    @Option(
            names = "--port",
            defaultValue = "9092",
            description = "Where the embedded broker listens, on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    int port() {
        if (port < 1 || port > 65_535) {
            throw CommandException.unusable("--port " + port + " is not between 1 and 65535");
        }
        return port;
    }
}
