package io.sectorwatch.application.deadletters;

import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.publish.PublishException;
import io.sectorwatch.ingest.publish.RecordSender;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.event.KnowledgeTime;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes dead letters again, as they came and where they came from, all of them in one transaction; a figure goes where
 * the rules about it are, wherever it came, and what was ahead of its record gets its own time.
 */
public final class Redrive {
    private final Server server;
    private final Topics topics;

    /**
     * A letter that was chosen and left.
     *
     * @param isDone whether that is because it was redriven before
     */
    public record Left(DeadLetter letter, boolean isDone, String reason) {}

    /**
     * What came of it.
     *
     * @param redriven how many letters were
     * @param refused how many would be refused again
     * @param unknown offsets that were chosen and are of no letter
     */
    public record Outcome(long redriven, long refused, SortedSet<Long> unknown) {
        public Outcome {
            unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
        }
    }

    public Redrive(Server server, Topics topics) {
        this.server = server;
        this.topics = topics;
    }

    /**
     * Redrives those letters that are chosen, were not redriven before, and would be accepted now.
     *
     * @param left is told of the chosen ones that are left, and why; not of those redriven before where all are chosen
     * @throws PublishException if none could be
     */
    public Outcome run(LetterChoice choice, Consumer<Left> left) {
        server.require(
                Right.toRead(topics.deadLetters()),
                Right.toWrite(topics.deadLetters()),
                Right.toWrite(topics.indicators()),
                Right.toWrite(topics.policies()),
                Right.toWrite(topics.rules()),
                Right.toWriteUnder(transactionalId()));
        // The letters are read only now that nobody else can redrive: one of two at the same time is fenced.
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            int partitions = producer.partitionsFor(topics.indicators()).size();
            Outcome outcome = send(choice, left, new RecordSender(producer), new Admission(topics, partitions));
            if (outcome.redriven() == 0) {
                producer.abortTransaction();
            } else {
                producer.commitTransaction();
            }
            return outcome;
        } catch (KafkaException e) {
            throw new PublishException("nothing was redriven: " + e.getMessage(), e);
        }
    }

    private Outcome send(LetterChoice choice, Consumer<Left> left, RecordSender sender, Admission admission) {
        DeadLetters letters = new DeadLetters(server, topics);
        SortedSet<Long> unknown =
                new TreeSet<>(choice instanceof LetterChoice.Offsets some ? some.offsets() : Set.of());
        long[] redriven = {0};
        long[] refused = {0};
        letters.forEach((letter, isRedriven) -> {
            if (!choice.has(letter.offset())) {
                return;
            }
            unknown.remove(letter.offset());
            long time = time(letter, admission);
            Optional<String> refusal = refusal(letter, time, admission);
            if (isRedriven) {
                if (choice instanceof LetterChoice.Offsets) {
                    left.accept(new Left(letter, true, "it was redriven before"));
                }
            } else if (refusal.isPresent()) {
                refused[0]++;
                left.accept(new Left(letter, false, refusal.get()));
            } else {
                sender.send(again(letter, time, admission));
                sender.send(letters.mark(letter));
                redriven[0]++;
            }
        });
        return new Outcome(redriven[0], refused[0], unknown);
    }

    private static ProducerRecord<byte[], byte[]> again(DeadLetter letter, long time, Admission admission) {
        String topic = Objects.requireNonNull(letter.topic());
        int home = admission.home(topic, letter.headers(), letter.key(), letter.value(), letter.partition());
        return letter.original(home, time);
    }

    private static Optional<String> refusal(DeadLetter letter, long time, Admission admission) {
        String topic = letter.topic();
        if (topic == null) {
            return Optional.of("it does not say which topic it came from");
        }
        // A broker refuses it by its clock, and with it all that is redriven in the same transaction.
        Instant taken = Instant.ofEpochMilli(time).minus(KnowledgeTime.MOST_AHEAD);
        if (taken.isAfter(Instant.now())) {
            return Optional.of("no broker takes it before " + taken);
        }
        return admission
                .refusal(topic, letter.headers(), time, letter.key(), letter.value())
                .map(reason -> "it would be refused again: " + reason);
    }

    private static long time(DeadLetter letter, Admission admission) {
        long own = letter.time().toEpochMilli();
        String topic = letter.topic();
        return topic == null ? own : admission.timeOf(topic, letter.headers(), letter.value(), own);
    }

    private String transactionalId() {
        return topics.prefix() + "dead-letters-redrive";
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transactional.id", transactionalId());
        config.put("max.request.size", Topics.LARGEST_DEAD_LETTER);
        config.put("max.block.ms", "30000");
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
