package io.sectorwatch.deliver;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.deliver.delivery.Delivery;
import io.sectorwatch.deliver.delivery.DeliveryMetrics;
import io.sectorwatch.deliver.delivery.RetrySchedule;
import io.sectorwatch.schemas.topic.Topics;
import java.util.Map;

/** A delivery in a process of its own, which can be killed. */
public final class DeliverProcess {
    /** The address of the server, the prefix of the topics, the file itself, and the name of the instance. */
    public static void main(String[] arguments) {
        Delivery delivery = Delivery.start(
                Server.at(arguments[0], Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "1000")),
                new Topics(arguments[1]),
                arguments[3],
                Examples.targets(arguments[2]),
                RetrySchedule.USUAL,
                DeliveryMetrics.NONE);
        delivery.end().join();
    }

    private DeliverProcess() {}
}
