package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.reference.Input;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;

/** Records like those of a history, damaged as careless programs and attackers do it; the same seed damages them alike. */
final class DamagedRecords {
    private static final Pattern JSON_VALUE = Pattern.compile("\"[^\"]*\"|-?\\d[\\d.]*|null|true");
    private static final List<String> VALUES = List.of(
            "1e400",
            "-1e-999",
            "1e99999999999999999999",
            "99999999999999999999",
            "-0",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "[[[[[[",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2999\"",
            "\"0000\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"1969-12-31T23:59:59.999Z\"",
            "\"P999999999Y\"",
            "\"CHN\"",
            "\"" + "x".repeat(300) + '"');
    private static final List<String> HEADERS =
            List.of("ce_id", "ce_source", "ce_type", "ce_specversion", "ce_time", Envelope.RELEASE, "content-type");

    private final Topics topics;
    private final Random random;
    private final List<Sample> samples;

    /** A record and the topic that it goes to. */
    record Addressed(String topic, TestRecord<byte[], byte[]> record) {}

    private record Sample(String topic, Envelope envelope, Instant time) {}

    DamagedRecords(long seed, List<Input> history, Topics topics) {
        this.topics = topics;
        this.random = new Random(seed);
        this.samples = history.stream()
                .filter(input -> !(input instanceof Input.RuleRemoved))
                .map(this::sample)
                .toList();
    }

    /** The next one. */
    Addressed next() {
        Sample sample = pick(samples);
        Headers headers = new RecordHeaders();
        sample.envelope.writeTo(headers);
        byte[] key = sample.envelope.subject().getBytes(UTF_8);
        byte[] value = sample.envelope.value();
        Instant time = sample.time;
        String topic = sample.topic;
        switch (random.nextInt(10)) {
            case 0 -> topic = pick(List.of(topics.indicators(), topics.policies(), topics.rules()));
            case 1 ->
                time = pick(List.of(
                        Instant.EPOCH,
                        Instant.parse("9999-12-31T23:59:59Z"),
                        time.plusMillis(1),
                        time.minusSeconds(1)));
            case 2 -> {
                String name = pick(HEADERS);
                headers.remove(name);
                if (random.nextBoolean()) {
                    headers.add(name, bytes(random.nextInt(40)));
                }
            }
            case 3 -> key = random.nextBoolean() ? bytes(random.nextInt(40)) : new byte[0];
            default -> {}
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            value = damaged(value);
        }
        return new Addressed(topic, new TestRecord<>(key, value, headers, time));
    }

    private byte[] damaged(byte[] value) {
        int from = random.nextInt(value.length + 1);
        return switch (random.nextInt(12)) {
            case 0 -> Arrays.copyOf(value, from);
            case 1 -> Arrays.copyOfRange(value, from, value.length);
            case 2 -> joined(Arrays.copyOf(value, from), bytes(1 + random.nextInt(4)), rest(value, from));
            case 3 -> joined(value, rest(value, from));
            case 4, 5 -> flipped(value);
            default -> anotherValue(value);
        };
    }

    // Leaves the punctuation whole, so that the damage gets past the parser.
    private byte[] anotherValue(byte[] value) {
        String text = new String(value, UTF_8);
        List<MatchResult> found = JSON_VALUE.matcher(text).results().toList();
        if (found.isEmpty()) {
            return value;
        }
        MatchResult one = pick(found);
        String other = random.nextBoolean()
                ? pick(VALUES)
                : text.substring(pick(found).start()).replaceFirst("[,}].*", "");
        return (text.substring(0, one.start()) + other + text.substring(one.end())).getBytes(UTF_8);
    }

    private byte[] flipped(byte[] value) {
        byte[] flipped = value.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private Sample sample(Input input) {
        if (input instanceof Input.Fact fact) {
            Sample sample = sample(fact.message(), !(fact.message() instanceof IndicatorMessage));
            return fact.release() == null
                    ? sample
                    : new Sample(sample.topic, sample.envelope.withRelease(fact.release()), sample.time);
        } else if (input instanceof Input.Closed closed) {
            return sample(closed.release(), closed.ofPolicies());
        } else if (input instanceof Input.Corrected corrected) {
            return sample(corrected.correction(), corrected.ofPolicies());
        } else if (input instanceof Input.RuleSet rule) {
            Rule read = RuleCodec.read(rule.rule());
            byte[] bytes = new RuleCodec().write(read);
            return new Sample(
                    topics.rules(), Envelope.own(EventType.RULE, "rules", rule.at(), read.id(), bytes), rule.at());
        }
        throw new IllegalArgumentException(input.toString());
    }

    private Sample sample(Message message, boolean ofPolicies) {
        return new Sample(ofPolicies ? topics.policies() : topics.indicators(), Envelope.of(message), message.time());
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] rest(byte[] value, int from) {
        return Arrays.copyOfRange(value, from, value.length);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
