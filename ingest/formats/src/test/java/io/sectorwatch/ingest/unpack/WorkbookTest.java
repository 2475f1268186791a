package io.sectorwatch.ingest.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Mutations;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import io.sectorwatch.ingest.workbook.SheetChoice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks of Excel, as the text that readers of tables get. */
class WorkbookTest {
    private static final int DAMAGED = Integer.getInteger("sectorwatch.fuzz", 1_000);
    private static final String HEADER =
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>area</t></is></c><c r=\"B1\" t=\"str\"><v>year</v></c>"
                    + "<c r=\"C1\" t=\"inlineStr\"><is><t>value</t></is></c></row>";
    private static final String ROW =
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><v>2020</v></c><c r=\"C2\"><v>1.5</v></c></row>";

    private final List<String> names = new ArrayList<>();

    @Test
    void readsTheOnlySheetWithFigures() throws IOException {
        byte[] bytes = new Xlsx()
                .text("<r><t xml:space=\"preserve\">Per</t></r><r><t>u</t></r><rPh><t>x</t></rPh>")
                .sheet("Notes", "<row><c t=\"inlineStr\"><is><t>About</t></is></c></row>")
                .hidden("Old", HEADER + ROW)
                .sheet("Data", HEADER + ROW)
                .bytes();

        assertThat(text(bytes)).isEqualTo("area\tyear\tvalue\nPeru\t2020\t1.5\n");
        assertThat(names).containsExactly("book.xlsx#Data");
        ReadRows read = new ReadRows();
        Unpacking.read("book.xlsx", new ByteArrayInputStream(bytes), UnpackLimits.USUAL, new Taker() {
            @Override
            public void content(Content content) throws IOException {
                new TidyTable().read(content.name(), content.stream(), ReadOptions.NONE, read);
            }
        });
        assertThat(read.listed()).containsExactly("Peru|2020|1.5");
        assertThat(read.lines).containsExactly(2L);
    }

