package io.sectorwatch.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The name of one of several that share work. */
final class InstanceOption {
    @Option(
            names = "--instance-id",
            paramLabel = "ID",
            description = "A name no other instance has: with it, one that was killed takes its place again at once.")
    private @Nullable String id;

    /** Null where it has none. */
    @Nullable
    String id() {
        return id;
    }
}
