package io.sectorwatch.deliver.delivery;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was done for a target in one partition, or in all. It is kept beside the offset that it belongs to, and so outlives
 * the process.
 *
 * @param waiting why the target has to be asked again; empty if it has answered
 */
public record TargetCounts(long delivered, long retried, long parked, String waiting) {
    public static final TargetCounts NONE = new TargetCounts(0, 0, 0, "");

    private static final Pattern NOTE = Pattern.compile("delivered=(\\d+) retried=(\\d+) parked=(\\d+) waiting=(.*)");
    private static final int LONGEST = 200;

    /** As it was noted; nothing for a note of somebody else. */
    public static TargetCounts of(String note) {
        Matcher numbers = NOTE.matcher(note);
        return numbers.matches()
                ? new TargetCounts(
                        Long.parseLong(numbers.group(1)),
                        Long.parseLong(numbers.group(2)),
                        Long.parseLong(numbers.group(3)),
                        String.valueOf(numbers.group(4)))
                : NONE;
    }

    String note() {
        return String.format(
                Locale.ROOT,
                "delivered=%d retried=%d parked=%d waiting=%s",
                delivered,
                retried,
                parked,
                waiting.substring(0, Math.min(LONGEST, waiting.length())).replaceAll("\\s+", " "));
    }

    TargetCounts withDelivered() {
        return new TargetCounts(delivered + 1, retried, parked, "");
    }

    TargetCounts withParked() {
        return new TargetCounts(delivered, retried, parked + 1, "");
    }

    TargetCounts withRetried(String why) {
        return new TargetCounts(delivered, retried + 1, parked, why);
    }

    /** Both together. */
    public TargetCounts plus(TargetCounts other) {
        return new TargetCounts(
                delivered + other.delivered,
                retried + other.retried,
                parked + other.parked,
                waiting.isEmpty() ? other.waiting : waiting);
    }
}
