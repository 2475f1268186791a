package io.sectorwatch.application.ingest;

import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.intake.DataSetSummary;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.publish.KnownOnTopics;
import io.sectorwatch.ingest.publish.PublishException;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what was read: facts as they are, and of releases what is news beside what is known. Closed on another thread,
 * it takes back at once what would otherwise hold up readers for a while.
 */
public final class IntakePublication implements AutoCloseable {
    private static final String TAKEN_BACK = "what was being published was taken back";

    private final Server server;
    private final Topics topics;
    private final List<String> sources;
    private final PublicationListener listener;
    private final AtomicReference<@Nullable PlanPublication> open = new AtomicReference<>();
    private volatile boolean isClosed;

    /**
     * Plans, but does nothing yet.
     *
     * @param sources as the user named them
     */
    public IntakePublication(Server server, Topics topics, List<String> sources, PublicationListener listener) {
        this.server = server;
        this.topics = topics;
        this.sources = List.copyOf(sources);
        this.listener = listener;
    }

    /** What whoever publishes must be let do, but for the transactions. */
    public static List<Right> rights(Topics topics) {
        List<Right> rights = new ArrayList<>(Preview.rights(topics));
        rights.add(Right.toWrite(topics.indicators()));
        rights.add(Right.toWrite(topics.policies()));
        return rights;
    }

    /**
     * Compares and publishes.
     *
     * @param strict whether to publish nothing if anything is rejected or warned of, by the comparison too
     * @return what became of each data set; empty where nothing was published for that reason
     * @throws PublishException if it could not be
     */
    public List<DataSetSummary> publish(Intake intake, boolean strict) {
        if (strict && !intake.isFlawless()) {
            return List.of();
        }
        try (PlanPublication publication = PlanPublication.begin(server, topics, sources, intake, listener::waits)) {
            open.set(publication);
            if (isClosed) {
                throw new PublishException(TAKEN_BACK);
            }
            PublishingPlan plan = intake.compare(new KnownOnTopics(server.clientConfig(), topics, listener::waits));
            if (strict && !intake.isFlawless()) {
                return List.of();
            }
            try (PublicationProgress progress = listener.publishes(plan.count())) {
                publication.publish(plan, progress);
            }
            return intake.summary();
        } catch (IllegalStateException e) {
            // What a producer says that was closed meanwhile.
            throw isClosed ? new PublishException(TAKEN_BACK, e) : e;
        } finally {
            open.set(null);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        PlanPublication publication = open.get();
        if (publication != null) {
            publication.close();
        }
    }
}
