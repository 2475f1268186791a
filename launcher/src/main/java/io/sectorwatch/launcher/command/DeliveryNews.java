package io.sectorwatch.launcher.command;

import io.sectorwatch.deliver.delivery.DeliveryMetrics;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a person has to know of the delivery: who does not answer, and who does again; what was refused. */
final class DeliveryNews implements DeliveryMetrics {
    private final PrintStream err;
    private final Set<String> silent = ConcurrentHashMap.newKeySet();

    DeliveryNews(PrintStream err) {
        this.err = err;
    }

    @Override
    public void delivered(String target, int notices) {
        answers(target);
    }

    @Override
    public void retried(String target, String why, Duration pause) {
        if (silent.add(target)) {
            err.println("Target " + target + " does not take alerts (" + why + "); it is asked again until it does.");
        }
    }

    @Override
    public void parked(String target, String why) {
        answers(target);
        err.println("Target " + target + " has refused an alert (" + why
                + "): it is parked, and 'deliver redrive' tells it once more.");
    }

    @Override
    public void failed(String target, String why) {
        err.println("Alerts for target " + target + " cannot be read, which is tried again: " + why);
    }

    private void answers(String target) {
        if (silent.remove(target)) {
            err.println("Target " + target + " answers again.");
        }
    }
}
