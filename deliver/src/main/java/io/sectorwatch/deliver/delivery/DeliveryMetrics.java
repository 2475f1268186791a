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
}
