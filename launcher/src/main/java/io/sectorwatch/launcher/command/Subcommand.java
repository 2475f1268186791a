package io.sectorwatch.launcher.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParentCommand;

/** A command, with the one it belongs to. What it started is stopped when it ends. */
abstract class Subcommand implements Callable<Integer> {
    static final int DONE = 0;

    @ParentCommand
    private @Nullable SectorwatchCommand parent;

    @Override
    public final Integer call() {
        if (parent == null) {
            throw new IllegalStateException("a command was run without the one it belongs to");
        }
        try (Shutdown shutdown = parent.shutdown()) {
            return run(parent, shutdown);
        }
    }

    /** Does the work; returns the exit status. */
    abstract int run(SectorwatchCommand root, Shutdown shutdown);
}
