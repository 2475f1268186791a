package io.sectorwatch.ingest.format.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.Originals;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.eurostattsv.EurostatTsv;
import io.sectorwatch.ingest.format.oecdportal.OecdPortal;
import io.sectorwatch.ingest.format.owid.OwidCsv;
import io.sectorwatch.ingest.format.plaintable.PlainTable;
import io.sectorwatch.ingest.format.sdmxcsv.SdmxCsv;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import io.sectorwatch.ingest.format.worldbankcsv.WorldBankCsv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the readers against tables as they were published: numbers and sums of figures are worked out here by cutting lines into pieces, as bluntly as each file allows.
 */
class PublishedTablesTest {
    private static final String SPECIFICATION = "sdmx-samples/spec_sdmx-csv-2.0/";

    private Path originals = Path.of("");

    @BeforeEach
    void findOriginals() {
        originals = Originals.folder();
    }

    @ParameterizedTest
    @CsvSource({
        "API_GB.XPD.RSDV.GD.ZS_DS2_en_csv_v2_408555__lastupdated-2025-07-01.csv, 2025-07-01T00:00:00Z, 2",
        "API_GB.XPD.RSDV.GD.ZS_DS2_en_csv_v2__lastupdated-2018-04-20.csv, 2018-04-20T00:00:00Z, 2",
        "API_GB.XPD.RSDV.GD.ZS__committed-2016-05-23__preamble-removed.csv,, 0"
    })
    void readsTheWorldBank(String file, @Nullable String published, int preamble) throws IOException {
        List<String> lines = lines("world-bank/" + file);
        Pattern figure = Pattern.compile("\"(-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?)\"");
        List<String> figures = lines.stream()
                .skip(preamble + 1)
                .flatMap(line -> figure.matcher(line).results().map(match -> match.group(1)))
                .toList();
        int years = (int) figure.matcher(lines.get(preamble)).results().count();

        ReadRows read = read("world-bank/" + file, new WorldBankCsv());
        assertThat(read.rejections).isEmpty();
        assertThat(read.rows).hasSize((lines.size() - preamble - 1) * years);
        assertFigures(read, figures);
        assertThat(read.dataSets)
                .singleElement()
                .satisfies(dataSet ->
                        assertThat(dataSet.published()).isEqualTo(published == null ? null : Instant.parse(published)));
    }

    @Test
    void readsEurostatsTable() throws IOException {
        String file = "eurostat/rd_e_gerdtot__committed-2018-03-19.tsv";
        List<String> lines = lines(file);
        List<String> cells = lines.stream()
                .skip(1)
                .flatMap(line -> Arrays.stream(line.split("\t")).skip(1))
                .toList();
        List<String> figures = cells.stream()
                .filter(cell -> !cell.startsWith(":"))
                .map(cell -> cell.split(" ")[0])
                .toList();
        long flagged = cells.stream().filter(cell -> cell.matches(".*[a-z].*")).count();

        ReadRows read = read(file, new EurostatTsv());
        assertThat(read.rejections).isEmpty();
        assertThat(read.rows).hasSize(cells.size());
        assertFigures(read, figures);
        assertThat(read.rows.stream().map(row -> row.get("OBS_FLAG")).filter(Objects::nonNull))
                .hasSize((int) flagged);
        assertThat(read.rows.get(0)).containsEntry("geo", "AT").containsEntry("TIME_PERIOD", "2016");
    }

    @ParameterizedTest
    @CsvSource({
        "research-spending-gdp__committed-2023-09-19__manantpu.csv",
        "research-spending-gdp__committed-2024-06-24__yukifuruse1217.csv",
        "yearly-number-of-objects-launched-into-outer-space__committed-2024-10.csv"
    })
    void readsOurWorldInData(String file) throws IOException {
        ReadRows read = read("owid/" + file, new OwidCsv());
        assertThat(read.rejections).isEmpty();
        assertFigures(read, lastCells("owid/" + file));
        assertThat(read.rows).hasSize(lines("owid/" + file).size() - 1);
    }

    @Test
    void readsTheOldPortalOfTheOecd() throws IOException {
        String file = "oecd/DP_LIVE_08052023154811337.csv";
        List<String> lines = lines(file);
        List<String> figures = lines.stream()
                .skip(1)
                .map(line -> line.split(",")[6])
                .filter(cell -> !cell.isEmpty())
                .toList();
        ReadRows read = read(file, new OecdPortal());
        assertThat(read.rejections).isEmpty();
        assertThat(read.rows).hasSize(lines.size() - 1);
        assertFigures(read, figures);
        for (String measure : List.of("MLN_USD", "PC_GDP")) {
            assertThat(read.rows.stream().filter(row -> measure.equals(row.get("MEASURE"))))
                    .hasSize((int) lines.stream()
                            .filter(line -> line.contains('"' + measure + '"'))
                            .count());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LFSA_ARGAN__captured-2026-06.csv, 2026-06-11T21:00:00Z",
        "MIGR_RESFIRST__captured-2026-06-19.csv, 2026-05-22T09:00:00Z"
    })
    void readsEurostatsSdmx(String file, String published) throws IOException {
        List<String> lines = lines("eurostat/sdmx_csv/" + file);
        ReadRows read = read("eurostat/sdmx_csv/" + file, new SdmxCsv());
        assertThat(read.rejections).isEmpty();
        assertFigures(
                read, lines.stream().skip(1).map(line -> line.split(",")[9]).toList());
        assertThat(read.dataSets)
                .singleElement()
                .satisfies(dataSet -> assertThat(dataSet.published()).hasToString(published));
    }

