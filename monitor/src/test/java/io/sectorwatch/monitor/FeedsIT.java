package io.sectorwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The feeds as the libraries read them that feed readers and calendars are made of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class FeedsIT {
    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;
    private RunningMonitor monitor;

    @BeforeAll
    void start() throws Exception {
        topics = new DemoTopics(directory.resolve("data"), 1);
        monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory));
    }

    @AfterAll
    void stop() {
        monitor.close();
        topics.close();
    }

    @Test
    void alertsAreAnAtomFeed() throws Exception {
        String xml = monitor.client().get("/feeds/alerts.atom?state=all").body();

        Feed feed = (Feed) new WireFeedInput(true, Locale.ROOT).build(new StringReader(xml));

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getId()).endsWith("/feeds/alerts.atom?state=all");
        assertThat(feed.getUpdated()).isNotNull();
        assertThat(feed.getAuthors()).hasSize(1);
        List<Entry> entries = feed.getEntries();
        assertThat(entries).hasSizeGreaterThan(20);
        assertThat(entries).extracting(Entry::getId).doesNotHaveDuplicates();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.getTitle()).matches("(RAISED|UPDATED|CLEARED|RETRACTED): .+");
            assertThat(entry.getUpdated()).isNotNull().isBeforeOrEqualTo(feed.getUpdated());
            assertThat(entry.getAlternateLinks()).hasSize(1);
            assertThat(entry.getSummary().getValue()).isNotBlank();
        });
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry.getTitle()).startsWith("RETRACTED: China's R&D intensity"));
    }

    @Test
    void releasesAreACalendar() throws Exception {
        String text = monitor.client().get("/feeds/releases.ics").body();

        assertThat(text.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        try (ICalReader reader = new ICalReader(text)) {
            ICalendar calendar = reader.readNext();
            assertThat(reader.getWarnings()).isEmpty();
            assertThat(calendar.validate(ICalVersion.V2_0)).as(text).isEmpty();
            List<VEvent> events = calendar.getEvents();
            assertThat(events).hasSizeGreaterThan(20);
            assertThat(events).extracting(event -> event.getUid().getValue()).doesNotHaveDuplicates();
            assertThat(events).allSatisfy(event -> {
                assertThat(event.getDateStart().getValue().hasTime()).isFalse();
                assertThat(event.getSummary().getValue()).isNotBlank();
            });
            assertThat(events)
                    .anySatisfy(
                            event -> assertThat(event.getSummary().getValue()).endsWith(" came"));
            assertThat(reader.readNext()).isNull();
        }
    }

    @Test
    void theSameFactsAreTheSameCalendar() throws Exception {
        Client client = monitor.client();

        assertThat(client.get("/feeds/releases.ics").body())
                .isEqualTo(client.get("/feeds/releases.ics").body());
    }
}
