package io.sectorwatch.application.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.publish.PublishException;
import io.sectorwatch.ingest.publish.Publisher;
import io.sectorwatch.ingest.publish.TransactionTimeout;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a plan, each batch in a transaction. It begins before anything is compared: what a killed run of the same data
 * set left open is then over, and another run of it that is still at work cannot publish any more.
 */
public final class PlanPublication implements AutoCloseable {
    /** In bytes: a release is many facts at once, and a broker takes few large batches in less time than many small ones. */
    public static final int BATCH = 1 << 17;

    // One of the publishers works at a time, and a heap of 256 MB holds them all.
    private static final int BUFFER = 8 << 20;

    private final Map<String, Publisher> ofDataSets = new TreeMap<>();
    private @Nullable Publisher ofFacts;

    /** How the ids of the transactions begin in which facts are published. */
    public static String transactionalIds(Topics topics) {
        return topics.prefix() + "ingest-";
    }

    /**
     * Connects for all that was read.
     *
     * @param sources as the user named them
     * @param waiting is told that another publisher's open transaction is waited for
     */
    public static PlanPublication begin(
            Server server, Topics topics, List<String> sources, Intake intake, Runnable waiting) {
        PlanPublication publication = new PlanPublication();
        try {
            Map<String, Object> config = new HashMap<>(server.clientConfig());
            config.putIfAbsent("buffer.memory", BUFFER);
            config.putIfAbsent("batch.size", BATCH);
            config.putIfAbsent("compression.type", Topics.COMPRESSION);
            String id = transactionalIds(topics);
            if (intake.facts() > 0) {
                config.put("transaction.timeout.ms", timeout(intake.facts(), server));
                publication.ofFacts = new Publisher(config, topics, id + "facts-" + identity(sources), waiting);
            }
            for (Release release : intake.releases()) {
                config.put("transaction.timeout.ms", timeout(intake.statements(), server));
                publication.ofDataSets.computeIfAbsent(
                        release.dataSet(), dataSet -> new Publisher(config, topics, id + dataSet, waiting));
            }
            return publication;
        } catch (PublishException e) {
            publication.close();
            throw e;
        }
    }

    /**
     * Publishes all batches.
     *
     * @param progress is told how many facts have been handed over in all
     * @throws PublishException if a batch could not be; those before it are published
     */
    public void publish(PublishingPlan plan, LongConsumer progress) {
        try {
            long[] before = {0};
            plan.forEach((batch, facts) -> {
                try {
                    publisher(batch).publish(batch.count(), facts, count -> progress.accept(before[0] + count));
                } catch (PublishException e) {
                    throw plan.batches().size() == 1 ? e : new PublishException(name(batch) + ": " + e.getMessage(), e);
                }
                before[0] += batch.count();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be read (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() {
        ofDataSets.values().forEach(Publisher::close);
        if (ofFacts != null) {
            ofFacts.close();
        }
    }

    private Publisher publisher(PublishingPlan.Batch batch) {
        Publisher publisher = batch.release() == null
                ? ofFacts
                : ofDataSets.get(batch.release().dataSet());
        if (publisher == null) {
            throw new IllegalStateException("nobody publishes " + name(batch));
        }
        return publisher;
    }

    private static String name(PublishingPlan.Batch batch) {
        Release release = batch.release();
        if (release == null) {
            return "the facts";
        }
        return release.dataSet() + (release.published() == null ? "" : " of " + release.published());
    }

    private static String timeout(long facts, Server server) {
        return Long.toString(TransactionTimeout.of(facts, server.clientConfig()).toMillis());
    }

    // The same sources again are the same work again. Standard input may be many things at once.
    private static String identity(List<String> sources) {
        if (sources.contains("-")) {
            return UUID.randomUUID().toString();
        }
        List<String> paths = sources.stream()
                .map(source -> Path.of(source).toAbsolutePath().normalize().toString())
                .sorted()
                .toList();
        return ContentId.of(paths.stream().map(path -> path.getBytes(UTF_8)).toArray(byte[][]::new));
    }
}
