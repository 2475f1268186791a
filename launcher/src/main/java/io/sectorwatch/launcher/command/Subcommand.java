package io.sectorwatch.launcher.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command, with the one all belong to. What it started is stopped when it ends. */
abstract class Subcommand implements Callable<Integer> {
    static final int DONE = 0;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final Integer call() {
        if (spec == null || !(spec.root().userObject() instanceof SectorwatchCommand root)) {
            throw new IllegalStateException("a command was run without the one it belongs to");
        }
        try (Shutdown shutdown = root.shutdown()) {
            return run(root, shutdown);
        }
    }

    /** Does the work; returns the exit status. */
    abstract int run(SectorwatchCommand root, Shutdown shutdown);
}
