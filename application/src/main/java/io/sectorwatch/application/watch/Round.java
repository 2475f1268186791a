package io.sectorwatch.application.watch;

import io.sectorwatch.application.ingest.IntakePublication;
import io.sectorwatch.application.ingest.RejectionReport;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.intake.DataSetSummary;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import io.sectorwatch.ingest.vintage.Change;
import io.sectorwatch.ingest.vintage.Changes;
import io.sectorwatch.ingest.watch.Memory;
import io.sectorwatch.ingest.web.Address;
import io.sectorwatch.ingest.web.Web;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Goes round the sources once, as {@code ingest} does with what is new among them. What was read is remembered only when it
 * stands on the topics, so that an end in the middle costs no more than another round.
 */
public final class Round {
    private final Server server;
    private final Topics topics;
    private final Watched watched;
    private final MemoryFiles memories;
    private final Web web;
    private final RejectionReport report;
    private final WatchListener listener;
    private final IntakePublication publication;
    private final Map<String, Instant> notBefore = new HashMap<>();
    private volatile boolean isAborted;

    /** Publishes to topics. */
    public Round(
            Server server,
            Topics topics,
            Watched watched,
            MemoryFiles memories,
            Web web,
            RejectionReport report,
            WatchListener listener) {
        this.server = server;
        this.topics = topics;
        this.watched = watched;
        this.memories = memories;
        this.web = web;
        this.report = report;
        this.listener = listener;
        this.publication = new IntakePublication(server, topics, watched.names(), listener);
    }

    /** Throws ServerException or PublishException if Kafka cannot be used; the next round makes up for it. */
    RoundTally go(Instant now) {
        return go(now, (gathering, address) -> gathering.address(address, web, notBefore));
    }

    /** Goes round files and folders alone: one of them was not whole yet, and no server is to be asked because of that. */
    RoundTally goForFiles(Instant now) {
        return go(now, Gathering::passOver);
    }

    private RoundTally go(Instant now, BiConsumer<Gathering, Address> ofAddress) {
        // Without it nothing could be published, and servers would be asked in vain.
        server.require(IntakePublication.rights(topics));
        Memory memory = memories.of(server, topics, watched.said());
        RoundTally tally = new RoundTally();
        try (Intake intake = Intake.warning(now, TemporaryDirectory.standard(), report, report::warn)) {
            Gathering gathering = new Gathering(
                    watched,
                    memory,
                    intake,
                    now,
                    tally,
                    (source, reason) -> tell(heard -> heard.unavailable(source, reason)),
                    words -> tell(heard -> heard.noted(words)));
            watched.addresses().forEach(address -> ofAddress.accept(gathering, address));
            watched.paths().forEach(gathering::path);
            if (!gathering.isTorn()) {
                intake.doubt(gathering::isInPart);
                publish(intake, tally);
                remember(memory, gathering);
            }
        } finally {
            listener.rejected(report.sinceLast());
        }
        return tally;
    }

    /** Takes back what is being published; on any thread. */
    void abort() {
        isAborted = true;
        publication.close();
    }

    private void publish(Intake intake, RoundTally tally) {
        if (intake.releases().isEmpty()) {
            return;
        }
        for (DataSetSummary dataSet : publication.publish(intake, false)) {
            tell(heard -> heard.compared(dataSet));
            for (Changes changes : dataSet.releases().values()) {
                for (Change change : Change.values()) {
                    tally.count(change, changes.of(change));
                }
            }
        }
        tell(heard -> heard.warned(intake.warned()));
    }

    private void remember(Memory memory, Gathering gathering) {
        try {
            if (!gathering.read().isEmpty()) {
                memory.note(gathering.read());
            }
        } catch (IOException e) {
            tell(heard -> heard.forgets(String.valueOf(e.getMessage())));
        }
    }

    // Whoever takes it back knows why nothing comes any more.
    private void tell(Consumer<WatchListener> what) {
        if (!isAborted) {
            what.accept(listener);
        }
    }
}
