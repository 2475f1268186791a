package io.sectorwatch.benchmark.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Facts come to three processors on three brokers, and one of the six after the other is killed and comes back; in the end
 * every log of alerts has to be that of the engine, which saw the same facts in peace.
 */
final class Storm {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int PARTITIONS = 6;

    private final Brokers brokers;
    private final Instances instances;
    private final Server server;
    private final Members members;
    private final TransitionsSeen seen;
    private final SteadyMoments moments;
    private final Consumer<String> told;
    private final List<Double> takeovers = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param takeovers seconds from the killing of an instance to the first decision that others made in its place and a
     *     subscriber read
     * @param differences one line for each log that is not the engine's
     */
    record Outcome(long facts, int transitions, List<Double> takeovers, List<String> differences) {
        Outcome {
            takeovers = List.copyOf(takeovers);
            differences = List.copyOf(differences);
        }
    }

    /**
     * Starts brokers, processors and facts.
     *
     * @param told hears, in words for people, what happened and how long it took
     */
    Storm(Shutdown shutdown, Path directory, long seed, Consumer<String> told) {
        this.told = told;
        brokers = new Brokers(shutdown, directory);
        server = brokers.server();
        brokers.await(Brokers.NUMBER);
        new TopicLayout(TOPICS, PARTITIONS, Topics.DEFAULT_SECTORS).create(server);
        brokers.awaitReplicas();
        MomentPublisher publisher = shutdown.add(new MomentPublisher(server, TOPICS, PARTITIONS));
        publisher.rules(GeneratedMoments.rules());
        seen = shutdown.add(new TransitionsSeen(server, TOPICS, PARTITIONS, publisher::secondsSinceSent));
        members = shutdown.add(new Members(server, TOPICS));
        instances = new Instances(shutdown, directory, server, TOPICS);
        members.awaitAll(PARTITIONS);
        moments = shutdown.add(new SteadyMoments(publisher, new GeneratedMoments(seed)));
    }

    /** Lets something happen, and returns when all is as before. */
    void disturb(Disturbance disturbance) {
        int number = disturbance.number();
        long begun = System.nanoTime();
        seen.forgetDelays();
        String word = switch (disturbance.kind()) {
            case BROKER_KILLED -> killBroker(number);
            case INSTANCE_KILLED -> killInstance(number);
            case INSTANCE_RESTARTED -> restartInstance(number);
        };
        instances.restartEnded().forEach(words -> told.accept(words + "\nand is started again"));
        told.accept(String.format(
                Locale.ROOT,
                "%-22s %s; no transition came later than %.1f s; all as before after %.1f s",
                disturbance,
                word,
                seen.longestDelay(),
                (System.nanoTime() - begun) / 1e9));
    }

    /** Ends the facts, and compares what was decided once all is. */
    Outcome end() {
        moments.close();
        MomentPublisher publisher = moments.publisher();
        publisher.flush();
        try (Admin admin = server.admin()) {
            Offsets offsets = new Offsets(admin);
            Waiting.until("everything is decided", () -> isDecided(offsets, publisher.ends()));
            AlertLogs actual = new AlertLogs();
            read(offsets, TOPICS.alerts(), actual);
            AlertLogs ofSectors = new AlertLogs();
            Topics.DEFAULT_SECTORS.forEach(sector -> read(offsets, TOPICS.alerts(sector), ofSectors));
            List<String> differences = new ArrayList<>(publisher.expected().differences(actual));
            publisher.expected().differences(ofSectors).forEach(line -> differences.add("of its sector, " + line));
            if (!publisher.expected().open().equals(open(offsets))) {
                differences.add("what " + TOPICS.openAlerts() + " says to be open is not what the engine says");
            }
            return new Outcome(publisher.facts(), actual.size(), takeovers, differences);
        }
    }

    private String killBroker(int number) {
        long killed = System.nanoTime();
        Instant moment = Instant.now();
        brokers.kill(number);
        brokers.await(Brokers.NUMBER - 1);
        double all = secondsUntilAllDecide(moment, killed, allPartitions());
        brokers.restart(number);
        brokers.await(Brokers.NUMBER);
        brokers.awaitReplicas();
        return String.format(Locale.ROOT, "every partition is decided again after %.1f s", all);
    }

    private String killInstance(int number) {
        Set<Integer> its = new TreeSet<>(members.partitions(number));
        its.retainAll(allPartitions());
        long killed = System.nanoTime();
        Instant moment = Instant.now();
        instances.kill(number);
        OptionalDouble[] first = {OptionalDouble.empty()};
        Waiting.until("others decide what instance " + number + " did", () -> {
            first[0] = seen.secondsSince(moment, killed, its);
            return first[0].isPresent();
        });
        takeovers.add(first[0].getAsDouble());
        double all = secondsUntilAllDecide(moment, killed, its);
        instances.restart(number);
        members.awaitAll(PARTITIONS);
        return String.format(
                Locale.ROOT,
                "others decide after %.1f s, all of its %d partitions after %.1f s",
                first[0].getAsDouble(),
                its.size(),
                all);
    }

    private String restartInstance(int number) {
        instances.stop(number);
        instances.restart(number);
        members.awaitAll(PARTITIONS);
        Instant back = Instant.now();
        Waiting.until("there are decisions on all partitions", () -> seen.allSince(back, allPartitions()));
        return "others go on";
    }

    private double secondsUntilAllDecide(Instant moment, long nanos, Set<Integer> ofFacts) {
        Waiting.until("there are decisions on partitions " + ofFacts, () -> seen.allSince(moment, ofFacts));
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static Set<Integer> allPartitions() {
        return GeneratedMoments.partitions(PARTITIONS);
    }

    private boolean isDecided(Offsets offsets, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> committed = offsets.committed(Installation.applicationId(TOPICS));
        return ends.entrySet().stream().allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private void read(Offsets offsets, String topic, AlertLogs logs) {
        try (TopicReader reader = new TopicReader(server, topic)) {
            reader.readThroughOpenTransactions(
                    offsets, record -> logs.add(new String(record.key(), UTF_8), record.value()));
        }
    }

    private Map<String, String> open(Offsets offsets) {
        Map<String, String> open = new TreeMap<>();
        try (TopicReader reader = new TopicReader(server, TOPICS.openAlerts())) {
            reader.readThroughOpenTransactions(offsets, record -> {
                String key = new String(record.key(), UTF_8);
                if (record.value() == null) {
                    open.remove(key);
                } else {
                    open.put(key, new String(record.value(), UTF_8));
                }
            });
        }
        return open;
    }
}
