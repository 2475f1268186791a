package io.sectorwatch.deliver.redrive;

import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.deliver.config.ConfiguredTarget;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.delivery.RuleTitles;
import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.parked.Parked;
import io.sectorwatch.deliver.parked.ParkedMessages;
import io.sectorwatch.deliver.parked.Parking;
import io.sectorwatch.deliver.targets.Reply;
import io.sectorwatch.deliver.targets.Target;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.function.BiConsumer;

/** Tells targets once more what they have refused; what they take is parked no longer. */
public final class TargetRedrive {
    private final Server server;
    private final Topics topics;

    public TargetRedrive(Server server, Topics topics) {
        this.server = server;
        this.topics = topics;
    }

    /**
     * Tells all targets of a file; returns how many messages were taken.
     *
     * @param left is told of those that are left, and why
     */
    public int run(Targets targets, BiConsumer<Parked, String> left) throws InterruptedException {
        server.require(Right.toRead(topics.undelivered()), Right.toWrite(topics.undelivered()));
        List<Parked> parked = new ParkedMessages(server, topics).all();
        RuleTitles titles = new RuleTitles(server, topics);
        int taken = 0;
        try (Parking parking = new Parking(server, topics)) {
            for (ConfiguredTarget target : targets.all()) {
                try (Target opened = target.plan().open(targets.page())) {
                    for (Parked one : parked) {
                        if (one.target().equals(target.name()) && isTaken(one, opened, titles, left)) {
                            parking.mark(one);
                            taken++;
                        }
                    }
                }
            }
        }
        return taken;
    }

    private static boolean isTaken(Parked one, Target target, RuleTitles titles, BiConsumer<Parked, String> left)
            throws InterruptedException {
        Notice notice;
        try {
            notice = Notice.of(one.headers(), one.value(), titles::of, any -> true);
        } catch (MalformedMessageException e) {
            left.accept(one, "it is no transition: " + e.getMessage());
            return false;
        }
        Reply reply = target.send(List.of(notice));
        if (reply instanceof Reply.Taken) {
            return true;
        }
        left.accept(one, reply.words());
        return false;
    }
}