    @Test
    void readsStatementsAsTidyAndPoliciesAsAPlainTable() throws IOException {
        ReadRows statements = read("nbs/nbs_statements.csv", new TidyTable());
        assertThat(statements.rejections).isEmpty();
        assertFigures(
                statements,
                lines("nbs/nbs_statements.csv").stream()
                        .skip(1)
                        .map(line -> line.split(",")[2])
                        .toList());

        assertThatThrownBy(() -> read("policies/policy_events.csv", new TidyTable()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("event_date, jurisdiction, sector");
        ReadRows policies = new ReadRows();
        new PlainTable()
                .read(
                        "policies",
                        Files.newInputStream(originals.resolve("policies/policy_events.csv")),
                        ReadOptions.NONE,
                        policies);
        assertThat(policies.rows).hasSize(lines("policies/policy_events.csv").size() - 1);
        assertThat(policies.rejections).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "example-01.csv, DIM_3, OBS_VALUE, 2",
        "example-02.csv, DIM_3, OBS_VALUE1 OBS_VALUE2, 4",
        "example-02.csv, DIM_3, '', 4",
        "example-03.csv, DIM_3, OBS_VALUE1 OBS_VALUE2, 4",
        "example-04.csv, DIM_3, OBS_VALUE, 2",
        "example-05.csv, DIM_3, OBS_VALUE, 2",
        "example-06.csv, DIM_3, OBS_VALUE, 2",
        "example-07.csv, DIM_3, OBS_VALUE, 2",
        "example-08.csv, DIM_3, OBS_VALUE, 2",
        "example-09A.csv, DIM_3, OBS_VALUE, 3",
        "example-09B.csv, DIM_A2, MEAS_A1B1C1 MEAS_C2, 4",
        "example-10.csv, DIM_3, OBS_VALUE, 2",
        "example-18.csv, DIM_3, '', 2"
    })
    void readsTheSpecificationsExamplesWithColumnsNamed(String file, String period, String values, int rows)
            throws IOException {
        List<String> named = values.isEmpty() ? List.of() : List.of(values.split(" "));
        ReadOptions options = new ReadOptions(null, new ObservationColumns(period, named));
        ReadRows read = ReadRows.of(new SdmxCsv().reader(options), bytes(SPECIFICATION + file));
        assertThat(read.rejections).isEmpty();
        assertThat(read.rows).hasSize(rows);
        Matcher structures = Pattern.compile("AGENCY:|ESTAT:[A-Z_]+\\(1\\.\\d\\.0\\)")
                .matcher(new String(bytes(SPECIFICATION + file), UTF_8));
        assertThat(read.dataSets.stream().map(DataSet::id).distinct()).hasSize((int)
                structures.results().map(match -> match.group()).distinct().count());
        assertThat(read.rows.stream().map(row -> row.get(DataSet.OBS_VALUE)).filter(Objects::nonNull))
                .noneMatch(figure -> figure.contains(","));
    }

    @Test
    void refusesTheSpecificationsExamplesWhereNothingNamesAPeriod() throws IOException {
        try (Stream<Path> files = Files.list(originals.resolve(SPECIFICATION))) {
            for (Path file : files.sorted().toList()) {
                assertThatThrownBy(() -> read(SPECIFICATION + file.getFileName(), new SdmxCsv()))
                        .as(file.toString())
                        .isInstanceOf(UnreadableException.class)
                        .hasMessageContaining("no column TIME_PERIOD; the columns are: STRUCTURE")
                        .hasMessageContaining("A mapping can name those with period and figure");
            }
        }
    }

    private static void assertFigures(ReadRows read, List<String> figures) {
        List<String> found = read.rows.stream()
                .map(row -> row.get(DataSet.OBS_VALUE))
                .filter(Objects::nonNull)
                .toList();
        assertThat(found).hasSameSizeAs(figures);
        assertThat(sum(found)).isEqualByComparingTo(sum(figures)).isNotEqualByComparingTo(BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<String> figures) {
        return figures.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> lastCells(String file) throws IOException {
        return lines(file).stream()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private ReadRows read(String file, RowFormat expected) throws IOException {
        byte[] bytes = bytes(file);
        assertThat(Formats.recognise(Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16)), null))
                .hasSameClassAs(expected);
        return ReadRows.of(expected.reader(ReadOptions.NONE), bytes);
    }

    /** The file's lines without blank ones. */
    private List<String> lines(String file) throws IOException {
        return new String(bytes(file), UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(originals.resolve(file));
    }
}
