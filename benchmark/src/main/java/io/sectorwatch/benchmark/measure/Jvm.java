package io.sectorwatch.benchmark.measure;

import io.sectorwatch.launcher.command.Shutdown;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, with the class path of this one unless it is given another. It never outlives the shutdown it belongs to. */
public final class Jvm implements AutoCloseable {
    private static final Duration ENDING = Duration.ofSeconds(40);
    private static final Duration LOOKING = Duration.ofMillis(20);
    private static final int LAST_LINES = 15;

    private final String name;
    private final Process process;
    private final Path said;

    private Jvm(String name, Process process, Path said) {
        this.name = name;
        this.process = process;
        this.said = said;
    }

    /**
     * Starts a program.
     *
     * @param name for people
     * @param said file for all that it prints
     */
    public static Jvm start(
            Shutdown shutdown, String name, Path said, List<String> jvmOptions, Class<?> main, List<String> arguments) {
        return start(
                shutdown, name, said, jvmOptions, System.getProperty("java.class.path"), main.getName(), arguments);
    }

    /** As the other, with a class path of its own. */
    public static Jvm start(
            Shutdown shutdown,
            String name,
            Path said,
            List<String> jvmOptions,
            String classPath,
            String main,
            List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(classes(classPath));
        command.add(main);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        // These would change what is measured, and nobody could see it.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SECTORWATCH_"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        try {
            Jvm jvm = shutdown.add(new Jvm(name, builder.start(), said));
            if (shutdown.forced()) {
                jvm.close();
            }
            return jvm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Behind the class path of the script, and only there, the JVM takes the classes that are archived for a quick
    // start.
    private static List<String> classes(String classPath) {
        List<String> classes = new ArrayList<>(List.of("-cp", classPath));
        Path first = Path.of(classPath.split(File.pathSeparator, 2)[0]);
        if (first.endsWith("launcher.jar")) {
            classes.addAll(List.of("-XX:SharedArchiveFile=" + first.resolveSibling("classes.jsa"), "-Xlog:disable"));
        }
        return classes;
    }

    public Usage usage() {
        return new Usage(process.toHandle());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Throws, with its last words, if the program is not running any more. */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw failure("ended with status " + process.exitValue());
        }
    }

    /** Whether it has printed a text. */
    public boolean hasSaid(String text) {
        return said().contains(text);
    }

    /** Returns when the program has ended well; throws with its last words otherwise. */
    public void awaitSuccess(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("takes longer than " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (process.exitValue() != 0) {
            throw failure("ended with status " + process.exitValue());
        }
    }

    /** Returns when the program has ended well, with the most memory in bytes that it was seen to have; 0 without /proc. */
    public long awaitPeakMemory() {
        long peak = 0;
        try {
            do {
                peak = Math.max(peak, usage().peakMemory().orElse(0));
            } while (!process.waitFor(LOOKING.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        awaitSuccess(Duration.ZERO);
        return peak;
    }

    /** That it cannot be measured, with its last words. */
    public JobFailure failure(String what) {
        List<String> lines = said().lines().toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return new JobFailure(name + " " + what + (last.isEmpty() ? "" : ":\n  " + String.join("\n  ", last)));
    }

    /** Ends the program as a power cut would. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Asks the program to end, and insists after a while. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw interrupted(e);
        }
    }

    /** All that it has printed. */
    public String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JobFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new JobFailure("interrupted", e);
    }
}
