package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.ingest.PlanPublication;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.publish.KnownOnTopics;
import io.sectorwatch.ingest.publish.PublishException;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.vintage.Release.Extent;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * A process that ingests three releases, the last of two data sets, or the same as mere facts; it can stop at a point and
 * wait there for a line on its standard input.
 */
final class ReleasesProcess {
    static final String STOPPED = "stopped";
    static final int AREAS = 700;
    static final int FIRST = AREAS * 2;

    /** Arguments: server, prefix, releases or facts, number of facts published at which to stop. */
    public static void main(String[] arguments) throws IOException {
        long stop = Long.parseLong(arguments[3]);
        try {
            ingest(arguments[0], arguments[1], arguments[2], count -> pause(count == stop));
        } catch (PublishException e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(2);
        }
    }

    /** The same without stopping, in the process of whoever calls; it hears how many are published, from none to all. */
    static void ingest(String bootstrap, String prefix, String mode, LongConsumer published) throws IOException {
        Server server = Server.at(bootstrap, Map.of());
        Topics topics = new Topics(prefix);
        try (Intake intake = new Intake(Instant.now(), Path.of(System.getProperty("java.io.tmpdir")), rejection -> {
            throw new IllegalStateException(rejection.reason());
        })) {
            fill(intake, mode.equals("facts"));
            try (PlanPublication publication =
                    PlanPublication.begin(server, topics, List.of("releases"), intake, () -> {})) {
                PublishingPlan plan = intake.compare(new KnownOnTopics(server.clientConfig(), topics, () -> {}));
                published.accept(0);
                publication.publish(plan, published);
            }
        }
    }

    private static void pause(boolean here) {
        if (here) {
            System.out.println(STOPPED);
            try {
                if (System.in.read() < 0) {
                    Runtime.getRuntime().halt(3);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void fill(Intake intake, boolean asFacts) {
        IndicatorCodec codec = new IndicatorCodec();
        for (int year = 2024; year >= 2022; year--) {
            for (String indicator : List.of("rd-intensity", "patents")) {
                Instant published = Instant.parse(year + "-03-01T00:00:00Z");
                Release release = new Release(indicator, published, Extent.WHOLE);
                for (int area = 0; area < AREAS; area++) {
                    // From year to year one figure is revised, another one withdrawn, and many stay.
                    if (area % 10 != year % 10) {
                        Message fact = codec.read("""
                                {"indicator":"%s","area":"A%d","period":"2021","value":%d,"published":"%s","source":{"id":"oecd"}}""".formatted(indicator, area, area % 5 == 0 ? year : 1, published)
                                .getBytes(UTF_8));
                        if (asFacts) {
                            intake.take("facts", fact);
                        } else {
                            intake.state(release, fact, "file", area);
                        }
                    }
                }
            }
        }
    }

    private ReleasesProcess() {}
}
