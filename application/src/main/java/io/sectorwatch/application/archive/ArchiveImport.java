package io.sectorwatch.application.archive;

import io.sectorwatch.application.ingest.PlanPublication;
import io.sectorwatch.application.ingest.PublicationListener;
import io.sectorwatch.application.ingest.PublicationProgress;
import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.installation.RunningParts;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.application.server.GroupMembers;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.intake.FactSources;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes archives: the rules, then the facts, the same bytes with the same times. Closed, it publishes no more. */
public final class ArchiveImport implements AutoCloseable {
    private final Server server;
    private final Topics topics;
    private final Path temporary;
    private final RunningParts running = new RunningParts();

    /** Keeps what does not fit into memory in a temporary directory. */
    public ArchiveImport(Server server, Topics topics, Path temporary) {
        this.server = server;
        this.topics = topics;
        this.temporary = temporary;
    }

    /**
     * Publishes an archive; returns how many of its facts were rejected.
     *
     * @param rejections takes these, at once
     * @throws IOException if the archive cannot be read
     * @throws ArchiveException if a rule of it can decide nothing there, or somebody decides already; nothing was published
     */
    public long publish(Archive archive, Consumer<Rejection> rejections, PublicationListener listener)
            throws IOException {
        try (Intake intake = new Intake(Instant.now(), temporary, rejections)) {
            List<RuleEvent> rules = archive.rules();
            try (InputStream in = Files.newInputStream(archive.facts())) {
                FactSources.readJsonLines(archive.facts().toString(), in, intake);
            }
            server.require(rights());
            requireNobodyDecides();
            RuleTopic topic = RuleTopic.read(server, topics);
            topic.publish(records(rules, topic.partitions()));
            PlanPublication publication = running.add(PlanPublication.begin(
                    server, topics, List.of(archive.folder().toString()), intake, listener::waits));
            PublishingPlan plan = intake.compare(KnownFacts.NONE);
            try (PublicationProgress progress = listener.publishes(plan.count())) {
                publication.publish(plan, progress);
            }
            return intake.rejected();
        }
    }

    private List<Right> rights() {
        return List.of(
                Right.toSee(Installation.applicationId(topics)),
                Right.toRead(topics.rules()),
                Right.toWrite(topics.rules()),
                Right.toWriteUnder(RuleTopic.transactionalIds(topics)).forAll(),
                Right.toWrite(topics.indicators()),
                Right.toWrite(topics.policies()),
                Right.toWriteUnder(PlanPublication.transactionalIds(topics)).forAll());
    }

    @Override
    public void close() {
        running.close();
    }

    // Whoever reads while this is written meets the rules of today before the facts of long ago, and tells what never
    // was.
    private void requireNobodyDecides() {
        try (Admin admin = server.admin()) {
            if (!GroupMembers.of(admin, Installation.applicationId(topics))
                    .members()
                    .isEmpty()) {
                throw new ArchiveException("a processor is at work on " + topics.prefix() + "* at " + server.address()
                        + " and would decide before all is there: stop it, import, and start it again (one that was"
                        + " killed counts for a minute), or import to another --prefix, as for 'run', which takes the"
                        + " server with it; nothing was imported");
            }
        }
    }

    private List<ProducerRecord<byte[], byte[]>> records(List<RuleEvent> events, int partitions) {
        List<Integer> all = IntStream.range(0, partitions).boxed().toList();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        Set<String> before = new HashSet<>();
        for (RuleEvent event : events) {
            List<Integer> left = new ArrayList<>(all);
            if (event.rule() != null) {
                RulePublisher.obstacle(event.rule(), partitions).ifPresent(obstacle -> {
                    throw new ArchiveException(obstacle + "; nothing was imported");
                });
                left.removeAll(RulePublisher.partitions(event.rule(), partitions));
                records.addAll(RulePublisher.records(List.of(event.rule()), topics, partitions, event.at()));
            }
            // A rule that is about another indicator now must not stay in effect where it was.
            if (!before.add(event.id()) || event.rule() == null) {
                records.addAll(RulePublisher.removal(event.id(), left, topics, event.at()));
            }
        }
        return records;
    }
}
