package io.sectorwatch.benchmark.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.IndicatorMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that exactly-once work on the events can cost: it reads and parses each, knows nothing, and writes a message
 * for some of them, in transactions. Runs until it is stopped.
 */
public final class PlainCopy implements Runnable {
    private static final long TRANSACTION_MS = 100;
    private static final Duration POLL = Duration.ofMillis(50);

    private final Task task;
    private final AtomicBoolean stopping;
    private final IndicatorCodec codec = new IndicatorCodec();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final byte[] output;
    private long count;
    private boolean open;
    private long due;

    /**
     * What to do.
     *
     * @param oneIn one output for so many events
     * @param bytes how large an output is
     */
    public record Task(String bootstrap, String group, String from, String to, int threads, long oneIn, int bytes) {
        /** As arguments of {@link #main}. */
        public List<String> arguments() {
            return List.of(
                    bootstrap,
                    group,
                    from,
                    to,
                    Integer.toString(threads),
                    Long.toString(oneIn),
                    Integer.toString(bytes));
        }

        static Task of(String[] arguments) {
            return new Task(
                    arguments[0],
                    arguments[1],
                    arguments[2],
                    arguments[3],
                    Integer.parseInt(arguments[4]),
                    Long.parseLong(arguments[5]),
                    Integer.parseInt(arguments[6]));
        }
    }

    private PlainCopy(Task task, int number, AtomicBoolean stopping) {
        this.task = task;
        this.stopping = stopping;
        this.output = "x".repeat(task.bytes()).getBytes(UTF_8);
        Map<String, Object> reading = new HashMap<>();
        reading.put("bootstrap.servers", task.bootstrap());
        reading.put("group.id", task.group());
        reading.put("isolation.level", "read_committed");
        reading.put("auto.offset.reset", "earliest");
        reading.put("enable.auto.commit", "false");
        reading.put("max.poll.records", "5000");
        consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Map<String, Object> writing = new HashMap<>();
        writing.put("bootstrap.servers", task.bootstrap());
        writing.put("transactional.id", task.group() + '-' + number);
        producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Takes the arguments of a {@link Task}. */
    public static void main(String[] args) {
        Task task = Task.of(args);
        AtomicBoolean stopping = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < task.threads(); number++) {
            Thread thread = new Thread(new PlainCopy(task, number, stopping), "copy-" + number);
            thread.setUncaughtExceptionHandler((failed, e) -> {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            });
            threads.add(thread);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.set(true);
            threads.forEach(PlainCopy::await);
        }));
        threads.forEach(Thread::start);
    }

    @Override
    public void run() {
        try (consumer;
                producer) {
            producer.initTransactions();
            consumer.subscribe(List.of(task.from()), new CommitBeforeRevocation());
            while (!stopping.get()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    accept(record);
                }
                if (open && System.nanoTime() - due >= 0) {
                    commit();
                }
            }
            if (open) {
                commit();
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The commit fails if a record could not be sent.
    private void accept(ConsumerRecord<byte[], byte[]> record) {
        if (!open) {
            producer.beginTransaction();
            open = true;
            due = System.nanoTime() + Duration.ofMillis(TRANSACTION_MS).toNanos();
        }
        IndicatorMessage message = codec.read(record.value());
        count++;
        if (count % task.oneIn() == 0) {
            producer.send(new ProducerRecord<>(
                    task.to(),
                    null,
                    message.time().toEpochMilli(),
                    message.subject().getBytes(UTF_8),
                    output));
        }
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        consumer.assignment()
                .forEach(partition -> offsets.put(partition, new OffsetAndMetadata(consumer.position(partition))));
        producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
        producer.commitTransaction();
        open = false;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class CommitBeforeRevocation implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (open) {
                commit();
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Nothing is kept that would have to be fetched.
        }
    }
}
