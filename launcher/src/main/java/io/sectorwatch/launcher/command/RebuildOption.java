package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.state.StateRebuild;
import io.sectorwatch.schemas.topic.Topics;
import java.io.PrintStream;
import picocli.CommandLine.Option;

/** Whether lost state is made again before anything is decided. */
final class RebuildOption {
    @Option(
            names = "--rebuild-state",
            description = "Where what was decided before is lost on the server, make it again from the topics first; "
                    + "nobody is told anything twice.")
    private boolean rebuild;

    /** Makes it again if that is wanted and needed. */
    void applyTo(Server server, Topics topics, PrintStream err) {
        if (!rebuild) {
            return;
        }
        int tasks = new StateRebuild(server, topics, Installation.applicationId(topics)).run();
        err.println(
                tasks == 0
                        ? "Nothing of what was decided is lost."
                        : "What was decided was lost in " + tasks + (tasks == 1 ? " partition" : " partitions")
                                + ", and was made again from the topics.");
    }
}
