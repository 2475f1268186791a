package io.sectorwatch.schemas.event;

import io.sectorwatch.schemas.message.Message;
import java.time.Duration;
import java.time.Instant;

/**
 * When what a record says became known: as the message has it, since a producer of bare JSON may stamp its records otherwise.
 * A broker takes nothing of more than an hour ahead, so that what followed from such a message could not be told: it is
 * refused by its record alone, without a clock, the same whenever and by whomever it is read.
 */
public final class KnowledgeTime {
    /** Kafka's default of {@code message.timestamp.after.max.ms}. */
    public static final Duration MOST_AHEAD = Duration.ofHours(1);

    /** Whether a message says a time that lies too far behind its record's own, in milliseconds. */
    public static boolean isAhead(Message message, long recordTimestamp) {
        return recordTimestamp >= 0 && message.time().toEpochMilli() - recordTimestamp > MOST_AHEAD.toMillis();
    }

    /** The time of a message in milliseconds; of one that is refused its record's own. */
    public static long of(Message message, long recordTimestamp) {
        return isAhead(message, recordTimestamp)
                ? recordTimestamp
                : message.time().toEpochMilli();
    }

    /** Why one is refused, in words for whoever sent it. */
    public static String refusal(Message message, long recordTimestamp) {
        String known = "it says that it is known at " + message.time();
        return isAhead(message, recordTimestamp)
                ? known + ", more than an hour after its record's own time, " + Instant.ofEpochMilli(recordTimestamp)
                        + ": redrive gives it that time once it has come"
                : known + ", and no broker takes anything of then yet: redrive it later";
    }

    private KnowledgeTime() {}
}
