package io.sectorwatch.launcher.command;

import io.sectorwatch.application.archive.Archive;
import io.sectorwatch.application.ingest.PlanPublication;
import io.sectorwatch.application.ingest.RejectionReport;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.intake.FactSources;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.launcher.table.RejectionWords;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Publishes an archive. */
@Command(
        name = "import",
        description = "Publish what an archive holds: the rules, then the facts, the same bytes with the same times. An"
                + " archive that is not whole is refused; one that is there already decides nothing again.")
final class ArchiveImportCommand extends Subcommand {
    @Parameters(paramLabel = "FOLDER", description = "An archive.")
    private Path folder = Path.of("");

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (RejectionReport report = new RejectionReport(null);
                Intake intake = new Intake(Instant.now(), temporary, report)) {
            Archive archive = Archive.open(folder);
            List<RuleEvent> rules = archive.rules();
            try (InputStream in = Files.newInputStream(archive.facts())) {
                FactSources.readJsonLines(archive.facts().toString(), in, intake);
            }
            Server server = serverOptions.server();
            RuleTopic topic = RuleTopic.read(server, prefix.topics());
            topic.publish(records(rules, topic, prefix.topics()));
            PlanPublication publication =
                    shutdown.add(PlanPublication.begin(server, prefix.topics(), List.of(folder.toString()), intake));
            PublishingPlan plan = intake.compare(KnownFacts.NONE);
            try (PublishingProgress progress =
                    new PublishingProgress(root.err(), root.progressScreen(), plan.count())) {
                publication.publish(plan, progress);
            }
            RejectionWords.of(report.sinceLast()).forEach(root.err()::println);
            return intake.rejected() == 0 ? DONE : CommandException.FAILURES_FOUND;
        } catch (IOException | UncheckedIOException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> records(
            List<RuleEvent> events, RuleTopic topic, Topics topics) {
        List<Integer> all = IntStream.range(0, topic.partitions()).boxed().toList();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (RuleEvent event : events) {
            List<Integer> left = new ArrayList<>(all);
            if (event.rule() != null) {
                RulePublisher.obstacle(event.rule(), topic.partitions()).ifPresent(obstacle -> {
                    throw CommandException.unusable(obstacle + "; nothing was imported");
                });
                left.removeAll(RulePublisher.partitions(event.rule(), topic.partitions()));
                records.addAll(RulePublisher.records(List.of(event.rule()), topics, topic.partitions(), event.at()));
            }
            // A rule that is about another indicator now must not stay in effect where it was.
            if (!before.add(event.id()) || event.rule() == null) {
                records.addAll(RulePublisher.removal(event.id(), left, topics, event.at()));
            }
        }
        return records;
    }
}
