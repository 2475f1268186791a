package io.sectorwatch.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command as a user runs it: a process of its own, with its output in files. */
final class Cli {
    private static final long PATIENCE_SECONDS = 120;

    /** How the script starts Java for what ends soon, with the classes of this test besides. */
    static final List<String> JAVA = java(System.getProperty("java.class.path"));

    private final Path directory;
    private int runs;

    Cli(Path directory) {
        this.directory = directory;
    }

    /** What a command left behind. */
    record Result(int status, String out, String err) {}

    /** A command that is running. */
    record Running(Process process, Path out, Path err) {
        String outSoFar() {
            return read(out);
        }

        String errSoFar() {
            return read(err);
        }

        Result await() {
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("does not end: " + read(out) + read(err));
                }
                return new Result(process.exitValue(), read(out), read(err));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    Result run(String... arguments) {
        return start(Map.of(), arguments).await();
    }

    Running start(Map<String, String> environment, String... arguments) {
        return start(Sectorwatch.class, environment, arguments);
    }

    /** Another program, in the same way. */
    Running start(Class<?> program, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(JAVA);
        command.add(program.getName());
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out-" + ++runs);
        Path err = directory.resolve("err-" + runs);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // What is set for the tests, or by whoever runs them, would be options here.
        builder.environment().keySet().removeIf(name -> name.startsWith("SECTORWATCH_"));
        // Many run at the same time, each with a page of its own.
        builder.environment().put("SECTORWATCH_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        try {
            return new Running(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> java(String classPath) {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m"));
        java.addAll(classes(classPath));
        return List.copyOf(java);
    }

    /**
     * The class path of this test, and in front of it, where it is tested as it was packaged, the one that the script has:
     * only so does the JVM take the classes that it archived for that one.
     */
    private static List<String> classes(String classPath) {
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.endsWith("launcher.jar")) {
                Path launcher = Path.of(entry);
                return List.of(
                        "-XX:SharedArchiveFile=" + launcher.resolveSibling("classes.jsa"),
                        "-Xlog:disable",
                        "-cp",
                        entry
                                + File.pathSeparator
                                + libraries(launcher.resolveSibling("lib"))
                                + File.pathSeparator
                                + classPath);
            }
        }
        return List.of("-cp", classPath);
    }

    private static String libraries(Path folder) {
        try (Stream<Path> libraries = Files.list(folder)) {
            return libraries.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
