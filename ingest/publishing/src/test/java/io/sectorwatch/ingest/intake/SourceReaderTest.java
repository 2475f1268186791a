package io.sectorwatch.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.fact.FactTexts;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.MappingFile;
import io.sectorwatch.ingest.vintage.Change;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2025-01-23T00:00:00Z");
    private static final String HEADER = "area,year,value\n";

    private final List<Rejection> rejections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @TempDir
    Path temporary = Path.of("");

    private Intake intake = new Intake(NOW, temporary, rejections::add);

    @BeforeEach
    void begin() {
        intake.close();
        intake = new Intake(NOW, temporary, rejections::add);
    }

    @AfterEach
    void end() {
        intake.close();
    }

    @Test
    void whatAWholeReleaseLeavesOutIsWithdrawn() throws Exception {
        read("a.csv", HEADER + "CHN,2022,2.5\nCHN,2023,2.6\n");
        assertThat(changes()).containsOnly(Map.entry(Change.NEW, 2L), Map.entry(Change.WITHDRAWN, 1L));
    }

    @Test
    void aRowThatIsNotUnderstoodMayBeTheOneThatSeemsToBeMissing() throws Exception {
        read("a.csv", HEADER + "CHN,2022,2.5\nEGY,2021,one\n");

        assertThat(changes()).containsOnly(Map.entry(Change.NEW, 1L));
        assertThat(rejections).singleElement().satisfies(rejected -> {
            assertThat(rejected.place()).isEqualTo("a.csv:3");
            assertThat(rejected.row()).isEqualTo("EGY,2021,one");
        });
    }

    @Test
    void aFileThatIsCutOffIsTakenAsFarAsItGoesAndWithdrawsNothing() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int month = 0; month < 12_000; month++) {
            rows.append("CHN,%d-%02d,%s%n".formatted(1000 + month / 12, 1 + month % 12, Math.sqrt(month)));
        }
        byte[] packed = gzip(rows.toString());
        read("a.csv.gz", Arrays.copyOf(packed, packed.length * 2 / 3));

        assertThat(changes()).containsOnlyKeys(Change.NEW);
        assertThat(rejections).last().satisfies(rejected -> {
            assertThat(rejected.place()).isEqualTo("a.csv.gz");
            assertThat(rejected.reason()).contains("cut off");
        });
    }

    @Test
    void ofAFileThatWasMisreadNothingCounts() throws Exception {
        String late = """
                <CompactData xmlns="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"><DataSet>
                <Series area="CHN"><Obs TIME_PERIOD="2022" OBS_VALUE="2.5"/></Series>
                <Group area="CHN" UNIT_MULT="6"/></DataSet></CompactData>
                """;
        read("a.csv", HEADER + "CHN,2023,2.6\n");
        read("late.xml", late);

        assertThat(intake.statements()).isEqualTo(1);
        assertThat(changes()).containsOnly(Map.entry(Change.NEW, 1L));
        assertThat(rejections).singleElement().satisfies(rejected -> {
            assertThat(rejected.place()).isEqualTo("late.xml");
            assertThat(rejected.reason()).contains("nothing of the file is taken");
        });
    }

    @Test
    void oneReleaseMayStandInSeveralFiles() throws Exception {
        read("a.csv", HEADER + "CHN,2022,2.5\n");
        read("b.csv", HEADER + "EGY,2021,1.0\n");
        assertThat(changes()).containsOnly(Map.entry(Change.NEW, 1L), Map.entry(Change.UNCHANGED, 1L));
    }

    @Test
    void finishedMessagesAreTakenAsTheyAre() throws Exception {
        read("a", FactTexts.tickLine("2024-02-23T00:00:00Z") + "\n");
        assertThat(intake.facts()).isEqualTo(1);
        assertThat(intake.isOfNoUse()).isFalse();
    }

    @Test
    void whereAPartIsMissingNothingIsWithdrawn() throws Exception {
        read("a.csv", HEADER + "CHN,2022,2.5\n");
        intake.doubt(release -> release.dataSet().equals("example"));

        assertThat(changes()).containsOnly(Map.entry(Change.NEW, 1L));
    }

    @Test
    void finishedMessagesAreComparedWhereTheirFileIsReadAgain() throws Exception {
        String known = new String(Envelope.of(known()).value(), UTF_8);
        String other = FactTexts.observationLine("EGY", "2022", "1", "2024-02-23T00:00:00Z");
        SourceReader reader = new SourceReader(
                new SourceReader.Options(null, null, null, null),
                SourceReader.Messages.COMPARED,
                NOW,
                intake,
                note -> {});
        reader.read(
                "a",
                new ByteArrayInputStream(
                        (known + "\n" + other + "\n" + FactTexts.tickLine("2024-02-23T00:00:00Z")).getBytes(UTF_8)));

        assertThat(changes()).containsOnly(Map.entry(Change.NEW, 1L), Map.entry(Change.UNCHANGED, 1L));
        assertThat(rejections).singleElement().satisfies(rejected -> {
            assertThat(rejected.place()).isEqualTo("a:3");
            assertThat(rejected.reason()).contains("sectorwatch ticks");
        });
    }

    @Test
    void aFileThatIsNothingIsOfNoUse() throws Exception {
        read("a", "");
        assertThat(intake.isOfNoUse()).isTrue();
        assertThat(rejections)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.place()).isEqualTo("a"));
    }

    @Test
    void saysThatATableHasNoRows() throws Exception {
        read("cut.csv", "area,year,value");
        read("bad.csv", HEADER + "CHN\n");

        assertThat(notes).containsExactly("cut.csv has no rows: there is nothing to be taken from it");
        assertThat(rejections).extracting(Rejection::file).containsExactly("bad.csv");
    }

    @Test
    void rowsThatNoMappingFitsAreRejectedOnceAndCounted() {
        SourceReader reader =
                new SourceReader(new SourceReader.Options(null, null, null, PUBLISHED), NOW, intake, note -> {});
        reader.read("a.csv", new ByteArrayInputStream((HEADER + "CHN,2022,2.5\nCHN,2023,2.6\n").getBytes(UTF_8)));

        assertThat(reader.unmapped()).isEqualTo(2);
        assertThat(rejections)
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.reason()).startsWith("no mapping is known"));
    }

    private Map<Change, Long> changes() {
        KnownFacts known = (wanted, taker) -> taker.take(known());
        intake.compare(known);
        Map<Change, Long> counts = new TreeMap<>();
        intake.summary().get(0).releases().values().forEach(changes -> {
            for (Change change : Change.values()) {
                if (changes.of(change) > 0) {
                    counts.merge(change, changes.of(change), Long::sum);
                }
            }
        });
        return counts;
    }

    private static Message known() {
        return new IndicatorCodec()
                .read(FactTexts.observationLine("EGY", "2021", "1", "2024-02-23T00:00:00Z")
                        .replace("oecd", "example")
                        .getBytes(UTF_8));
    }

    private void read(String name, String text) throws Exception {
        read(name, text.getBytes(UTF_8));
    }

    private void read(String name, byte[] bytes) throws Exception {
        Mapping mapping = MappingFile.read("mapping", new ByteArrayInputStream("""
                dataset: example
                area: {from: area}
                indicator: rd-intensity
                source: example
                published: given
                holds: whole
                """.getBytes(UTF_8)));
        new SourceReader(new SourceReader.Options(null, null, mapping, PUBLISHED), NOW, intake, notes::add)
                .read(name, new ByteArrayInputStream(bytes));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
