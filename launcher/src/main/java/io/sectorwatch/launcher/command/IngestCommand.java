package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.Intake;
import io.sectorwatch.ingest.Rejection;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.publish.Publisher;
import io.sectorwatch.launcher.server.Server;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes facts. */
@Command(
        name = "ingest",
        description = "Publish facts, in the order in which they became known. What cannot be read is reported and "
                + "left out; exit status 1 says that there was some.")
final class IngestCommand extends Subcommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "A built-in set (brief, history), a file of JSON Lines, a folder of such files (*.jsonl), "
                    + "or - for standard input.")
    private List<String> names = List.of();

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Option(names = "--dry-run", description = "Publish nothing; with --output jsonl print what would be published.")
    private boolean dryRun;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        boolean jsonLines = output.format() == OutputOption.Format.JSONL;
        if (jsonLines && !dryRun) {
            throw CommandException.unusable("--output jsonl prints what --dry-run would have published: give both");
        }
        Intake intake = new Intake(Instant.now());
        for (String name : names) {
            read(name, intake);
        }
        List<Message> facts = intake.facts();
        List<Rejection> rejections = intake.report().rejections();
        if (!dryRun) {
            publish(root, facts);
        } else if (jsonLines) {
            print(root.out(), facts);
        } else {
            root.err().println(facts.size() + (facts.size() == 1 ? " fact" : " facts") + " would be published.");
        }
        report(root.err(), rejections);
        return rejections.isEmpty() ? DONE : CommandException.FAILURES_FOUND;
    }

    private static void read(String name, Intake intake) {
        Optional<BuiltInSet> builtIn = BuiltInSet.find(name);
        try {
            if (builtIn.isPresent()) {
                intake.read(builtIn.get());
            } else if (name.equals("-")) {
                intake.read("standard input", System.in);
            } else if (Files.exists(Path.of(name))) {
                intake.read(Path.of(name));
            } else {
                throw CommandException.unusable("there is no file or folder '" + name + "', and the built-in sets are "
                        + String.join(", ", BuiltInSet.names()));
            }
        } catch (IOException e) {
            throw CommandException.unusable(name + " cannot be read (" + e.getMessage() + ")");
        }
    }

    private void publish(SectorwatchCommand root, List<Message> facts) {
        Server server = serverOptions.server();
        server.requireAnswer();
        String transactionalId = prefix.topics().prefix() + "ingest-" + UUID.randomUUID();
        try (Publisher publisher = new Publisher(server.clientConfig(), prefix.topics(), transactionalId);
                PublishingProgress progress = new PublishingProgress(root.err(), root.progressScreen(), facts.size())) {
            publisher.publish(facts, progress);
        }
    }

    private static void print(PrintStream out, List<Message> facts) {
        for (Message fact : facts) {
            byte[] value = Envelope.of(fact).value();
            out.write(value, 0, value.length);
            out.write('\n');
        }
        out.flush();
    }

    private static void report(PrintStream err, List<Rejection> rejections) {
        rejections.forEach(rejected -> err.println(rejected.file() + ":" + rejected.line() + ": " + rejected.reason()));
        if (!rejections.isEmpty()) {
            err.println("Rejected " + rejections.size() + (rejections.size() == 1 ? " line." : " lines."));
        }
    }
}
