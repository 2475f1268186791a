package io.sectorwatch.benchmark.measure;

import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.launcher.command.Shutdown;
import java.io.PrintStream;

/** What a command does with programs that end when it ends. */
@FunctionalInterface
public interface Measurement {
    /** Measures and prints; whether what was measured went as it should. */
    boolean take(Shutdown shutdown) throws Exception;

    /** Takes it; the exit status of the command, with a word about why where it could not be taken. */
    static int exitStatus(Measurement measurement, PrintStream err) throws Exception {
        try (Shutdown shutdown = new Shutdown()) {
            try {
                return measurement.take(shutdown) ? 0 : 1;
            } catch (JobFailure | ServerException e) {
                // Ctrl-C ends the programs as well, and that they ended is no news.
                if (!shutdown.forced()) {
                    err.println("benchmark: " + e.getMessage());
                }
                return 1;
            }
        }
    }
}
