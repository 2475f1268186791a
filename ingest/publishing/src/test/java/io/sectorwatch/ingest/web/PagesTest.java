package io.sectorwatch.ingest.web;

import static io.sectorwatch.ingest.web.RawServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.worldbankjson.WorldBankJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An indicator of the World Bank in five observations, two on a page. */
@Timeout(30)
class PagesTest {
    private static final String PATH = "/v2/en/country/all/indicator/GB.XPD.RSDV.GD.ZS?format=json";
    private static final int TOTAL = 5;

    @TempDir
    Path temporary = Path.of("");

    private final ToldTime time = new ToldTime();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    @AfterEach
    void nothingStays() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void allPagesAreOneAnswer() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
            int page = page(request);
            says("200 OK", "ETag: \"" + page + "\"\r\n", answer(page, TOTAL, "2026-04-08"))
                    .answer(request, out);
        })) {
            try (Download whole = get(server, PATH + "&per_page=2")) {
                assertWhole(whole, TOTAL);
                assertThat(whole.validators())
                        .as("of one page says nothing of the others")
                        .isEqualTo(Validators.NONE);
            }
            assertThat(server.requests())
                    .extracting(RawServer.Request::target)
                    .containsExactly(
                            PATH + "&per_page=2&page=1", PATH + "&per_page=2&page=2", PATH + "&per_page=2&page=3");
            assertThat(time.slept()).as("politely").containsExactly(1L, 1L);
        }
    }

    @Test
    void anAnswerOfOnePageStaysAsItIs() throws IOException {
        String body = "[{\"page\":1,\"pages\":1,\"per_page\":10000,\"total\":1},[" + observation(1) + "]]";
        try (RawServer server = RawServer.inTurn(says("200 OK", "ETag: \"a\"\r\n", body));
                Download whole = get(server, PATH)) {
            assertThat(whole.open()).hasContent(body);
            assertThat(whole.validators().etag()).isEqualTo("\"a\"");
            assertThat(server.requests().get(0).target()).isEqualTo(PATH + "&per_page=10000&page=1");
        }
    }

    @Test
    void aPageThatFailsIsAskedForAgain() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
                    int page = page(request);
                    if (page == 2 && asked.merge("2", 1, Integer::sum) == 1) {
                        says("503 Busy", "", "").answer(request, out);
                    } else {
                        says("200 OK", "", answer(page, TOTAL, "2026-04-08")).answer(request, out);
                    }
                });
                Download whole = get(server, PATH)) {
            assertWhole(whole, TOTAL);
        }
    }

    @Test
    void withoutOneOfThePagesThereIsNoAnswer() throws IOException {
        try (RawServer gone = new RawServer((request, out) -> {
                    int page = page(request);
                    says(page == 3 ? "404 Not Found" : "200 OK", "", answer(page, TOTAL, "2026-04-08"))
                            .answer(request, out);
                });
                RawServer broken = new RawServer((request, out) -> {
                    int page = page(request);
                    String body = page == 3 ? "<html>Sorry</html>" : answer(page, TOTAL, "2026-04-08");
                    says("200 OK", "", body).answer(request, out);
                });
                RawServer mistaken = new RawServer((request, out) -> {
                    int page = page(request);
                    String body = page == 3
                            ? "[{\"message\":[{\"id\":\"120\",\"value\":\"Invalid value\"}]}]"
                            : answer(page, TOTAL, "2026-04-08");
                    says("200 OK", "", body).answer(request, out);
                })) {
            assertThat(refused(gone)).hasMessageContaining("status 404");
            assertThat(refused(broken)).hasMessageContaining("pages that do not belong together, 3 times: line 1");
            assertThat(refused(mistaken)).hasMessageEndingWith("page 3 is no page of observations");
        }
    }

    @Test
    void anEditionThatComesOutBetweenThePagesIsTakenWhole() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
                    int page = page(request);
                    boolean isOld = asked.merge("all", 1, Integer::sum) <= 2;
                    says("200 OK", "", answer(page, isOld ? TOTAL : TOTAL + 1, isOld ? "2026-04-08" : "2026-07-13"))
                            .answer(request, out);
                });
                Download whole = get(server, PATH)) {
            assertWhole(whole, TOTAL + 1);
        }
    }

    @Test
    void editionsThatNeverAgreeAreGivenUp() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
            int page = page(request);
            says("200 OK", "", answer(page, TOTAL + (page + 1) % 2, "2026-04-08"))
                    .answer(request, out);
        })) {
            assertThat(refused(server))
                    .hasMessageEndingWith("3 times: page 2 belongs to another edition than the pages before it");
            assertThat(server.requests()).hasSize(6);
        }
    }

    private static void assertWhole(Download whole, int total) throws IOException {
        ReadRows collected = new ReadRows();
        try (InputStream in = whole.open()) {
            new WorldBankJson().read("answer", in, ReadOptions.NONE, collected);
        }
        assertThat(collected.rejections).isEmpty();
        assertThat(collected.rows).hasSize(total);
        assertThat(collected.rows.get(2))
                .containsEntry("TIME_PERIOD", "2003")
                .containsEntry("OBS_VALUE", "2.30")
                .containsEntry("countryiso3code", "FRA")
                .containsEntry("indicator.id", "X");
        assertThat(collected.dataSets.get(0).published()).isNotNull();
    }

    private static String answer(int page, int total, String updated) {
        List<String> rows = Stream.iterate(
                        2 * page - 1, place -> place <= Math.min(2 * page, total), place -> place + 1)
                .map(PagesTest::observation)
                .toList();
        return "[{\"page\":" + page + ",\"pages\":3,\"per_page\":2,\"total\":" + total + ",\"lastupdated\":\"" + updated
                + "\"}," + rows + "]";
    }

    private static String observation(int place) {
        return "{\"indicator\":{\"id\":\"X\",\"value\":\"R&D\"},\"country\":{\"id\":\"FR\"},\"countryiso3code\":\"FRA\","
                + "\"date\":\"200" + place + "\",\"value\":2." + place + "0,\"decimal\":0}";
    }

    private static int page(RawServer.Request request) {
        String target = request.target();
        return Integer.parseInt(target.substring(target.indexOf("&page=") + "&page=".length()));
    }

    private Web web() {
        Duration time = Duration.ofSeconds(20);
        return new Web(
                Accept.of(null),
                new Limits(time, time, time, time, 1 << 20),
                Backoff.USUAL,
                new Pace(Pace.USUAL, this.time, this.time),
                temporary,
                WebListener.NONE);
    }

    private Download get(RawServer server, String path) throws IOException {
        return web().get(Address.of(server.address(path)), Validators.NONE).orElseThrow();
    }

    private WebException refused(RawServer server) {
        return catchThrowableOfType(WebException.class, () -> get(server, PATH).close());
    }
}
