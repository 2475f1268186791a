package io.sectorwatch.launcher.replay.broker;

import io.sectorwatch.launcher.replay.RuleEvent;
import io.sectorwatch.launcher.server.ServerException;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;

/** Looks through all facts of the live topics, several partitions at once: can they be read where they are? */
public final class FactScan {
    private static final int STEP = 1024;

    private final LiveTopics live;
    private final int threads;
    private final LongConsumer progress;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private volatile boolean inOrder = true;

    /** Tells how many facts have been looked at. */
    public FactScan(LiveTopics live, int threads, LongConsumer progress) {
        this.live = live;
        this.threads = threads;
        this.progress = progress;
    }

    /** How many facts there are, the same one again left out, and the newest knowledge time in milliseconds. */
    record Found(long observations, long policies, long ticks, long newest, long unreadable) {}

    /** Empty where they have to be sorted first; then not all of them have been looked at. */
    Optional<Found> look(List<RuleEvent> rules) {
        Topics topics = live.topics();
        Set<Long> rulesChange = new HashSet<>();
        rules.forEach(rule -> rulesChange.add(rule.at().toEpochMilli()));
        List<Standing> all = new ArrayList<>(look(topics.policies(), partition -> rulesChange));
        Set<Long> besidePolicies = new HashSet<>(rulesChange);
        all.forEach(policies -> besidePolicies.addAll(policies.policyMoments()));
        List<Standing> indicators = inOrder && all.size() <= 1
                ? look(topics.indicators(), partition -> partition == 0 ? besidePolicies : rulesChange)
                : List.of();
        if (indicators.isEmpty() || !inOrder || !haveTheSameTicks(indicators)) {
            return Optional.empty();
        }
        all.addAll(indicators);
        return Optional.of(new Found(
                all.stream().mapToLong(Standing::observations).sum(),
                all.stream().mapToLong(Standing::policies).sum(),
                indicators.get(0).ticks().size(),
                all.stream().mapToLong(Standing::newest).max().orElse(0),
                unreadable.get()));
    }

    private interface Taken {
        Set<Long> of(int partition);
    }

    private List<Standing> look(String topic, Taken taken) {
        Map<TopicPartition, Long> ends = live.capture().ends(topic);
        Map<TopicPartition, Standing> standings = new HashMap<>();
        List<Map<TopicPartition, Long>> groups = new ArrayList<>();
        ends.forEach((partition, end) -> {
            standings.put(partition, new Standing(partition.partition(), ends.size(), taken.of(partition.partition())));
            if (groups.size() < threads) {
                groups.add(new HashMap<>());
            }
            groups.get(standings.size() % groups.size()).put(partition, end);
        });
        inParallel(groups.stream()
                .<Callable<Void>>map(group -> () -> {
                    live.facts(topic, group, () -> inOrder, new FactReader(live.topics(), (partition, fact) -> {
                        tellProgress();
                        if (fact == null) {
                            unreadable.incrementAndGet();
                        } else {
                            Standing standing = Objects.requireNonNull(standings.get(partition));
                            standing.add(fact);
                            if (!standing.inOrder()) {
                                inOrder = false;
                            }
                        }
                    }));
                    return null;
                })
                .toList());
        return List.copyOf(standings.values());
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

    // A processor hears of each tick in every partition.
    private static boolean haveTheSameTicks(Collection<Standing> partitions) {
        return partitions.stream().map(Standing::ticks).distinct().count() == 1;
    }
}
