package io.sectorwatch.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sectorwatch.application.archive.Archive;
import io.sectorwatch.application.archive.ArchiveException;
import io.sectorwatch.application.archive.ArchiveExport;
import io.sectorwatch.application.archive.ArchiveImport;
import io.sectorwatch.application.archive.table.TableExport;
import io.sectorwatch.application.archive.table.TableFormat;
import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.application.demo.Demonstration;
import io.sectorwatch.application.facts.FactsOnTopics;
import io.sectorwatch.application.ingest.PublicationListener;
import io.sectorwatch.application.ingest.PublicationProgress;
import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.installation.RunningParts;
import io.sectorwatch.application.installation.Service;
import io.sectorwatch.application.replay.KnowledgeTime;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.ReplayException;
import io.sectorwatch.application.replay.ReplayProgress;
import io.sectorwatch.application.replay.ReplayRequest;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RequestedSpan;
import io.sectorwatch.application.replay.RuleChoice;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.broker.BrokerReplay;
import io.sectorwatch.application.replay.broker.ReplayListener;
import io.sectorwatch.application.replay.broker.ReplaySettings;
import io.sectorwatch.application.replay.broker.ReplayTopics;
import io.sectorwatch.application.replay.broker.Replays;
import io.sectorwatch.application.replay.compare.Finding.Outcome;
import io.sectorwatch.application.replay.compare.LogComparison;
import io.sectorwatch.application.replay.compare.Totals;
import io.sectorwatch.application.replay.file.FactInput;
import io.sectorwatch.application.replay.file.FileReplay;
import io.sectorwatch.application.replay.log.Replayed;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.application.status.Deciding;
import io.sectorwatch.application.status.StatusLook;
import io.sectorwatch.application.topics.SectorTopics;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.ingest.intake.FactSources;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Replays and archives of the demonstration, by the classes of the application alone, in this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class ReplayAndArchiveIT {
    private static final Topics LIVE = new Topics(Topics.DEFAULT_PREFIX);
    private static final Topics COPY = new Topics("copy.");
    private static final Topics MOVED = new Topics("moved.");
    private static final List<String> SECTORS = Topics.DEFAULT_SECTORS;
    private static final ReplayRequest EVERYTHING =
            new ReplayRequest("test", new RuleChoice.History(), RequestedSpan.WHOLE, ReplayScope.EVERYTHING);

    private final RunningParts running = new RunningParts();
    private Path directory = Path.of("");
    private Server server = Server.at("", Map.of());
    private Set<String> topicsBefore = Set.of();

    /** What is known of a replay once it is over. */
    private record Ended(Manifest manifest, Totals totals, long leftOut) {
        static Ended of(Replayed replayed, LogComparison besideLive) throws IOException {
            Totals totals = new Totals();
            besideLive.forEach(totals);
            return new Ended(replayed.manifest(), totals, replayed.leftOut());
        }
    }

    /** Writes down what it hears. */
    private static final class Notes implements ReplayListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void goesOn(String name) {
            heard.add(name);
        }

        @Override
        public ReplayProgress begins(Part part, long total) {
            heard.add(part.toString());
            return progress(heard, part.toString());
        }
    }

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void decideLive(@TempDir Path temporary) throws Exception {
        directory = temporary;
        Installation installation = Installation.in(directory.resolve("live"), running);
        TopicLayout layout = new TopicLayout(LIVE, 1, SECTORS);
        Service service =
                Service.embedded(FreePort.find(), address -> Server.at(address, Map.of()), installation, layout);
        Demonstration demonstration = new Demonstration();
        demonstration.start(service, facts -> PublicationProgress.NOBODY);
        demonstration.follow(service, transitions -> {}, scorecards -> {}, false);
        installation.stopProcessor();
        server = service.server();
        topicsBefore = topics();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void aReplayDecidesWhatWasDecidedLiveAndLeavesNothing() throws Exception {
        Notes notes = new Notes();
        Ended replay;
        try (BrokerReplay run = new BrokerReplay(server, settings("plain", null, false), EVERYTHING, notes)) {
            replay = run.run(Ended::of);
        }

        assertThat(replay.totals().allSame()).isTrue();
        assertThat(replay.totals().of(Outcome.SAME))
                .isEqualTo(replay.manifest().transitions())
                .isPositive();
        assertThat(replay.leftOut()).isZero();
        assertThat(notes.heard)
                .as("something happens at the same moment on two topics, so that all is read again and sorted")
                .containsExactly("READING", "READING ends", "READING", "READING ends", "STAGING", "STAGING ends");
        assertNothingIsLeft();
    }

    @Test
    void whatWasKeptStaysForSubscribersUntilItIsRemoved() throws Exception {
        ReplaySettings settings = settings("kept", 3, true);
        ReplayScope china = new ReplayScope(Set.of(), Set.of(), Set.of("CHN"), Set.of());
        ReplayRequest request = new ReplayRequest(
                "test", new RuleChoice.Now(), new RequestedSpan(KnowledgeTime.parse("P1Y"), null, null), china);
        Replays replays = new Replays(server, LIVE);

        Ended replay;
        try (BrokerReplay run = new BrokerReplay(server, settings, request, new Notes())) {
            replay = run.run(Ended::of);
        }

        assertThat(replay.manifest().span().from()).isNotNull();
        assertThat(replay.manifest().openAtStart()).isPositive();
        assertThat(replays.journals().get("kept"))
                .get()
                .extracting(
                        journal -> Objects.requireNonNull(journal.manifest()).toString())
                .asString()
                .contains(replay.manifest().sha256());
        assertThat(topics()).contains(settings.topics().topics().alerts());
        try (BrokerReplay again = new BrokerReplay(server, settings, request, new Notes())) {
            assertThatThrownBy(() -> again.run(Ended::of))
                    .isInstanceOf(ReplayException.class)
                    .hasMessageContaining("the replay 'kept' was kept");
        }
        assertThat(replays.remove(settings.topics(), data())).isTrue();
        assertThat(replays.remove(settings.topics(), data())).isFalse();
        assertNothingIsLeft();
    }

    @Test
    void whereTheReportFailsNothingIsKept() throws Exception {
        try (BrokerReplay replay =
                new BrokerReplay(server, settings("reported", null, true), EVERYTHING, new Notes())) {
            assertThatThrownBy(() -> replay.run((replayed, besideLive) -> {
                        throw new IOException("no space is left");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no space is left");
        }

        assertNothingIsLeft();
    }

    @Test
    void aRuleThatNeverWasIsRefusedAndLeavesNothing() throws Exception {
        ReplayScope scope = new ReplayScope(Set.of("rd-intensity-below-oced"), Set.of(), Set.of(), Set.of());
        ReplayRequest request = new ReplayRequest("test", new RuleChoice.History(), RequestedSpan.WHOLE, scope);

        try (BrokerReplay replay = new BrokerReplay(server, settings("refused", null, false), request, new Notes())) {
            assertThatThrownBy(() -> replay.run(Ended::of))
                    .isInstanceOf(ReplayException.class)
                    .hasMessageContaining("did you mean 'rd-intensity-below-oecd'?");
        }

        assertNothingIsLeft();
    }

    @Test
    void anArchiveIsPublishedAgainAndDecidedAgainWithoutABroker() throws Exception {
        List<String> reading = new ArrayList<>();
        Path folder = directory.resolve("archive");
        ArchiveExport.Written written = new ArchiveExport(server, LIVE, directory)
                .write(folder, RequestedSpan.WHOLE, "test", total -> progress(reading, "READING"));
        Archive archive = Archive.open(folder);
        new TopicLayout(COPY, 1, SECTORS).require(server);

        long rejected;
        try (ArchiveImport archives = new ArchiveImport(server, COPY, directory)) {
            rejected = archives.publish(archive, rejection -> {}, new PublicationListener() {});
        }

        assertThat(reading).containsExactly("READING ends");
        assertThat(written.facts()).isEqualTo(1_139);
        assertThat(written.rules()).isEqualTo(archive.rules().size());
        assertThat(rejected).isZero();
        assertThat(records(COPY.indicators())).isEqualTo(records(LIVE.indicators()));
        assertThat(records(COPY.policies())).isEqualTo(records(LIVE.policies()));
        assertThat(records(COPY.rules())).containsExactlyInAnyOrderElementsOf(records(LIVE.rules()));
        List<Rule> rules = archive.rules().stream()
                .map(RuleEvent::rule)
                .filter(Objects::nonNull)
                .toList();
        ReplayRequest request =
                new ReplayRequest("test", new RuleChoice.Others(rules), RequestedSpan.WHOLE, ReplayScope.EVERYTHING);
        try (BrokerReplay replay = new BrokerReplay(server, settings("again", null, false), EVERYTHING, new Notes())) {
            assertThat(new FileReplay(request, directory)
                            .run(
                                    List.of("archive"),
                                    facts(archive),
                                    rejection -> {},
                                    replayed -> replayed.manifest().sha256()))
                    .contains(replay.run(Ended::of).manifest().sha256());
        }
    }

    /** As many transitions of each rule and series, with the same bytes: whoever was told them need not be told again. */
    @Test
    void anArchiveIsDecidedInMorePartitionsAsItWasLive() throws Exception {
        Path folder = directory.resolve("to-move");
        new ArchiveExport(server, LIVE, directory)
                .write(folder, RequestedSpan.WHOLE, "test", total -> progress(new ArrayList<>(), "READING"));
        new TopicLayout(MOVED, 3, SECTORS).require(server);
        try (ArchiveImport archives = new ArchiveImport(server, MOVED, directory)) {
            archives.publish(Archive.open(folder), rejection -> {}, new PublicationListener() {});

            RunningParts parts = new RunningParts();
            try (parts) {
                Installation installation = Installation.in(directory.resolve("moved"), parts);
                installation.startProcessor(
                        server, MOVED, new SectorTopics(server, MOVED, List.of(), SectorTopics.SOON), null, 2);
                awaitUpToDate(MOVED);

                assertThatThrownBy(() ->
                                archives.publish(Archive.open(folder), rejection -> {}, new PublicationListener() {}))
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContaining("a processor is at work on moved.*", "nothing was imported");
            }

            archives.publish(Archive.open(folder), rejection -> {}, new PublicationListener() {});
        }

        assertThat(logs(MOVED)).isEqualTo(logs(LIVE)).isNotEmpty();
        try (RunningParts parts = new RunningParts()) {
            Installation installation = Installation.in(directory.resolve("moved"), parts);
            installation.startProcessor(
                    server, MOVED, new SectorTopics(server, MOVED, List.of(), SectorTopics.SOON), null, 2);
            awaitUpToDate(MOVED);
        }
        assertThat(logs(MOVED)).as("imported twice").isEqualTo(logs(LIVE));
    }

    private void awaitUpToDate(Topics topics) {
        try (StatusLook look = new StatusLook(server, topics)) {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> look.lookAtProcessor(Duration.ofSeconds(1)).deciding() == Deciding.UP_TO_DATE);
        }
    }

    private Map<String, List<String>> logs(Topics topics) {
        Map<String, List<String>> logs = new TreeMap<>();
        try (TopicReader reader = new TopicReader(server, topics.alerts());
                Admin admin = server.admin()) {
            for (ConsumerRecord<byte[], byte[]> record : reader.readThroughOpenTransactions(new Offsets(admin))) {
                logs.computeIfAbsent(text(record.key()), none -> new ArrayList<>())
                        .add(text(record.value()));
            }
        }
        return logs;
    }

    @Test
    void factsAreWrittenAsTables() throws Exception {
        TableExport export =
                new TableExport(new FactsOnTopics(server, LIVE, directory, total -> progress(new ArrayList<>(), "")));
        Path csv = directory.resolve("csv");
        Path parquet = directory.resolve("parquet");

        TableExport.Written written = export.write(csv, RequestedSpan.WHOLE, TableFormat.CSV);

        assertThat(export.write(parquet, RequestedSpan.WHOLE, TableFormat.PARQUET))
                .isEqualTo(written);
        assertThat(written.unreadable()).isZero();
        for (Map.Entry<String, Long> table : Map.of(
                        "observations", written.observations(), "policies", written.policies())
                .entrySet()) {
            List<Map<String, String>> rows = csvRows(csv.resolve(table.getKey() + ".csv"));
            assertThat(rows).hasSize(Math.toIntExact(table.getValue()));
            assertThat(rows).isNotEmpty();
            List<Map<String, String>> same = parquetRows(parquet.resolve(table.getKey() + ".parquet"));
            same.forEach(row -> {
                String number = row.remove("number");
                String value = row.get("value");
                assertThat(number).isEqualTo(value == null ? null : Double.toString(Double.parseDouble(value)));
            });
            assertThat(same).isEqualTo(rows);
        }
        assertThat(csvRows(csv.resolve("observations.csv")))
                .filteredOn(row -> "eai-brief-1752".equals(row.get("source"))
                        && "rd-intensity/CHN/economy/A".equals(row.get("series")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("period", "2023")
                        .containsEntry("value", "2.6")
                        .containsEntry("comparator", ">")
                        .containsEntry("published", "2024-02-23T00:00:00Z")
                        .containsEntry("state", "valid"));
        assertThatThrownBy(() -> export.write(csv, RequestedSpan.WHOLE, TableFormat.CSV))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not empty: name a new one");
    }

    @Test
    void tablesOfTheSameFactsAreTheSameBytes() throws Exception {
        TableExport export =
                new TableExport(new FactsOnTopics(server, LIVE, directory, total -> progress(new ArrayList<>(), "")));
        RequestedSpan span = new RequestedSpan(null, null, KnowledgeTime.parse("2024-02-23"));

        for (TableFormat format : TableFormat.values()) {
            Path one = directory.resolve(format + "-one");
            Path other = directory.resolve(format + "-other");
            export.write(one, span, format);
            export.write(other, span, format);

            try (Stream<Path> files = Files.list(one)) {
                assertThat(files)
                        .hasSize(2)
                        .allSatisfy(file -> assertThat(file).hasSameBinaryContentAs(other.resolve(file.getFileName())));
            }
        }
        assertThat(csvRows(directory.resolve("CSV-one").resolve("observations.csv")))
                .allSatisfy(row -> assertThat(row.get("published")).isLessThan("2024-02-24"));
    }

    private static List<Map<String, String>> csvRows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .map(NamedCsvRecord::getFieldsAsMap)
                    .map(row -> {
                        row.values().removeIf(String::isEmpty);
                        return row;
                    })
                    .toList();
        }
    }

    private static List<Map<String, String>> parquetRows(Path file) throws IOException {
        Hydrator<Map<String, String>, Map<String, String>, String[]> hydrator = new Hydrator<>() {
            @Override
            public Map<String, String> start() {
                return new LinkedHashMap<>();
            }

            @Override
            public Map<String, String> add(Map<String, String> row, String[] heading, Object value) {
                if (value != null) {
                    row.put(
                            heading[0],
                            switch (heading[0]) {
                                case "published" ->
                                    Instant.ofEpochMilli((Long) value).toString();
                                case "next_release" ->
                                    LocalDate.ofEpochDay((Integer) value).toString();
                                default -> value.toString();
                            });
                }
                return row;
            }

            @Override
            public Map<String, String> finish(Map<String, String> row) {
                return row;
            }
        };
        try (Stream<Map<String, String>> rows = ParquetReader.streamContent(file.toFile(), hydrator)) {
            return rows.toList();
        }
    }

    private static FactInput facts(Archive archive) {
        return (intake, now) -> {
            try (InputStream in = Files.newInputStream(archive.facts())) {
                FactSources.readJsonLines("archive", in, intake);
            }
        };
    }

    private static ReplayProgress progress(List<String> heard, String part) {
        return new ReplayProgress() {
            @Override
            public void accept(long now) {}

            @Override
            public void close() {
                heard.add(part + " ends");
            }
        };
    }

    private ReplaySettings settings(String name, @Nullable Integer partitions, boolean keep) {
        return new ReplaySettings(new ReplayTopics(LIVE, name), SECTORS, partitions, 2, null, keep, data(), directory);
    }

    private Path data() {
        return directory.resolve("replays");
    }

    private void assertNothingIsLeft() throws Exception {
        assertThat(topics())
                .filteredOn(topic -> !topic.startsWith(COPY.prefix()) && !topic.contains(MOVED.prefix()))
                .containsExactlyElementsOf(topicsBefore);
        assertThat(data().resolve("replay")).doesNotExist();
    }

    private List<String> records(String topic) {
        List<String> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(server, topic);
                Admin admin = server.admin()) {
            for (ConsumerRecord<byte[], byte[]> record : reader.readThroughOpenTransactions(new Offsets(admin))) {
                records.add(
                        text(record.key()) + " " + record.timestamp() + " " + record.headers() + text(record.value()));
            }
        }
        return records;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private Set<String> topics() throws Exception {
        try (Admin admin = server.admin()) {
            return new TreeSet<>(admin.listTopics().names().get());
        }
    }
}
