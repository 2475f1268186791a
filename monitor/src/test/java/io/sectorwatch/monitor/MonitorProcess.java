package io.sectorwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.intake.TopicFollower;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What of a monitor reads, in a process of its own, which can be killed; it takes little at once, so that it commits often. */
final class MonitorProcess {
    private static final String READING = "reading";

    private final Process process;

    /**
     * Starts one, and returns when it begins to read.
     *
     * @param shared whether as one of several; the place of one that is killed is free after ten seconds then
     */
    MonitorProcess(Server server, String database, boolean shared) throws IOException {
        process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MonitorProcess.class.getName(),
                        server.address(),
                        database,
                        Boolean.toString(shared)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = out.readLine();
        while (line != null && !line.equals(READING)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new AssertionError("the monitor ended");
        }
    }

    /** Kills it as by SIGKILL, when it has read for some time. */
    void killAfter(Duration time) throws InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the monitor ended");
        }
        kill();
    }

    /** Kills it as by SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Reads until it is killed. */
    public static void main(String[] arguments) {
        Server server = Server.at(arguments[0], Map.of("max.partition.fetch.bytes", "1024", "fetch.max.bytes", "1024"));
        Database database = Database.open(arguments[1]);
        TopicFollower follower =
                new TopicFollower(server, DemoTopics.TOPICS, database, Boolean.parseBoolean(arguments[2]), "killed");
        follower.start();
        System.out.println(READING);
        follower.end().join();
    }
}
