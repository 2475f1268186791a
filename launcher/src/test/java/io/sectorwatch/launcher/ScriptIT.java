package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the tree, in a tree of two classes that is built in a second. */
class ScriptIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String SOURCES = "launcher/src/main/java/io/sectorwatch/launcher/";

    private static final String PROGRAM = """
            package io.sectorwatch.launcher;
            public class Sectorwatch {
                public static void main(String[] args) throws Exception {
                    System.out.println("first");
                    if (args[0].equals("wait")) System.in.read();
                    System.out.println(Later.word());
                }
            }
            """;
    private static final String LATER =
            "package io.sectorwatch.launcher; class Later { static String word() { return \"later\"; } }";

    // As Maven it says which module it is at, goes by times, and puts everything where it is told to.
    private static final String MAVEN = """
            #!/bin/sh
            set -eu
            echo built >>made
            for option in "$@"; do case $option in -Dlauncher.build=*) to=${option#*=} ;; esac; done
            echo "[INFO] Building Sectorwatch: the program 1.2.3 [1/1]"
            mkdir -p "$to/lib" launcher/target/classes
            cd launcher/src/main/java
            for source in io/sectorwatch/launcher/*.java; do
              [ "../../../target/classes/${source%.java}.class" -nt "$source" ] || javac -d ../../../target/classes "$source" ||
                { echo "[ERROR] $source does not compile"; exit 1; }
            done
            cd ../../../..
            jar -c -f "$to/launcher.jar" -C launcher/target/classes .
            cp "$to/launcher.jar" "$to/lib/other.jar"
            """;

    @TempDir
    private Path temporary = Path.of("");

    private Path tree = Path.of("");

    @BeforeEach
    void plant() throws IOException {
        tree = temporary.resolve("a tree");
        for (String script : List.of("sectorwatch", "package/lib/start.sh")) {
            Path copy = tree.resolve(script);
            Files.createDirectories(copy.getParent());
            Files.copy(ROOT.resolve(script), copy);
        }
        write(SOURCES + "Sectorwatch.java", PROGRAM);
        write(SOURCES + "Later.java", LATER);
        write("launcher/pom.xml", "<project/>");
        write("processor/engine/pom.xml", "<project/>");
        write("processor/engine/src/main/java/Engine.java", "class Engine {}");
        write("pom.xml", "<project/>");
        write("rules/some.yaml", "rules: []");
        write("mvnw", MAVEN);
        assertThat(tree.resolve("mvnw").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void buildsOnceAndShowsWhatItBuilds() throws Exception {
        Ended first = run(tree);
        Ended second = run(tree);

        assertThat(first.out()).isEqualTo("first\nlater\n");
        assertThat(first.err()).startsWith("Building Sectorwatch").contains("\n  1/1 the program");
        assertThat(second).isEqualTo(new Ended(0, "first\nlater\n", ""));
        assertThat(builds(tree)).isEqualTo(1);
    }

    @Test
    void goesByWhatSourcesSayAndNotByTheirTimes() throws Exception {
        run(tree);
        Path copy = temporary.resolve("copy");
        assertThat(new ProcessBuilder("cp", "-r", tree.toString(), copy.toString())
                        .start()
                        .waitFor())
                .isZero();
        Instant later = Instant.now().plusSeconds(3600);
        Files.setLastModifiedTime(tree.resolve(SOURCES + "Later.java"), FileTime.from(later));
        write("rules/some.yaml", "rules: [] # edited");

        assertThat(run(copy).err()).isEmpty();
        assertThat(run(tree).err()).isEmpty();
    }

    @Test
    void buildsWhatChangedWhateverItsTime() throws Exception {
        run(tree);
        Path source = write(SOURCES + "Later.java", LATER.replace("\"later\"", "\"otherwise\""));
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));

        assertThat(run(tree).out()).isEqualTo("first\notherwise\n");

        write(SOURCES + "Later.java", LATER);
        assertThat(run(tree)).isEqualTo(new Ended(0, "first\nlater\n", ""));
        assertThat(builds(tree)).isEqualTo(2);
    }

    @Test
    void saysWhereTheLogOfABuildIsThatFailed() throws Exception {
        write(SOURCES + "Later.java", "class Later {");

        Ended ended = run(tree);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("[ERROR] io/sectorwatch/launcher/Later.java does not compile")
                .endsWith(
                        "sectorwatch: the build failed; " + tree.toRealPath() + "/launcher/builds/log has all of it\n");
        assertThat(tree.resolve("launcher/builds/log")).content().contains("reached end of file");
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        Process one = start(tree, "run");
        Process other = start(tree, "run");

        assertThat(ended(one).out()).isEqualTo("first\nlater\n");
        assertThat(ended(other).out()).isEqualTo("first\nlater\n");
        assertThat(builds(tree)).isEqualTo(1);
    }

    @Test
    void aBuildThatWasKilledHoldsUpNobody() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Files.createDirectories(tree.resolve("launcher/builds"));
        Files.createSymbolicLink(tree.resolve("launcher/builds/lock"), Path.of(Long.toString(ended.pid())));

        assertThat(run(tree).out()).isEqualTo("first\nlater\n");
    }

    @Test
    void takesNoLibraryFromWhatRunsAndKeepsThreeBuilds() throws Exception {
        run(tree);
        Process running = start(tree, "wait");
        byte[] started = running.getInputStream().readNBytes("first\n".length());
        for (int version = 0; version < 5; version++) {
            write(SOURCES + "Later.java", LATER.replace("later", "later " + version));
            run(tree);
        }
        try (Writer input = running.outputWriter(UTF_8)) {
            input.write("go on");
        }

        assertThat(started).asString(UTF_8).isEqualTo("first\n");
        assertThat(ended(running)).isEqualTo(new Ended(0, "later\n", ""));
        assertThat(kept()).isEqualTo(4);

        write(SOURCES + "Later.java", LATER.replace("later", "at last"));
        run(tree);
        assertThat(kept()).isEqualTo(3);
    }

    private record Ended(int status, String out, String err) {}

    private static Ended run(Path tree) throws IOException, InterruptedException {
        return ended(start(tree, "run"));
    }

    private static Process start(Path tree, String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(tree.resolve("sectorwatch").toString(), command);
        String java = System.getProperty("java.home");
        builder.environment().keySet().removeIf(name -> name.startsWith("SECTORWATCH_"));
        builder.environment().put("JAVA_HOME", java);
        builder.environment().merge("PATH", java + "/bin", (path, bin) -> bin + ':' + path);
        return builder.start();
    }

    private static Ended ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    private static long builds(Path tree) throws IOException {
        return Files.readAllLines(tree.resolve("made")).size();
    }

    private long kept() {
        try (Stream<Path> entries = Files.list(tree.resolve("launcher/builds"))) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !Files.isSymbolicLink(entry))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, String content) throws IOException {
        Path file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