    @Test
    void asksWhichSheetIsMeantWhereSeveralHaveFigures() throws IOException {
        byte[] bytes = new Xlsx()
                .text("<t>Peru</t>")
                .sheet("Table 1", HEADER + ROW)
                .hidden("Table 2", HEADER + ROW.replace("2020", "2021"))
                .sheet("Table 3", HEADER + ROW.replace("2020", "2022"))
                .bytes();

        assertThatThrownBy(() -> text(bytes))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("several sheets of the workbook have figures: Table 1, Table 3")
                .hasMessageContaining("FILE#Table 1");
        assertThat(text("book.xlsx#table 3", bytes)).contains("2022");
        assertThat(text("book.xlsx#Table 2", bytes)).contains("2021");
        assertThatThrownBy(() -> text("book.xlsx#Table 4", bytes))
                .hasMessageContaining("no sheet 'Table 4'; its sheets are: Table 1, Table 2, Table 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            0%          | 0.123               | 12.3%
            0.00%       | 0.0266              | 2.66%
            #,##0       | 12345.678           | 12345.6780
            #,##0,      | 12345678            | 12345.6780
            0.0,,"M"    | 12500000            | 12.5
            General     | 0.30000000000000004 | 0.3
            0.00        | 1.2345E-5           | 0.000012345
            [Red]-0.0   | -5                  | -5
            yyyy        | 43831               | 2020
            mmm-yy      | 43862               | 2020-02
            [$-409]mmm\\ yyyy | 43862         | 2020-02
            dd/mm/yyyy  | 43862               | 2020-02-01
            yyyy-mm-dd  | 59                  | 1900-02-28
            yyyy-mm-dd  | 61                  | 1900-03-01
            yyyy-mm-dd hh:mm | 43862.5        | 2020-02-01T12:00
            [h]:mm      | 1.5                 | 1.5
            """)
    void showsNumbersAsTheirFormatsDo(String format, String stored, String shown) throws IOException {
        assertThat(cell(new Xlsx().style(format), stored)).isEqualTo(shown);
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() throws IOException {
        assertThat(cell(new Xlsx().style(14).from1904(), "42400")).isEqualTo("2020-02-01");
        assertThat(cell(new Xlsx().style(14), "43862")).isEqualTo("2020-02-01");
        assertThat(cell(new Xlsx().style(10), "0.5")).isEqualTo("50%");
    }

    @Test
    void writesFractionsAsTheMappingSaysTheyAreWritten() throws IOException {
        byte[] bytes = new Xlsx()
                .text("<t>Peru</t>")
                .sheet("Data", HEADER + ROW.replace("1.5", "1.234"))
                .bytes();
        assertThat(text("book.xlsx", bytes, new SheetChoice(null, ','))).endsWith("Peru\t2020\t\"1,2340\"\n");
    }

    @Test
    void readsErrorsFormulasTruthsAndNumbersThatAreTexts() throws IOException {
        String cells =
                "<c t=\"e\"><v>#DIV/0!</v></c><c><f>A1/2</f><v>2.5</v></c><c><f>A1/2</f></c><c t=\"b\"><v>1</v></c>"
                        + "<c t=\"str\"><f>T(1)</f><v>1,5; a\"b</v></c><c t=\"inlineStr\"><is><t>two&#10;lines</t></is></c>"
                        + "<c t=\"s\"><v>7</v></c><c><v>1</v></c>";
        assertThat(text(new Xlsx().sheet("A", "<row>" + cells + "</row>").bytes()))
                .isEqualTo("#DIV/0!\t2.5\t#NOT_CALCULATED!\tTRUE\t\"1,5; a\"\"b\"\ttwo lines\t\t1\n");
    }

    @Test
    void keepsTheNumbersOfRowsAndTheirWidth() throws IOException {
        String rows = "<row r=\"3\"><c r=\"B3\"><v>2020</v></c><c r=\"D3\"><v>2021</v></c></row>"
                + "<row r=\"5\"><c r=\"B5\"><v>1</v></c></row><row r=\"6\"/>";
        assertThat(text(new Xlsx().sheet("A", rows).bytes())).isEqualTo("\n\n\t2020\t\t2021\n\n\t1\t\t\n\n");
    }

    @Test
    void fillsMergedTextsAndYearsButNoMergedFigures() throws IOException {
        String rows = "<row r=\"1\"><c r=\"B1\"><v>2020</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Peru</t></is></c><c r=\"B2\"><v>1.5</v></c></row>"
                + "<row r=\"3\"><c r=\"C3\"><v>2.5</v></c></row>";
        String merged =
                "<mergeCells><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/></mergeCells>";
        assertThat(text(new Xlsx().part("A", rows, merged).bytes()))
                .isEqualTo("\t2020\t2020\nPeru\t1.5\t\nPeru\t\t2.5\n");
    }

    @Test
    void readsAWorkbookInAnArchiveAndGoesOnBehindOneItCannot() throws IOException {
        byte[] book = new Xlsx().text("<t>Peru</t>").sheet("Data", HEADER + ROW).bytes();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> member : Map.of(
                            "bad.xlsx", new Xlsx().bytes(), "a/good.xlsx", book, "plain.csv", "a,b".getBytes(UTF_8))
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        List<String> refused = new ArrayList<>();
        Unpacking.read("all.zip", new ByteArrayInputStream(packed.toByteArray()), UnpackLimits.USUAL, new Taker() {
            @Override
            public void refused(String name, UnreadableException reason) {
                refused.add(name);
            }
        });
        assertThat(refused).containsExactly("all.zip/bad.xlsx");
        assertThat(names).containsExactlyInAnyOrder("all.zip/a/good.xlsx#Data", "all.zip/plain.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"5\"/><row r=\"4\"/>",
                "<row r=\"1048577\"/>",
                "<row><c r=\"XFE1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>"
            })
    void refusesRowsAndCellsThatNoSheetHas(String rows) {
        assertThatThrownBy(() -> text("book.xlsx#A", new Xlsx().sheet("A", rows).bytes()))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void refusesWhatGrowsWithoutEnd() {
        String wide = "<row><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>";
        assertThatThrownBy(() -> text(
                        "book.xlsx#A",
                        new Xlsx()
                                .sheet(
                                        "A",
                                        wide.replaceAll(" r=\"[A-Z]+1\"", "")
                                                + wide
                                                + "<row><c><v>1</v></c></row>".repeat(200_000))
                                .bytes()))
                .hasMessageContaining("as only a zip bomb does");
        String merged = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(10_000);
        assertThatThrownBy(() -> text(
                        "book.xlsx#A",
                        new Xlsx()
                                .part(
                                        "A",
                                        "<row><c t=\"str\"><v>x</v></c></row>",
                                        "<mergeCells>" + merged + "</mergeCells>")
                                .bytes()))
                .isInstanceOf(UnreadableException.class);
        String entity = "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\">]><sst><si><t>&a;</t></si></sst>";
        assertThatThrownBy(() -> text(Xlsx.packed(Map.of("xl/workbook.xml", entity))))
                .hasMessageContaining("DOCTYPE");
        assertThatThrownBy(() -> text(new Xlsx()
                        .sheet("A", "")
                        .text("<t>" + "x".repeat(40_000) + "</t>")
                        .bytes()))
                .hasMessageContaining("longer than 32767");
    }

    @Test
    void saysWhatOtherDocumentsAre() {
        assertThatThrownBy(() -> text(Xlsx.packed(Map.of("word/document.xml", "<document/>"))))
                .hasMessageContaining("no workbook");
        assertThatThrownBy(() -> text(Xlsx.packed(Map.of(
                        "_rels/.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/>"
                                + "</Relationships>"))))
                .hasMessageContaining(".xlsb");
    }

    @Test
    void saysThatTheEndOfOneIsDamaged() {
        byte[] bytes = new Xlsx().sheet("A", HEADER).bytes();
        // The length of the comment that may end an archive.
        bytes[bytes.length - 1] = 4;

        assertThatThrownBy(() -> text("book.xlsx", bytes))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("damaged or cut off (it ends before its end record does): load it again");
    }

    @Test
    void answersDamageWithDeclaredErrorsAlone() {
        Xlsx sound = new Xlsx()
                .style("0%")
                .text("<t>Peru</t>")
                .part("Data", HEADER + ROW.repeat(1), "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>");
        byte[] bytes = sound.bytes();
        Mutations damagedFiles = new Mutations(16, List.of(bytes));
        Mutations damagedParts = new Mutations(
                17, List.of(("<worksheet><sheetData>" + HEADER + ROW + "</sheetData></worksheet>").getBytes(UTF_8)));
        Random random = new Random(18);
        for (int i = 0; i < DAMAGED; i++) {
            byte[] input =
                    random.nextBoolean() ? damagedFiles.next() : withSheet(new String(damagedParts.next(), UTF_8));
            try {
                text("book.xlsx#Data", input);
            } catch (UnreadableException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("input " + i + ": " + HexFormat.of().formatHex(input), e);
            }
        }
    }

    private static byte[] withSheet(String part) {
        return Xlsx.packed(Map.of(
                "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Data\" r:id=\"a\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>",
                "xl/s.xml", part));
    }

    private String cell(Xlsx book, String stored) throws IOException {
        byte[] bytes = book.sheet("A", "<row><c s=\"1\"><v>" + stored + "</v></c><c><v>1</v></c></row>")
                .bytes();
        return text("book.xlsx#A", bytes).split("\t")[0];
    }

    private String text(byte[] bytes) throws IOException {
        return text("book.xlsx", bytes);
    }

    private String text(String name, byte[] bytes) throws IOException {
        return text(name, bytes, SheetChoice.ONLY);
    }

    private String text(String name, byte[] bytes, SheetChoice choice) throws IOException {
        StringBuilder text = new StringBuilder();
        Unpacking.read(name, new ByteArrayInputStream(bytes), UnpackLimits.USUAL, choice, new Taker() {
            @Override
            public void content(Content content) throws IOException {
                super.content(content);
                text.append(new String(content.stream().readAllBytes(), UTF_8));
            }
        });
        return text.toString();
    }

    private class Taker implements Contents {
        @Override
        public void content(Content content) throws IOException {
            names.add(content.name());
        }

        @Override
        public void skipped(String name, String reason) {}
    }
}
