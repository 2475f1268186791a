package io.sectorwatch.application.deadletters;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.publish.PublishException;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes dead letters again, as they came and where they came from, all of them in one transaction. */
public final class Redrive {
    private final Server server;
    private final Topics topics;
    private final Admission admission;
    private long redriven;

    /**
     * A letter that was chosen and left.
     *
     * @param isDone whether that is because it was redriven before
     */
    public record Left(DeadLetter letter, boolean isDone, String reason) {}

    public Redrive(Server server, Topics topics) {
        this.server = server;
        this.topics = topics;
        this.admission = new Admission(topics);
    }

    /**
     * Redrives those letters that are chosen by their offset, were not redriven before, and would be accepted now.
     *
     * @param left is told of the chosen ones that are left, and why
     * @return how many were redriven
     * @throws PublishException if none could be
     */
    public long run(LongPredicate chosen, Consumer<Left> left) {
        DeadLetters letters = new DeadLetters(server, topics);
        redriven = 0;
        // The letters are read only now that nobody else can redrive: one of two at the same time is fenced.
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.initTransactions();
            producer.beginTransaction();
            AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
            letters.forEach((letter, isRedriven) -> {
                if (!chosen.test(letter.offset())) {
                    return;
                }
                Optional<String> refusal = refusal(letter);
                if (isRedriven) {
                    left.accept(new Left(letter, true, "it was redriven before"));
                } else if (refusal.isPresent()) {
                    left.accept(new Left(letter, false, refusal.get()));
                } else {
                    send(producer, letter.original(), failed);
                    send(producer, letters.mark(letter), failed);
                    redriven++;
                }
            });
            if (redriven == 0) {
                producer.abortTransaction();
            } else {
                producer.commitTransaction();
            }
            return redriven;
        } catch (KafkaException e) {
            throw new PublishException("nothing was redriven: " + e.getMessage(), e);
        }
    }

    private Optional<String> refusal(DeadLetter letter) {
        if (letter.topic() == null) {
            return Optional.of("it does not say which topic it came from");
        }
        return admission
                .refusal(letter.topic(), letter.headers(), letter.key(), letter.value())
                .map(reason -> "it would be refused again: " + reason);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback keeps the first failure, and a commit fails too.
    private static void send(
            KafkaProducer<byte[], byte[]> producer,
            ProducerRecord<byte[], byte[]> record,
            AtomicReference<@Nullable Exception> failed) {
        producer.send(record, (metadata, e) -> failed.compareAndSet(null, e));
        if (failed.get() instanceof KafkaException first) {
            throw first;
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transactional.id", topics.prefix() + "dead-letters-redrive");
        config.put("max.request.size", Topics.LARGEST_DEAD_LETTER);
        config.put("max.block.ms", "30000");
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
