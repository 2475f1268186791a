package io.sectorwatch.deliver.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.header.Header;

/**
 * A transition to hand on.
 *
 * @param title of its rule
 * @param isChosen whether the filter of the target chooses it
 * @param attributes of the CloudEvent, by their names
 * @param value the message, byte for byte
 */
public record Notice(
        Transition transition, String title, boolean isChosen, SortedMap<String, String> attributes, byte[] value) {
    private static final String PREFIX = "ce_";

    public Notice {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** What a record of the topic says; throws MalformedMessageException for what is no transition. */
    public static Notice of(
            Iterable<Header> headers, byte[] value, Function<Transition, String> titles, Predicate<Transition> filter) {
        Transition transition = new TransitionCodec().read(value);
        SortedMap<String, String> attributes = attributes(headers);
        if (!attributes.containsKey("id")) {
            attributes = attributes(Envelope.of(transition).headers());
        }
        return new Notice(transition, titles.apply(transition), filter.test(transition), attributes, value);
    }

    /** The id of the event: the same, however often it is told. */
    public String id() {
        return Objects.requireNonNull(attributes.get("id"));
    }

    private static SortedMap<String, String> attributes(Iterable<Header> headers) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (Header header : headers) {
            if (header.key().startsWith(PREFIX) && header.value() != null) {
                attributes.put(header.key().substring(PREFIX.length()), new String(header.value(), UTF_8));
            }
        }
        return attributes;
    }
}
