package io.sectorwatch.application.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Facts of every kind and rules, told in two parts; between them a release is open. */
final class Story {
    /** The topics have one partition. */
    static final int PARTITIONS = 1;

    private static final String REACHED = "{id: reached, series: {indicator: x}, when: {value: {atLeast: 2.6}}}";
    private static final String BUSY = "{id: busy, series: {indicator: policy-activity}, when: {value: {atLeast: 1}}}";
    private static final String LATE = "{id: late, series: {indicator: x}, when: {overdue: {}}}";
    private static final String LOWER = Bench.figure("x", "CHN", "2.5", "2024-04-01T00:00:00Z");

    /** All of it; gives what was told. */
    static Map<String, List<String>> undisturbed(Bench bench) throws Exception {
        begin(bench);
        end(bench);
        bench.stop();
        return bench.told();
    }

    /** Up to the middle of a release, all of which was taken in. */
    static void begin(Bench bench) throws Exception {
        bench.rule(REACHED, Instant.EPOCH);
        bench.rule(BUSY, Instant.EPOCH);
        bench.rule(LATE, Instant.EPOCH);
        bench.process("one");
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.awaitAlerts(1);
        bench.send(bench.topics.policies(), 0, "p", policy("p", "CHN", "2024-02-02"));
        bench.awaitAlerts(2);
        bench.publish("r", Bench.figure("x", "DEU", "2.7", "2024-03-01T00:00:00Z"));
        bench.publish(
                "r",
                Bench.figure("x", "CHN", "2.75", "2024-03-01T00:00:00Z")
                        .replace("}}", "},'nextRelease':'2024-12-01'}".replace('\'', '"')));
        bench.awaitAllTakenIn();
    }

    /** From the close of that release to the end. */
    static void end(Bench bench) throws Exception {
        bench.send(0, null, Bench.json("'release':'r','published':'2024-03-01T00:00:00Z','source':{'id':'s'}"));
        bench.awaitAlerts(4);
        bench.publish(LOWER);
        bench.awaitAlerts(5);
        String fact = FactId.of((Observation) new IndicatorCodec().read(LOWER.getBytes(UTF_8)));
        bench.send(
                0,
                "x",
                Bench.json("'fact':'" + fact + "','state':'void','because':'typed','at':'2024-05-01T00:00:00Z'"));
        bench.awaitAlerts(6);
        bench.send(bench.topics.policies(), 0, "q", policy("q", "USA", "2024-06-01"));
        bench.awaitAlerts(7);
        bench.rule(REACHED.replace("2.6", "2.8"), Instant.parse("2024-07-01T00:00:00Z"));
        bench.awaitAlerts(9);
        bench.send(0, null, Bench.json("'tick':'2025-01-01T00:00:00Z'"));
        bench.awaitAlerts(12);
    }

    private static String policy(String id, String area, String day) {
        return Bench.json("'id':'" + id + "','title':'t','area':'" + area + "','kind':'funding','stance':'support',"
                + "'occurred':'2024','published':'" + day + "T00:00:00Z','source':{'id':'s'}");
    }

    private Story() {}
}
