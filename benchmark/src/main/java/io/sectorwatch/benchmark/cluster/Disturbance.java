package io.sectorwatch.benchmark.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What happens to one of the brokers or instances.
 *
 * @param number which of the three
 */
record Disturbance(Kind kind, int number) {
    enum Kind {
        BROKER_KILLED("broker %d killed"),
        INSTANCE_KILLED("instance %d killed"),
        INSTANCE_RESTARTED("instance %d restarted");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** Each of some kinds to each of the three, in an order that is drawn. */
    static List<Disturbance> round(Random random, List<Kind> kinds) {
        List<Disturbance> round = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int number = 1; number <= Brokers.NUMBER; number++) {
                round.add(new Disturbance(kind, number));
            }
        }
        Collections.shuffle(round, random);
        return round;
    }

    @Override
    public String toString() {
        return kind.words.formatted(number);
    }
}
