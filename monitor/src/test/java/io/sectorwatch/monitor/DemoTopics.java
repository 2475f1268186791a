package io.sectorwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.application.demo.Demonstration;
import io.sectorwatch.application.ingest.PublicationProgress;
import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.installation.RunningParts;
import io.sectorwatch.application.installation.Service;
import io.sectorwatch.application.rules.RuleChanges;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.topics.SectorTopics;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.processor.topology.ProcessorApp;
import io.sectorwatch.schemas.topic.Topics;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A real broker with the demonstration's facts, decided. */
final class DemoTopics implements AutoCloseable {
    static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    private final RunningParts running = new RunningParts();
    private final Installation installation;
    private final Server server;

    DemoTopics(Path directory, int partitions) {
        installation = Installation.in(directory, running);
        TopicLayout layout = new TopicLayout(TOPICS, partitions, Topics.DEFAULT_SECTORS);
        Service service =
                Service.embedded(FreePort.find(), address -> Server.at(address, Map.of()), installation, layout);
        Demonstration demonstration = new Demonstration();
        demonstration.start(service, facts -> PublicationProgress.NOBODY);
        demonstration.follow(service, transitions -> {}, scorecards -> {}, false);
        server = service.server();
    }

    Server server() {
        return server;
    }

    void stopProcessor() {
        installation.stopProcessor();
    }

    /** Another processor, in the place of the one that decided. */
    ProcessorApp startAnotherProcessor() {
        installation.stopProcessor();
        SectorTopics sectors = new SectorTopics(server, TOPICS, Topics.DEFAULT_SECTORS, SectorTopics.SOON);
        return installation.startProcessor(server, TOPICS, sectors, null, 1);
    }

    void putIntoEffect(String rules) throws UnusableFileException {
        new RuleChanges(server, TOPICS)
                .apply(RuleFile.read("rules", new ByteArrayInputStream(rules.getBytes(UTF_8))), Instant.now());
    }

    @Override
    public void close() {
        running.close();
    }
}
