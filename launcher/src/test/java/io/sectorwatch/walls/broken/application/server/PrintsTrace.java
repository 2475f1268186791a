package io.sectorwatch.walls.broken.application.server;

public final class PrintsTrace {
    public static void of(Exception failure) {
        failure.printStackTrace();
    }

    private PrintsTrace() {}
}
