package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Partitions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where figures and rules must be to meet: a client that places keys otherwise than Java's puts a figure where no rule about
 * it is, and nobody would hear of it. Not thread-safe.
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
        Integer known = ofIndicators.get(indicator);
        int home = known != null ? known : home(indicator);
        if (home != partition) {
            throw new MalformedMessageException("it came in partition " + partition + ", and figures of " + indicator
                    + " belong in " + home + " of " + partitions
                    + ", where the rules about them are: its producer places keys otherwise (partitioner="
                    + "murmur2_random for librdkafka); redrive puts it there");
        }
    }

    private int home(String indicator) {
        int home = Partitions.of(indicator, partitions);
        ofIndicators.put(indicator, home);
        return home;
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
