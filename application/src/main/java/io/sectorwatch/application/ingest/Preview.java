package io.sectorwatch.application.ingest;

import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.publish.KnownOnTopics;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What would be published of what was read. */
public record Preview(PublishingPlan plan) {
    /** Compares with what is known. */
    public static Preview of(Intake intake, KnownFacts known) {
        return new Preview(intake.compare(known));
    }

    /** What whoever compares must be let do; a sector whose topic is not seen would be warned of. */
    static List<Right> rights(Topics topics) {
        return List.of(
                Right.toRead(topics.indicators()),
                Right.toRead(topics.policies()),
                Right.toDescribe(topics.alerts("")).forAll());
    }

    /**
     * What there is to compare with. A server is asked for only where that makes a difference.
     *
     * @param waiting is told, once, that another publisher's open transaction is waited for
     * @throws io.sectorwatch.application.server.ServerException if the server does not answer
     */
    public static KnownFacts known(Intake intake, Supplier<Server> server, Topics topics, Runnable waiting) {
        if (!intake.asksWhatIsKnown()) {
            return KnownFacts.NONE;
        }
        Server asked = server.get();
        asked.require(rights(topics));
        return new KnownOnTopics(asked.clientConfig(), topics, waiting);
    }

    /** Gives all facts as they would be published, in their order. */
    public void forEach(Consumer<byte[]> taker) {
        try {
            plan.forEach((batch, facts) -> {
                for (var next = facts.next(); next != null; next = facts.next()) {
                    // What closes a release is made anew by whoever publishes its facts.
                    if (next.written().isFact()) {
                        taker.accept(next.envelope().value());
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
