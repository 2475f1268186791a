package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.server.ServerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;

/** Looks through facts of the live topics, several partitions at once, for how they stand. */
final class FactScan {
    private static final int STEP = 1024;

    private final LiveTopics live;
    private final int threads;
    private final LongConsumer progress;
    private final AtomicLong read = new AtomicLong();

    /** Tells how many facts have been looked at. */
    FactScan(LiveTopics live, int threads, LongConsumer progress) {
        this.live = live;
        this.threads = threads;
        this.progress = progress;
    }

    void policies(Standings standings) {
        look(live.topics().policies(), standings);
    }

    /** Not further than to the first that is out of order. */
    void indicators(Standings standings) {
        look(live.topics().indicators(), standings);
    }

    private void look(String topic, Standings standings) {
        List<Map<TopicPartition, Long>> groups = new ArrayList<>();
        live.capture().ends(topic).forEach((partition, end) -> {
            while (groups.size() <= partition.partition() % threads) {
                groups.add(new HashMap<>());
            }
            groups.get(partition.partition() % threads).put(partition, end);
        });
        inParallel(groups.stream()
                .filter(group -> !group.isEmpty())
                .<Callable<Void>>map(group -> () -> {
                    live.facts(topic, group, standings::inOrder, live.reader((record, fact) -> {
                        tellProgress();
                        if (fact != null) {
                            standings.add(FactTopicReader.partition(record), record.offset(), fact.message());
                        }
                    }));
                    return null;
                })
                .toList());
    }

    private void tellProgress() {
        long count = read.incrementAndGet();
        if (count % STEP == 0) {
            progress.accept(count);
        }
    }

    private void inParallel(List<Callable<Void>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Void> task : pool.invokeAll(tasks)) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
