package io.sectorwatch.deliver.delivery;

import java.time.Duration;

/** Is told what the delivery does, by the threads of the targets. */
public interface DeliveryMetrics {
    /** Listens to nothing. */
    DeliveryMetrics NONE = new DeliveryMetrics() {};

    /** A target has taken so many. */
    default void delivered(String target, int notices) {}

    /** A target does not answer, and is asked again after a pause. */
    default void retried(String target, String why, Duration pause) {}

    /** A target has refused one, which is on the topic of what is not delivered. */
    default void parked(String target, String why) {}

    /** So many that stand on the topic were not handed to a target, or left out by its filter, yet. */
    default void lag(String target, long records) {}

    /** The server cannot be read, which is tried again. */
    default void failed(String target, String why) {}

    /** Tells both. */
    default DeliveryMetrics and(DeliveryMetrics other) {
        DeliveryMetrics one = this;
        return new DeliveryMetrics() {
            @Override
            public void delivered(String target, int notices) {
                one.delivered(target, notices);
                other.delivered(target, notices);
            }

            @Override
            public void retried(String target, String why, Duration pause) {
                one.retried(target, why, pause);
                other.retried(target, why, pause);
            }

            @Override
            public void parked(String target, String why) {
                one.parked(target, why);
                other.parked(target, why);
            }

            @Override
            public void lag(String target, long records) {
                one.lag(target, records);
                other.lag(target, records);
            }

            @Override
            public void failed(String target, String why) {
                one.failed(target, why);
                other.failed(target, why);
            }
        };
    }
}
