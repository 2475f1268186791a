package io.sectorwatch.ingest.describe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.mapping.MappingFile;
import io.sectorwatch.ingest.mapping.Moment;
import io.sectorwatch.ingest.unpack.Xlsx;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of somebody's spreadsheet, and what becomes of it with the mapping that is proposed. */
class SpreadsheetsTest {
    private static final Moment MOMENT = new Moment(null, Instant.parse("2024-06-25T00:00:00Z"));
    private static final byte[] BOOK = new Xlsx()
            .style("0.0%")
            .style("yyyy")
            .sheet("Read me", "<row><c t=\"str\"><v>Exports</v></c><c t=\"str\"><v>by the office</v></c></row>")
            .part(
                    "Table 1",
                    "<row r=\"1\"><c t=\"str\"><v>Share of exports</v></c></row>"
                            + "<row r=\"3\"><c t=\"str\"><v>country</v></c><c s=\"2\"><v>43831</v></c><c s=\"2\"><v>44197</v></c></row>"
                            + "<row r=\"4\"><c t=\"str\"><v>PER</v></c><c s=\"1\"><v>0.125</v></c><c s=\"1\"><v>0.25</v></c></row>"
                            + "<row r=\"5\"><c t=\"str\"><v>CHL</v></c><c t=\"e\"><v>#DIV/0!</v></c><c t=\"e\"><v>#N/A</v></c></row>",
                    "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>")
            .bytes();

    @Test
    void proposesColumnsAndSheet() throws IOException {
        assertThat(described("exports.xlsx", BOOK, null))
                .contains(
                        "exports.xlsx#Table 1\n",
                        "2020 to 2021, A",
                        "sheet: \"Table 1\"\n",
                        "period: {columns: years}\n")
                .contains("1 series, 2 observations")
                .doesNotContain("Share of exports");
    }

    @Test
    void namesTheSheetTheRowAndTheCellOfAnError() throws IOException {
        String mapping = """
                dataset: e
                area: {from: country}
                indicator: e
                source: s
                sheet: table 1
                period: {columns: years}
                """;
        assertThat(described("exports.xlsx", BOOK, mapping)).contains("line 5: '#DIV/0!' in cell B5");
    }

    @Test
    void proposesTheMarksThatTheFiguresShow() throws IOException {
        String table = "country;2020;2021\nPER;1,234,567;12,345\nCHL;7;8\n";
        assertThat(described("exports.csv", table.getBytes(UTF_8), null)).contains("value: {thousands: comma}");
    }

    @Test
    void triesAProposalWithTheMarksThatItProposes() throws IOException {
        String table = "Land;2022;2023\nFrankreich;12,5;13,1\nDeutschland;1.012,5;1.100,0\n";
        assertThat(described("shares.csv", table.getBytes(UTF_8), null))
                .contains("value: {thousands: point}", "With mapping shares: 2 series, 4 observations.")
                .doesNotContain("rejected")
                .doesNotContain("DOUBTFUL");
    }

    private static String described(String name, byte[] bytes, @Nullable String mapping) throws IOException {
        try {
            SourceReader.Options options = new SourceReader.Options(
                    null,
                    null,
                    mapping == null
                            ? null
                            : MappingFile.read("m.yaml", new ByteArrayInputStream(mapping.getBytes(UTF_8))),
                    null);
            return new Describer(options::formatOf, options.reading(), options.mapping(), MOMENT)
                    .describe(name, () -> new ByteArrayInputStream(bytes));
        } catch (UnusableFileException e) {
            throw new AssertionError(e);
        }
    }
}
