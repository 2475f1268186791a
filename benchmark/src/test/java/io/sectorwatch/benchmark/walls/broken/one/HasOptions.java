package io.sectorwatch.benchmark.walls.broken.one;

import picocli.CommandLine.Option;

public final class HasOptions {
    @Option(names = "--anything")
    public boolean anything;
}
