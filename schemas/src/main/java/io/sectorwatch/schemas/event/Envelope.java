package io.sectorwatch.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.AboutFactsCodec;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.json.SectorCardCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Codes;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A message as a CloudEvent 1.0 in the binary mode of the Kafka protocol binding: its attributes are headers, its data is
 * the value.
 *
 * @param id derived from the content alone, so that a fact has the same id wherever it is published
 * @param release the release that a fact belongs to, or that a transition was decided with; null for a fact on its own, for
 *     what was decided with none, and for all else
 * @param recordedTime by the wall clock, when the event was written; null where nobody says
 */
public record Envelope(
        EventType type,
        String id,
        String source,
        Instant time,
        String subject,
        byte[] value,
        @Nullable String release,
        @Nullable Instant recordedTime) {
    /** The header that names the release of a fact, or of a transition. */
    public static final String RELEASE = "ce_release";

    private static final String RECORDED_TIME = "ce_recordedtime";
    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);
    private static final String SOURCE_OF_FACTS = "urn:sectorwatch:source:";
    private static final String OWN_SOURCE = "urn:sectorwatch:";

    /** An event without extension attributes. */
    public Envelope(EventType type, String id, String source, Instant time, String subject, byte[] value) {
        this(type, id, source, time, subject, value, null, null);
    }

    /** Wraps any message. */
    public static Envelope of(Message message) {
        if (message instanceof Observation observation) {
            return fact(
                    EventType.OBSERVATION,
                    IndicatorCodec.identity(observation),
                    observation.source().id(),
                    message,
                    IndicatorCodec.bytes(observation));
        }
        if (message instanceof PolicyEvent policy) {
            return fact(
                    EventType.POLICY,
                    PolicyCodec.identity(policy),
                    policy.source().id(),
                    message,
                    new PolicyCodec().write(policy));
        }
        if (message instanceof ClosedRelease release) {
            return fact(
                    EventType.RELEASE,
                    AboutFactsCodec.identity(release),
                    release.source().id(),
                    message,
                    new AboutFactsCodec().write(release));
        }
        if (message instanceof Correction correction) {
            return own(
                    EventType.CORRECTION,
                    "corrections",
                    message.time(),
                    message.subject(),
                    new AboutFactsCodec().write(correction));
        }
        if (message instanceof Tick tick) {
            return own(EventType.TICK, "clock", message.time(), message.subject(), IndicatorCodec.bytes(tick));
        }
        if (message instanceof Transition transition) {
            return own(
                    EventType.TRANSITION,
                    "processor",
                    message.time(),
                    message.subject(),
                    new TransitionCodec().write(transition));
        }
        return own(EventType.SCORECARD, "processor", message.time(), message.subject(), card(message));
    }

    private static byte[] card(Message message) {
        return message instanceof SectorCard sector
                ? new SectorCardCodec().write(sector)
                : new ScorecardCodec().write((Scorecard) message);
    }

    /** What an event names as its source: of a fact that of a publisher, of whom the id is given, of all else Sectorwatch. */
    public static String sourceOf(EventType type, String publisher) {
        return switch (type) {
            case OBSERVATION, POLICY, RELEASE ->
                // ce_source is a URI; an id may hold what a URI may not.
                SOURCE_OF_FACTS + URLEncoder.encode(publisher, UTF_8);
            case TICK -> OWN_SOURCE + "clock";
            case CORRECTION -> OWN_SOURCE + "corrections";
            case RULE -> OWN_SOURCE + "rules";
            case TRANSITION, SCORECARD -> OWN_SOURCE + "processor";
        };
    }

    /** Wraps what Sectorwatch itself says; the last part of the source names which part of it. */
    public static Envelope own(EventType type, String source, Instant time, String subject, byte[] value) {
        return new Envelope(type, FactId.of(type, value), OWN_SOURCE + source, time, subject, value);
    }

    /** The release of a fact or a transition, by its headers; null without one. Throws MalformedMessageException. */
    public static @Nullable String releaseIn(Headers headers) {
        Header header = headers.lastHeader(RELEASE);
        if (header == null) {
            return null;
        }
        try {
            return Codes.release(header.value() == null ? "" : new String(header.value(), UTF_8));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("header " + RELEASE + ": " + e.getMessage());
        }
    }

    /** The same event as one of a release; throws IllegalArgumentException for what is not the id of one. */
    public Envelope withRelease(String release) {
        return new Envelope(type, id, source, time, subject, value, Codes.release(release), recordedTime);
    }

    /** The same event as written at a moment of the wall clock, which is no part of what it says. */
    public Envelope withRecordedTime(Instant recordedTime) {
        return new Envelope(type, id, source, time, subject, value, release, recordedTime);
    }

    /** Sets the attributes of the event, in place of those of an event that it was decided from. */
    public void writeTo(Headers headers) {
        headers.remove(RELEASE).remove(RECORDED_TIME);
        for (Header header : headers()) {
            headers.remove(header.key()).add(header);
        }
    }

    /** The attributes of the event, for a record that has no headers yet. */
    public List<Header> headers() {
        List<Header> attributes = List.of(
                header("ce_specversion", SPEC_VERSION),
                header("ce_id", id.getBytes(UTF_8)),
                header("ce_source", source.getBytes(UTF_8)),
                header("ce_type", type.code().getBytes(UTF_8)),
                header("ce_time", time.toString().getBytes(UTF_8)),
                header("ce_subject", subject.getBytes(UTF_8)),
                header("content-type", JSON));
        if (release == null && recordedTime == null) {
            return attributes;
        }
        List<Header> extended = new ArrayList<>(attributes);
        if (release != null) {
            extended.add(header(RELEASE, release.getBytes(UTF_8)));
        }
        if (recordedTime != null) {
            extended.add(header(RECORDED_TIME, recordedTime.toString().getBytes(UTF_8)));
        }
        return extended;
    }

    private static Header header(String name, byte[] value) {
        return new RecordHeader(name, value);
    }

    private static Envelope fact(EventType type, byte[] identity, String source, Message message, byte[] value) {
        return new Envelope(
                type, FactId.of(type, identity), sourceOf(type, source), message.time(), message.subject(), value);
    }
}
