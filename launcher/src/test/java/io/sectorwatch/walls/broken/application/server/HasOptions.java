package io.sectorwatch.walls.broken.application.server;

import picocli.CommandLine.Option;

public final class HasOptions {
    @Option(names = "--anything")
    public boolean anything;
}
