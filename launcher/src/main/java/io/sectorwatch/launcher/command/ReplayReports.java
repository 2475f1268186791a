package io.sectorwatch.launcher.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is wanted to know of a replay. */
final class ReplayReports {
    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "Write there, as JSON, what the replay was made of and what came out.")
    private @Nullable Path manifest;

    @Option(
            names = "--comparison",
            paramLabel = "FILE",
            description = "Write there, as JSON Lines, each decision live and replayed, and why they differ.")
    private @Nullable Path comparison;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Write there, as a page with a time line and all in one file, the comparison; with --file what was"
                            + " decided.")
    private @Nullable Path html;

    @Option(names = "--expect-same", description = "End with status 1 if replay and live differ.")
    private boolean expectSame;

    OutputOption.Format format() {
        return output.format();
    }

    @Nullable
    Path manifest() {
        return manifest;
    }

    @Nullable
    Path comparison() {
        return comparison;
    }

    @Nullable
    Path html() {
        return html;
    }

    boolean expectSame() {
        return expectSame;
    }

    /** Throws a CommandException where a file cannot be written: it would be a pity to find out in the end. */
    void check() {
        for (Path file : new Path[] {manifest, comparison, html}) {
            if (file != null && Files.isDirectory(file)) {
                throw CommandException.unusable("the file " + file + " cannot be written: it is a folder");
            }
            Path folder = file == null ? null : file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw CommandException.unusable(
                        "the file " + file + " cannot be written: there is no folder " + folder);
            }
        }
    }

    /** Throws a CommandException where something is wanted that there is only beside a live processor. */
    void requireNoComparison() {
        if (comparison != null || expectSame) {
            throw CommandException.unusable("with --file there is nothing live to compare with");
        }
    }
}
