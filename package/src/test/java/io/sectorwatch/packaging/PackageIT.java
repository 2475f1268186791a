package io.sectorwatch.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package as somebody unpacks and runs it. */
class PackageIT {
    private static final Path TARGET = Path.of("target");

    @TempDir
    private Path temporary = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void unpack() throws IOException, InterruptedException {
        shell("tar -xzf '" + archive(".tar.gz").toAbsolutePath() + "'");
        try (Stream<Path> entries = Files.list(temporary)) {
            home = entries.filter(entry -> entry.getFileName().toString().startsWith("sectorwatch-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void runsThroughALinkAndWritesNothingBesideItself() throws IOException, InterruptedException {
        Files.createSymbolicLink(temporary.resolve("sw"), home.resolve("bin/sectorwatch"));
        SortedMap<String, String> before = files(home);

        String printed = shell("XDG_STATE_HOME=state ./sw demo --exit --port " + freePort());

        assertThat(printed).contains("RAISED", "RETRACTED");
        assertThat(temporary.resolve("state/sectorwatch/data")).isDirectory();
        assertThat(files(home)).isEqualTo(before);
    }

    @Test
    void theDemonstrationIsUnderTheRulesThatLieThere() throws IOException, InterruptedException {
        Path rules = home.resolve("rules/rd-intensity.yaml");
        Files.writeString(rules, Files.readString(rules).replace("at 2.6 % of GDP or more", "at much or more"));

        assertThat(shell("'" + home + "/bin/sectorwatch' demo --exit --data data --port " + freePort()))
                .contains("R&D intensity of China at much or more");
    }

    @Test
    void advisesCommandsAsTheyAreTyped() throws IOException, InterruptedException {
        assertThat(shell("cd '" + home + "' && bin/sectorwatch topics --help"))
                .contains("Example: bin/sectorwatch topics");
        assertThat(shell("PATH='" + home + "/bin':\"$PATH\" sectorwatch topics --help"))
                .contains("Example: sectorwatch topics");
    }

    @Test
    void testsRules() throws IOException, InterruptedException {
        assertThat(shell("cd '" + home + "' && bin/sectorwatch rules test rules/scenarios/*.yaml"))
                .contains("brief.yaml");
    }

    @Test
    void holdsWhatIsNeededToRunIt() {
        assertThat(List.of(
                        "LICENSE",
                        "NOTICE",
                        "README.md",
                        "docs/operation.md",
                        "schemas/transition.schema.json",
                        "schemas/asyncapi.yaml",
                        "monitor/operator/rules.yml",
                        "deliver/operator/alertmanager.yml",
                        "systemd/sectorwatch.service"))
                .allSatisfy(file -> assertThat(home.resolve(file)).isRegularFile());
        assertThat(home.resolve("lib")).isDirectoryNotContaining("glob:**/*test*");
    }

    @Test
    void theZipHoldsTheSame() throws IOException {
        try (ZipFile zip = new ZipFile(archive(".zip").toFile())) {
            assertThat(zip.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(entry ->
                                    entry.getName().substring(entry.getName().indexOf('/') + 1)))
                    .containsExactlyInAnyOrderElementsOf(files(home).keySet());
        }
    }

    @Test
    void theSumsAreThoseOfTheFiles() throws IOException, InterruptedException, NoSuchAlgorithmException {
        for (String form : List.of(".tar.gz", ".zip")) {
            Path archive = archive(form);
            String sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
            assertThat(archive.resolveSibling(archive.getFileName() + ".sha256"))
                    .content()
                    .isEqualToNormalizingNewlines(sum + " *" + archive.getFileName() + "\n");
        }
    }

    private static Path archive(String form) throws IOException {
        try (Stream<Path> built = Files.list(TARGET)) {
            return built.filter(file -> file.toString().endsWith(form))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return files;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String shell(String command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(temporary.toFile())
                .redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("SECTORWATCH_"));
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
