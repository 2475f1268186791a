package io.sectorwatch.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.topic.Partitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where figures, rules and corrections must be to meet: a client that places keys otherwise than Java's puts a figure where no
 * rule about it is, and nobody would hear of it. Not thread-safe.
 */
final class Homes {
    private final int partitions;
    private final Map<String, Integer> ofIndicators = new HashMap<>();

    /** Among so many partitions of the topic of indicators; 0 where it is not known how many there are. */
    Homes(int partitions) {
        this.partitions = partitions;
    }

    /** Whether there is more than one place to be. */
    boolean matter() {
        return partitions > 1;
    }

    /** Throws MalformedMessageException for a figure that is not where the rules about it are. */
    void require(Observation figure, int partition) {
        String indicator = figure.series().indicator();
        int home = ofIndicators.computeIfAbsent(indicator, this::home);
        if (home != partition) {
            throw misplaced(partition, "figures of " + indicator + " belong", home, "the rules about them are");
        }
    }

    /** Throws MalformedMessageException for a correction that by its key is about a figure of another partition. */
    void require(Correction correction, byte @Nullable [] key, int partition) {
        String indicator = indicator(correction, key);
        if (indicator != null && home(indicator) != partition) {
            throw misplaced(
                    partition,
                    "corrections of figures of " + indicator + ", which its key names, belong",
                    home(indicator),
                    "these figures are");
        }
    }

    /** The partition of the figures that the key of a correction names; the one it came in where it names none. */
    int home(Correction correction, byte @Nullable [] key, int cameIn) {
        String indicator = matter() ? indicator(correction, key) : null;
        return indicator == null ? cameIn : home(indicator);
    }

    // Without a key, or with one of its own, it may be where its fact is: that only its fact can tell.
    private static @Nullable String indicator(Correction correction, byte @Nullable [] key) {
        if (key == null) {
            return null;
        }
        try {
            String indicator = Codes.indicator(new String(key, UTF_8));
            return indicator.equals(correction.fact()) ? null : indicator;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private MalformedMessageException misplaced(int partition, String what, int home, String why) {
        return new MalformedMessageException("it came in partition " + partition + ", and " + what + " in " + home
                + " of " + partitions + ", where " + why + ": its producer places keys otherwise (partitioner="
                + "murmur2_random for librdkafka); redrive puts it there");
    }

    private int home(String indicator) {
        return Partitions.of(indicator, partitions);
    }

    /** Throws MalformedMessageException for a rule that is where no series is that it could watch. */
    void require(Rule rule, int partition) {
        List<Integer> homes = RulePublisher.partitions(rule, partitions);
        if (!homes.contains(partition)) {
            throw new MalformedMessageException("it came in partition " + partition + ", and rule '" + rule.id()
                    + "' belongs in " + homes.get(0) + " of " + partitions + ", where the figures of "
                    + rule.series().indicator() + " are: publish it with 'rules apply'");
        }
    }
}
