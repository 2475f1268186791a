package io.sectorwatch.deliver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sectorwatch.deliver.Examples;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFileTest {
    @Test
    void everyMistakeIsNamedWithItsPlaceAndNoSecret(@TempDir Path directory) throws Exception {
        Path noCertificate = Files.writeString(directory.resolve("ca.pem"), "nothing");

        assertThat(mistakes("""
                        pages: http://127.0.0.1:8080
                        targets:
                          - name: On Call
                            where: {severity: [warning, grave], transition: RAISE, areas: [CHN]}
                            webhook: {url: "ftp://chat.example/${TOKEN}", secret: "env:NOWHERE", timeout: soon}
                          - name: chat
                            from: yesterday
                            webhook:
                              url: https://hush-hush@chat.example/
                              template: slak
                              batch: 0
                              secret: "env:TOKEN"
                              ca: %s
                              proxy: nearby
                              headers: {Host: elsewhere, Authorization: "Bearer ${NOWHERE}", X-Lines: "a\\nb"}
                          - {name: chat, webhook: {}}
                          - {name: nothing}
                        """.formatted(noCertificate)).lines())
                .containsExactlyInAnyOrder(
                        "deliver.yaml:1:1: field 'pages' is unknown; did you mean 'page'?",
                        "deliver.yaml:3:5: field 'targets[0].name' cannot be used: name 'On Call' is not a code: lower-case"
                                + " words joined by '-'",
                        "deliver.yaml:4:33: field 'targets[0].where.severity[1]' cannot be used: severity 'grave' is none of"
                                + " info, warning, critical",
                        "deliver.yaml:4:41: field 'targets[0].where.transition' cannot be used: 'RAISE' is none of RAISED,"
                                + " UPDATED, CLEARED, RETRACTED; did you mean 'RAISED'?",
                        "deliver.yaml:4:60: field 'targets[0].where.areas' is unknown; did you mean 'area'?",
                        "deliver.yaml:5:15: field 'targets[0].webhook.url' cannot be used: it is no address such as"
                                + " https://server/path",
                        "deliver.yaml:5:51: field 'targets[0].webhook.secret' cannot be used: the environment has no variable"
                                + " 'NOWHERE'",
                        "deliver.yaml:5:74: field 'targets[0].webhook.timeout' cannot be used: 'soon' is not a time such as"
                                + " 500ms, 10s or 2m",
                        "deliver.yaml:7:5: field 'targets[1].from' is 'yesterday', none of now, beginning",
                        "deliver.yaml:9:7: field 'targets[1].webhook.url' cannot be used: user and password belong into the"
                                + " header Authorization",
                        "deliver.yaml:10:7: field 'targets[1].webhook.template' is 'slak', none of slack; did you mean 'slack'?",
                        "deliver.yaml:11:7: field 'targets[1].webhook.batch' is not a whole number from 1 to 1000",
                        "deliver.yaml:11:7: field 'targets[1].webhook.batch' is for events, and a template is for one message:"
                                + " leave one of them out",
                        "deliver.yaml:12:7: field 'targets[1].webhook.secret' cannot be used: it is not whsec_ and Base64",
                        "deliver.yaml:13:7: field 'targets[1].webhook.ca' cannot be used: the file " + noCertificate
                                + " holds no certificates in PEM",
                        "deliver.yaml:14:7: field 'targets[1].webhook.proxy' is not HOST:PORT",
                        "deliver.yaml:15:17: field 'targets[1].webhook.headers.Host' is set by the delivery itself: leave it"
                                + " out",
                        "deliver.yaml:15:34: field 'targets[1].webhook.headers.Authorization' cannot be used: the environment"
                                + " has no variable 'NOWHERE'",
                        "deliver.yaml:15:70: field 'targets[1].webhook.headers.X-Lines' has a value of more than one line, or"
                                + " with other characters than ASCII",
                        "deliver.yaml:16:6: field 'targets[2].name' is that of another target, too",
                        "deliver.yaml:16:18: field 'targets[2].webhook.url' is missing",
                        "deliver.yaml:17:6: field 'targets[3].name' is that of a target without alertmanager or webhook")
                .noneMatch(line -> line.contains("hush-hush"));
    }

    @Test
    void anEmptyListIsNoListOfTargets() {
        assertThat(mistakes("targets: []"))
                .isEqualTo("deliver.yaml:1:1: field 'targets' is not a list with something in it");
        assertThat(mistakes("page: 'http://127.0.0.1:8080'")).isEqualTo("deliver.yaml:1:1: field 'targets' is missing");
    }

    @Test
    void secretsComeFromTheEnvironmentAndFromFilesAndAreNotShown(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("hook"), "https://chat.example/services/hush-hush\n");

        ConfiguredTarget target = Examples.read("""
                        targets:
                          - name: chat
                            webhook: {url: "file:%s", secret: "env:CHAT_SECRET", headers: {X-Key: "a ${TOKEN}"}}
                        """.formatted(file)).named("chat");

        assertThat(target.plan().place()).isEqualTo("https://chat.example");
        assertThat(target.toString()).doesNotContain("hush-hush").doesNotContain("whsec");
    }

    @Test
    void aTargetThatIsMeantIsSuggested() throws UnusableFileException {
        Targets targets = Examples.read("targets: [{name: chat, webhook: {url: 'http://127.0.0.1:1/'}}]");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> targets.named("chatt"))
                .withMessage("there is no target 'chatt', only chat; did you mean 'chat'?");
    }

    private static String mistakes(String yaml) {
        try {
            Examples.read(yaml);
            return "";
        } catch (UnusableFileException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
