package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.sectorwatch.monitor.web.WebSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real Chromium, on the demonstration's facts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class PageViewsIT {
    private static final String CHINA = "/series/rd-intensity/CHN/economy/A";
    private static final Path[] CHROMIUM = {Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser")};
    private static final String TOKEN = "a token of the test";

    @TempDir
    private static Path directory = Path.of("");

    private final List<String> complaints = new ArrayList<>();
    private DemoTopics topics;
    private RunningMonitor monitor;
    private Playwright playwright;
    private Browser browser;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    void start() throws Exception {
        Path chromium =
                Stream.of(CHROMIUM).filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(chromium != null, "Chromium is not installed: the page was not looked at");
        topics = new DemoTopics(directory.resolve("data"), 1);
        monitor = monitor(0, "page");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-gpu")));
    }

    @AfterAll
    void stop() {
        for (AutoCloseable part : new AutoCloseable[] {browser, playwright, monitor, topics}) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeEach
    void open() {
        // A browser of another country shows the same figures.
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("de-DE")
                .setAcceptDownloads(true));
        page = context.newPage();
        complaints.clear();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // Chromium itself notes every answer that is not 200.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                                         | highest South Korea 4.96 % (2023)
            /alerts?state=all                         | it never was at least 2.6 %
            /series                                   | R&D intensity
            /series/rd-intensity/CHN/economy/A        | 2.69
            /rules                                    | R&D intensity below the OECD average
            /rules/rd-intensity-at-least-2.6          | 2.6
            /releases                                 | US Federal Register
            /playground?rule=rd-intensity-below-oecd  | as edited
            """)
    void everyViewShowsWhatItIsFor(String view, String words) {
        go(view);
        says(words);
        assertThat(seriousFindings()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(seriousFindings()).isEmpty();
        for (int width : new int[] {320, 768, 2560}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing is cut off at " + width)
                    .isEqualTo(true);
        }
    }

    @Test
    void theHeadlineOfTheBriefCanBeReadWithoutHelp() {
        go("/alerts?state=closed&rule=rd-intensity-at-least-2.6");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2.6 % of GDP or more"))
                .last()
                .click();
        says("2024-02-23");
        says("2025-01-23");
        says("it never was at least 2.6 %");
        says("EAI Background Brief 1752");
    }

    @Test
    void everythingIsTakenBackToADay() {
        go(CHINA + "?as-of=2024-02-23");
        says("% of GDP in 2023 (provisional), said on 2024-02-23");
        assertThat(main()).doesNotContain("2.69");
        go("/alerts?rule=rd-intensity-at-least-2.6&as-of=2024-12-31");
        says("2.6 % of GDP or more");
        assertThat(main()).doesNotContain("never was");
        go(CHINA + "?as-of=1999-12-31");
        assertThat(main()).containsIgnoringCase("known");
    }

    @Test
    void theSliderStepsThroughTheDaysOnWhichSomethingBecameKnown() {
        go(CHINA);
        Locator slider = page.getByRole(AriaRole.SLIDER).first();
        slider.focus();
        page.keyboard().press("ArrowLeft");
        page.waitForURL("**as-of=*");
        assertThat(page.url()).contains("as-of=202");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Now").setExact(true))
                .click();
        PlaywrightAssertions.assertThat(page).not().hasURL(Pattern.compile(".*as-of=.*"));
    }

    @Test
    void aSeriesCanBeTakenAlong() throws IOException {
        go(CHINA);
        says("2.69");
        for (String form : List.of("CSV", "SVG", "PNG")) {
            Download download = page.waitForDownload(
                    () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(form))
                            .click());
            byte[] content = Files.readAllBytes(download.path());
            String text = new String(content, StandardCharsets.UTF_8);
            assertThat(text)
                    .contains(
                            switch (form) {
                                case "CSV" -> "eai-brief-1752";
                                case "SVG" -> "<svg";
                                default -> "PNG";
                            });
        }
    }

    @Test
    void aRuleIsTriedWhileItIsWritten() {
        go("/playground?rule=rd-intensity-at-least-2.6");
        says("as edited");
        Locator editor = page.getByRole(AriaRole.TEXTBOX).and(page.locator("textarea"));
        String rule = editor.inputValue();

        editor.fill(rule.replace("severity: info", "severity: loud"));
        says("'loud', none of info, warning, critical");

        editor.fill(rule.replace("atLeast: 2.6", "atLeast: 2.5"));
        PlaywrightAssertions.assertThat(page.locator("main")).not().containsText("'loud'");
        says("2.5");
    }

    @Test
    void whatTheApiSaysIsTextAndNoMarkup() {
        page.route("**/api/v1/alerts?**", route -> {
            String body = route.fetch().text().replace("China's", "<img src=x onerror=window.hacked=1>China's");
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(body));
        });
        go("/alerts?state=all");
        says("<img src=x");
        assertThat(page.evaluate("window.hacked")).isNull();
    }

    @Test
    void aTabThatWasOpenWhileTheMonitorWasAwayGoesOn() throws Exception {
        RunningMonitor first = monitor(0, "away");
        String url = first.monitor().url();
        page.navigate(url + "#/alerts");
        says("Live");
        first.close();
        says("Away");
        try (RunningMonitor second = monitor(URI.create(url).getPort(), "back")) {
            assertThat(second.monitor().url()).isEqualTo(url);
            says("Live");
        }
    }

    @Test
    void aRuleIsAppliedWithTheToken() throws Exception {
        WebSettings changing = new WebSettings("127.0.0.1", 0, Set.of("127.0.0.1"), TOKEN, true, true, null);
        try (RunningMonitor other = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory), changing)) {
            page.navigate(other.monitor().url() + "#/playground?rule=rd-intensity-at-least-3");
            says("as edited");
            Locator editor = page.locator("textarea");
            editor.fill(editor.inputValue().replace("atLeast: 3,", "atLeast: 3.1,"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply"))
                    .first()
                    .click();
            page.locator("input[type=password]").fill(TOKEN);
            page.keyboard().press("Enter");
            says("in effect");
        }
    }

    private RunningMonitor monitor(int port, String name) {
        return new RunningMonitor(
                topics.server(), "jdbc:sqlite:" + directory.resolve(name + ".db"), WebSettings.loopback(port));
    }

    private void go(String view) {
        page.navigate(monitor.monitor().url() + "#" + view);
        page.waitForSelector("main h1");
    }

    private void says(String words) {
        PlaywrightAssertions.assertThat(page.locator("body"))
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    }

    private String main() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page.locator("main").innerText();
    }

    @SuppressWarnings("unchecked")
    private List<String> seriousFindings() {
        page.evaluate(axe());
        return (List<String>) page.evaluate("axe.run().then(found => found.violations"
                + ".filter(its => ['serious', 'critical'].includes(its.impact))"
                + ".map(its => its.id + ': ' + its.nodes.map(node => node.target).join(' ')))");
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(PageViewsIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
