package io.sectorwatch.launcher.command;

import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.delivery.SkippedAlerts;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells targets nothing of what has been decided so far. */
@Command(
        name = "skip",
        description = "Take all that has been decided so far for told to the targets of a file, as it was where an "
                + "installation was moved from; only while nobody delivers to them.")
final class DeliverSkipCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private TargetsOption options = new TargetsOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Targets targets = options.targets(root);
        long records = SkippedAlerts.skip(serverOptions.server(), prefix.topics(), targets);
        root.err()
                .println(String.format(
                        Locale.ROOT,
                        "%s: nothing of the %,d records so far will be told.",
                        DeliverAlongside.words(targets),
                        records));
        return DONE;
    }
}
