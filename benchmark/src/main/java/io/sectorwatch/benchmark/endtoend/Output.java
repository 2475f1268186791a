package io.sectorwatch.benchmark.endtoend;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.measure.JobFailure;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What jobs leave on the broker: it is read, and then removed so that the next job finds nothing but the input. */
final class Output {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Server server;
    private final Set<String> input;

    Output(Server server, Topics... topics) {
        this.server = server;
        this.input = Arrays.stream(topics)
                .flatMap(its -> Stream.of(its.indicators(), its.policies(), its.rules()))
                .collect(Collectors.toSet());
    }

    /** Hands on every committed record of a topic, and returns once there are no more. */
    void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        try (Admin admin = server.admin();
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Offsets offsets = new Offsets(admin);
            Map<TopicPartition, Long> ends = offsets.ends(offsets.partitions(List.of(topic)));
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
                if (System.nanoTime() > deadline) {
                    throw new JobFailure("the topic " + topic + " could not be read to its end");
                }
            }
        }
    }

    /** Removes all topics but the input, and all groups. */
    void remove() {
        try (Admin admin = server.admin()) {
            Set<String> output = output(admin);
            admin.deleteTopics(output).all().get();
            removeGroups(admin);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!output(admin).isEmpty()) {
                pause(deadline, "topics that were deleted are still there");
            }
        } catch (ExecutionException e) {
            throw new JobFailure("what the job before has left cannot be removed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobFailure("interrupted", e);
        }
    }

    private Set<String> output(Admin admin) throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .filter(topic -> !input.contains(topic))
                .collect(Collectors.toSet());
    }

    private static void removeGroups(Admin admin) throws ExecutionException, InterruptedException {
        List<String> groups = admin.listGroups().all().get().stream()
                .map(group -> group.groupId())
                .toList();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                admin.deleteConsumerGroups(groups).all().get();
                return;
            } catch (ExecutionException e) {
                // A member that had to be killed is missed only after its session.
                if (!(e.getCause() instanceof GroupNotEmptyException)) {
                    throw e;
                }
                pause(deadline, "a group still has members");
            }
        }
    }

    private static void pause(long deadline, String otherwise) throws InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new JobFailure(otherwise);
        }
        TimeUnit.MILLISECONDS.sleep(100);
    }
}
