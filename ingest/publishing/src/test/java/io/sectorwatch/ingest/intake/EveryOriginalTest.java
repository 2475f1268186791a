package io.sectorwatch.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.format.Originals;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of the original publications, all the way that {@code ingest} takes it. How many facts must come of it is
 * counted here in the raw text.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOriginalTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final String ANY = ".*";
    private static final String NOTHING = "(?!)";

    private static final List<Expected> ALL = List.of(
            // Period 2999 is a copy of the latest figure.
            new Expected("oecd/*.txt", ANY, "<ns1:Obs TIME_PERIOD=\"(?!2999)", 0, ""),
            new Expected("oecd/DP_LIVE*", ".*\"PC_GDP\".*", ",\"\\d{4}\",-?\\d", 0, ""),
            new Expected("world-bank/API*.csv", ANY, ",\"(?!(19|20)\\d\\d\")-?\\d+(\\.\\d+)?(E-?\\d+)?\"", 0, ""),
            new Expected(
                    "world-bank/EXCERPT*.json",
                    ANY,
                    "\"value\": ?-?\\d",
                    1,
                    "the page's header counts 330 observations, and 36 are here"),
            new Expected("world-bank/FRA*.json", ANY, "\"value\": ?-?\\d", 0, ""),
            new Expected("world-bank/countries.json", ANY, NOTHING, 1, "no observations"),
            new Expected("eurostat/*.tsv", "\\w+,PC_GDP,.*", "\t-?\\d", 0, ""),
            // Of the cells, those of the whole Union; the other two areas are regions.
            new Expected("eurostat/json_stat/*", ANY, "\"([0-2]|9|1[01])\":-?\\d", 0, ""),
            new Expected("eurostat/sdmx_csv/*", "ESTAT:.*", "^", 0, ""),
            new Expected("owid/research*", "(?!Entity).*", "\\d$", 0, ""),
            // Organisations have no code.
            new Expected("owid/yearly*", "[^,]+,[A-Z_]+,.*", "\\d$", 0, ""),
            // Of the last row only the year is known.
            new Expected("nbs/*", ANY, "^\\d{4}-\\d\\d-\\d\\d,", 1, "is no day"),
            new Expected("policies/*", "(?!event_date).*", "^", 0, ""),
            // Foreign to every ready mapping.
            new Expected("sdmx-samples/*constraint*", ANY, NOTHING, 1, "SDMX structure message"),
            new Expected("sdmx-samples/{ECB,WB,OECD_data,spec_sdmx-json}*", ANY, NOTHING, 1, "no mapping is known for"),
            new Expected("sdmx-samples/spec_sdmx-csv-2.0/*", ANY, NOTHING, 1, "there is no column TIME_PERIOD"));

    @TempDir
    Path temporary = Path.of("");

    /**
     * What must come of files.
     *
     * @param lines which of their lines count
     * @param figure what in such a line is one fact
     * @param reason of everything that is rejected
     */
    private record Expected(String files, String lines, String figure, int rejected, String reason) {
        boolean isOf(Path file) {
            return FileSystems.getDefault()
                    .getPathMatcher("glob:" + files)
                    .matches(Originals.folder().relativize(file));
        }

        long facts(Path file) throws IOException {
            Pattern one = Pattern.compile(figure);
            return Files.readString(file)
                    .lines()
                    .filter(line -> !line.isBlank() && line.matches(lines))
                    .mapToLong(line -> one.matcher(line).results().count())
                    .sum();
        }
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Originals.folder())) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void givesAsManyFactsAsItsTextHoldsFigures(Path file) throws IOException {
        List<Expected> expected = ALL.stream().filter(each -> each.isOf(file)).toList();
        assertThat(expected).as("what is expected of %s", file).hasSize(1);
        boolean isDated = !file.toString().matches(".*(owid|DP_LIVE|[.]tsv|preamble-removed).*");

        List<Rejection> rejections = new ArrayList<>();
        List<Envelope> facts = new ArrayList<>();
        ingest(List.of(file), isDated ? null : Instant.parse("2024-03-13T00:00:00Z"), rejections::add, facts::add);

        assertThat(facts).hasSize(Math.toIntExact(expected.get(0).facts(file)));
        assertThat(rejections)
                .hasSize(expected.get(0).rejected())
                .allSatisfy(rejection ->
                        assertThat(rejection.reason()).contains(expected.get(0).reason()));
    }

    @Test
    void theDemonstrationsFiguresOfTheOecdFollowFromItsFilesAlone() throws IOException {
        List<Observation> history = BuiltInSet.HISTORY.facts().stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(fact -> fact.source().id().equals("oecd"))
                .toList();
        Set<String> series =
                history.stream().map(fact -> fact.series().toString()).collect(Collectors.toSet());
        List<Path> scoreboard = files().stream()
                .filter(file -> file.toString().endsWith(".txt"))
                .toList();

        List<String> ids = new ArrayList<>();
        ingest(scoreboard, null, rejection -> assertThat(rejection).isNull(), envelope -> {
            Observation fact = (Observation) read(envelope);
            if (series.contains(fact.series().toString()) && fact.period().compareTo(Period.parse("2000")) >= 0) {
                ids.add(envelope.id());
            }
        });

        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        history.stream().map(FactId::of).toList());
    }

    private void ingest(
            List<Path> files, @Nullable Instant published, Consumer<Rejection> rejections, Consumer<Envelope> facts) {
        try (Intake intake = new Intake(NOW, temporary, rejections)) {
            SourceReader reader =
                    new SourceReader(new SourceReader.Options(null, null, null, published), NOW, intake, note -> {});
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    reader.read(file.toString(), in);
                }
            }
            intake.compare(KnownFacts.NONE).forEach((batch, all) -> {
                for (var next = all.next(); next != null; next = all.next()) {
                    if (next.written().isFact()) {
                        facts.accept(next.envelope());
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message read(Envelope envelope) {
        return new IndicatorCodec().read(envelope.value());
    }
}
