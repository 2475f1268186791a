package io.sectorwatch.ingest.web;

import static io.sectorwatch.ingest.web.RawServer.inTurn;
import static io.sectorwatch.ingest.web.RawServer.says;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sectorwatch.ingest.web.RawServer.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that misbehave, as services do on bad days. */
@Timeout(30)
class WebTest {
    private static final Behaviour OK = says("200 OK", "", "all of it");
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int LIMIT = 100_000;

    @TempDir
    Path temporary = Path.of("");

    private final ToldTime time = new ToldTime();
    private final List<String> told = new ArrayList<>();
    private Limits limits = new Limits(LONG, LONG, LONG, LONG, LIMIT);

    @AfterEach
    void nothingStays() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatIsThereIsBroughtWhole() throws IOException {
        try (RawServer server = inTurn(says("200 OK", "ETag: \"a\"\r\nLast-Modified: then\r\n", "all of it"));
                Download download = get(server).orElseThrow()) {
            assertThat(text(download)).isEqualTo("all of it");
            assertThat(text(download)).as("once more").isEqualTo("all of it");
            assertThat(download.validators()).isEqualTo(new Validators("\"a\"", "then"));
            assertThat(time.slept()).isEmpty();
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers())
                            .containsEntry("Accept-Encoding", "gzip")
                            .hasEntrySatisfying(
                                    "User-Agent", agent -> assertThat(agent).startsWith("Sectorwatch"))
                            .hasEntrySatisfying(
                                    "Accept",
                                    accept -> assertThat(accept)
                                            .contains("application/vnd.sdmx.genericdata+xml;version=2.1"))
                            .doesNotContainKeys("If-None-Match", "If-Modified-Since", "Authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</data?page=2>; rel=\"next\"",
                "<https://other.example/?page=2>;rel=next",
                "</data?a=1,2>; title=\"a, <b>; rel=x\"; Rel=\"last NEXT\"",
                "</style.css>; rel=preload; as=style, </data?page=1>; rel=\"prev\"",
                "</style.css>; rel=preload\r\nLink: </data?page=3>; rel=\"next\""
            })
    void onePageOfSeveralIsRefusedInWords(String link) throws IOException {
        try (RawServer server = inTurn(says("200 OK", "Link: " + link + "\r\n", "a page"))) {
            WebException refused = catchThrowableOfType(WebException.class, () -> get(server));
            assertThat(refused)
                    .hasMessageContaining("is one page of several, as its Link header says")
                    .hasMessageContaining("with a larger page");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</style.css>; rel=preload; as=style",
                "</a>; rel=\"canonical\"; title=\"; rel=next\"",
                "</next>; rel=\"nextcloud\"",
                "next",
                "<;;;\"rel=next"
            })
    void whatElseALinkHeaderSaysDoesNotMatter(String link) throws IOException {
        try (RawServer server = inTurn(says("200 OK", "Link: " + link + "\r\n", "all of it"));
                Download download = get(server).orElseThrow()) {
            assertThat(text(download)).isEqualTo("all of it");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Mon, 1 Jun 2026 12:00:07 GMT"})
    void aBusyServerIsLeftAloneAsLongAsItAsks(String retryAfter) throws IOException {
        try (RawServer server =
                inTurn(says("429 Too Many Requests", "Retry-After: " + retryAfter + "\r\n", "no"), OK)) {
            assertThat(brought(server)).isEqualTo("all of it");
            assertThat(time.slept()).containsExactly(7L);
            assertThat(told).containsExactly("answered with status 429, too many requests: 7 s");
        }
    }

    @Test
    void aServerThatAsksForTooLongIsNotWaitedFor() throws IOException {
        try (RawServer server = inTurn(says("503 Busy", "Retry-After: 3600\r\n", ""))) {
            WebException refused = refused(server);

            assertThat(refused).hasMessageEndingWith("the server asks to be left alone for 60 min");
            assertThat(refused.notBefore()).contains(Instant.parse("2026-06-01T13:00:00Z"));
            assertThat(time.slept()).isEmpty();
        }
    }

    @Test
    void whatFailsIsAskedForAgainLessAndLessOften() throws IOException {
        try (RawServer server = inTurn(says("503 Service Unavailable", "", "busy"), says("500 Oops", "", ""), OK)) {
            assertThat(brought(server)).isEqualTo("all of it");
            assertThat(time.slept()).containsExactly(1L, 2L);
        }
    }

    @Test
    void whatKeepsFailingIsGivenUp() throws IOException {
        try (RawServer server = inTurn(says("502 Bad Gateway", "", ""))) {
            assertThat(refused(server)).hasMessage("answered with status 502, the server behind it failed, 6 times");
            assertThat(time.slept()).containsExactly(1L, 2L, 4L, 8L, 16L);
        }
    }

    @Test
    void whatIsRefusedIsNotAskedForAgain() throws IOException {
        try (RawServer server = inTurn(says("404 Not Found", "", "<html>nothing</html>"))) {
            assertThat(refused(server))
                    .hasMessage(
                            "answered with status 404, there is nothing at this address, or there are no such data");
            assertThat(server.requests()).hasSize(1);
        }
    }

    static Stream<Behaviour> cutOff() {
        return Stream.of(
                (request, out) -> RawServer.write(out, "200 OK", "Content-Length: 1000\r\n", "half of"),
                (request, out) -> RawServer.write(out, "200 OK", "Transfer-Encoding: chunked\r\n", "4\r\nhalf\r\n"),
                (request, out) -> RawServer.write(out, "200 OK", "Transfer-Encoding: chunked\r\n", "ff\r\nhalf"),
                (request, out) -> RawServer.write(
                        out,
                        "200 OK",
                        "Content-Encoding: gzip\r\n",
                        packed("all of it").substring(0, 15)));
    }

    @ParameterizedTest
    @MethodSource("cutOff")
    void whatIsCutOffIsAskedForAgain(Behaviour cutOff) throws IOException {
        try (RawServer server = inTurn(cutOff, OK)) {
            assertThat(brought(server)).isEqualTo("all of it");
            assertThat(told).singleElement().asString().containsPattern("cut off.*: 1 s");
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        try (RawServer server = inTurn((request, out) -> {})) {
            assertThat(refused(server, 2)).hasMessageStartingWith("was cut off").hasMessageEndingWith(", 2 times");
        }
    }

    @Test
    void aDownloadThatStopsInTheMiddleIsAskedForAgain() throws IOException {
        limits = new Limits(LONG, LONG, SOON, LONG, LIMIT);
        try (Hanging server = new Hanging("Content-Length: 1000\r\n\r\nhalf of it")) {
            assertThat(refused(server.server(), 2))
                    .hasMessage("stopped in the middle, and nothing came for 300 ms, 2 times");
        }
    }

    @Test
    void headersThatNeverEndAreNotWaitedFor() throws IOException {
        limits = new Limits(LONG, SOON, LONG, LONG, LIMIT);
        try (RawServer server = new RawServer((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(ISO_8859_1));
            for (int i = 0; i < 100_000; i++) {
                out.write(("X-" + i + ": y\r\n").getBytes(ISO_8859_1));
                out.flush();
                Thread.sleep(5);
            }
        })) {
            assertThat(refused(server, 1)).hasMessage("did not answer for 300 ms");
        }
    }

    @Test
    void aDownloadThatNeverEndsIsNotWaitedFor() throws IOException {
        limits = new Limits(LONG, LONG, LONG, SOON, LIMIT);
        try (RawServer server = new RawServer((request, out) -> {
            RawServer.write(out, "200 OK", "", "");
            for (int i = 0; i < 90_000; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(5);
            }
        })) {
            assertThat(refused(server, 1)).hasMessage("did not come to its end for 300 ms");
        }
    }

    @Test
    void moreThanIsTakenIsRefusedAtOnce() throws IOException {
        try (RawServer endless = new RawServer((request, out) -> {
                    RawServer.write(out, "200 OK", "", "");
                    byte[] much = new byte[10_000];
                    for (int i = 0; i < 100_000; i++) {
                        out.write(much);
                    }
                });
                RawServer announced = new RawServer((request, out) ->
                        RawServer.write(out, "200 OK", "Content-Length: " + (LIMIT + 1) + "\r\n", "x"))) {
            assertThat(refused(endless)).hasMessageStartingWith("is larger than");
            assertThat(refused(announced)).hasMessageStartingWith("is larger than");
            assertThat(time.slept()).as("asked once").isEmpty();
        }
    }

    @Test
    void aPackedTransferIsUnpackedAndNoBombGoesOff() throws IOException {
        String gzip = "Content-Encoding: gzip\r\n";
        try (RawServer server = inTurn(says("200 OK", gzip, packed("all of it")));
                RawServer bomb = inTurn(says("200 OK", gzip, packed("0".repeat(LIMIT + 1))));
                RawServer other = inTurn(says("200 OK", "Content-Encoding: br\r\n", "?"))) {
            assertThat(brought(server)).isEqualTo("all of it");
            assertThat(refused(bomb)).hasMessageContaining("unpacks to more than 100000 bytes");
            assertThat(refused(other)).hasMessage("came in the coding 'br', which nobody asked for");
        }
    }

    @Test
    void aVersionThatIsKnownIsNotSentAgain() throws IOException {
        Behaviour unchanged = says("304 Not Modified", "", "");
        try (RawServer server = inTurn(unchanged)) {
            assertThat(web(6).get(Address.of(server.address("/")), new Validators("\"a\"", "then")))
                    .isEmpty();
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers())
                            .containsAllEntriesOf(Map.of("If-None-Match", "\"a\"", "If-Modified-Since", "then")));

            assertThat(refused(server)).as("and nothing is known").hasMessageContaining("nobody asked");
        }
    }

