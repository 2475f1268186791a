package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.KnowledgeTime;
import io.sectorwatch.application.replay.RequestedSpan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From when to when, in knowledge time. */
final class SpanOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Begin there; a replay knows what was known before, an archive leaves it out: 2024-02-23, 2024-02-23T08:00:00Z, or P1Y for a"
                            + " year before the newest fact.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "End there; a day is included.")
    private @Nullable String to;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Know only what was known then; a day is included. What is said of --from and --to by a"
                    + " duration is counted from there.")
    private @Nullable String asOf;

    /** All of it, understood; throws a CommandException for a time that makes no sense. */
    RequestedSpan span() {
        return new RequestedSpan(parse("--from", from), parse("--to", to), parse("--as-of", asOf));
    }

    private static @Nullable KnowledgeTime parse(String option, @Nullable String text) {
        try {
            return text == null ? null : KnowledgeTime.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandException.unusable(option + ": " + e.getMessage());
        }
    }
}
