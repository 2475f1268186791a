package io.sectorwatch.launcher;

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

/** The command as a user runs it: a process of its own, with its output in files. */
final class Cli {
    private static final long PATIENCE_SECONDS = 120;

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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out-" + ++runs);
        Path err = directory.resolve("err-" + runs);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