    @Test
    void aRedirectIsFollowedButNotInACircle() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
            if (request.target().equals("/here")) {
                RawServer.write(out, "302 Found", "Location: there?x=1\r\nContent-Length: 0\r\n", "");
            } else if (request.target().equals("/there?x=1")) {
                OK.answer(request, out);
            } else {
                RawServer.write(out, "301 Moved", "Location: /circle\r\nContent-Length: 0\r\n", "");
            }
        })) {
            assertThat(text(server.address("/here"))).isEqualTo("all of it");

            assertThat(refused(server.address("/circle?token=abc"), 6))
                    .hasMessageContaining("redirected more than 5 times, at last to " + server.address("/circle"));
        }
    }

    @Test
    void oneServerIsAskedOnceASecond() throws IOException {
        try (RawServer server = inTurn(OK)) {
            Web web = web(6);
            for (int i = 0; i < 3; i++) {
                web.get(Address.of(server.address("/" + i)), Validators.NONE)
                        .orElseThrow()
                        .close();
            }
            assertThat(time.slept()).containsExactly(1L, 1L);
        }
    }

    @Test
    void aServerThatIsNotThereIsAskedAgain() throws IOException {
        String address;
        try (RawServer server = inTurn(OK)) {
            address = server.address("/");
        }
        assertThat(refused(address, 2)).hasMessage("its server takes no connection, 2 times");
    }

    @Test
    void userAndPasswordGoToTheirOwnServerAlone() throws IOException {
        try (RawServer other = inTurn(OK);
                RawServer server = inTurn(
                        says("302 Found", "Location: " + other.address("/there") + "\r\n", ""),
                        says("403 Forbidden", "", ""))) {
            String address = server.address("/?api_key=hush").replace("http://", "http://me:s%40cret@");

            assertThat(text(address)).isEqualTo("all of it");
            assertThat(server.requests().get(0).headers()).containsEntry("Authorization", "Basic bWU6c0BjcmV0");
            assertThat(server.requests().get(0).target()).isEqualTo("/?api_key=hush");
            assertThat(other.requests().get(0).headers()).doesNotContainKey("Authorization");
            assertThat(refused(address, 6)).hasMessage("answered with status 403, the server forbids it");
        }
    }

    @Test
    void aProxyOfTheJvmIsUsed() throws IOException {
        try (RawServer proxy = inTurn(OK)) {
            int port = Address.of(proxy.address("/")).uri().getPort();
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", Integer.toString(port));

            assertThat(text("http://statistics.example/figures")).isEqualTo("all of it");
            assertThat(proxy.requests().get(0).target()).isEqualTo("http://statistics.example/figures");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }

    /** A server that says something and then holds the line. */
    private static final class Hanging implements AutoCloseable {
        private final RawServer[] itself = new RawServer[1];

        Hanging(String rest) throws IOException {
            itself[0] = new RawServer((request, out) -> {
                out.write(("HTTP/1.1 200 OK\r\n" + rest).getBytes(ISO_8859_1));
                out.flush();
                itself[0].hang();
            });
        }

        RawServer server() {
            return itself[0];
        }

        @Override
        public void close() {
            itself[0].close();
        }
    }

    private Web web(int attempts) {
        WebListener listener = new WebListener() {
            @Override
            public void again(Address address, String reason, Duration wait) {
                told.add(reason + ": " + wait.toSeconds() + " s");
            }

            @Override
            public void received(Address address, long bytes, long total) {}
        };
        Backoff backoff = new Backoff(attempts, Backoff.USUAL.patience());
        return new Web(Accept.of(null), limits, backoff, new Pace(Pace.USUAL, time, time), temporary, listener);
    }

    private Optional<Download> get(RawServer server) throws IOException {
        return web(6).get(Address.of(server.address("/figures")), Validators.NONE);
    }

    private String brought(RawServer server) throws IOException {
        return text(server.address("/figures"));
    }

    private String text(String address) throws IOException {
        try (Download download =
                web(6).get(Address.of(address), Validators.NONE).orElseThrow()) {
            return text(download);
        }
    }

    private static String text(Download download) throws IOException {
        try (InputStream in = download.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private WebException refused(RawServer server) {
        return refused(server, 6);
    }

    private WebException refused(RawServer server, int attempts) {
        return refused(server.address("/figures"), attempts);
    }

    private WebException refused(String address, int attempts) {
        return catchThrowableOfType(WebException.class, () -> web(attempts).get(Address.of(address), Validators.NONE));
    }

    private static String packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toString(ISO_8859_1);
    }
}
