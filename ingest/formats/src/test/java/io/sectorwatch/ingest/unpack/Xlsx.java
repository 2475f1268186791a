package io.sectorwatch.ingest.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written in a test, part by part. */
public final class Xlsx {
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> hidden = new LinkedHashMap<>();
    private final StringBuilder formats = new StringBuilder();
    private final StringBuilder cellForms = new StringBuilder("<xf numFmtId=\"0\"/>");
    private final StringBuilder texts = new StringBuilder();
    private String properties = "<workbookPr/>";
    private int custom = 164;

    /** A sheet with these rows in the words of the format. */
    public Xlsx sheet(String name, String rows) {
        return part(name, rows, "");
    }

    public Xlsx hidden(String name, String rows) {
        hidden.put(name, " state=\"hidden\"");
        return sheet(name, rows);
    }

    /** The same with what stands behind the rows. */
    public Xlsx part(String name, String rows, String behind) {
        sheets.put(name, "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>");
        return this;
    }

    /** The next style, from 1 on, shows numbers so. */
    public Xlsx style(String code) {
        formats.append("<numFmt numFmtId=\"" + custom + "\" formatCode=\"" + code.replace("\"", "&quot;") + "\"/>");
        cellForms.append("<xf numFmtId=\"" + custom++ + "\"/>");
        return this;
    }

    /** The next style shows numbers as this format does that every workbook knows. */
    public Xlsx style(int builtIn) {
        cellForms.append("<xf numFmtId=\"" + builtIn + "\"/>");
        return this;
    }

    /** The next text that cells share, from 0 on. */
    public Xlsx text(String item) {
        texts.append("<si>" + item + "</si>");
        return this;
    }

    public Xlsx from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public byte[] bytes() {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder listed = new StringBuilder();
        StringBuilder related = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            listed.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\""
                    + hidden.getOrDefault(sheet.getKey(), "") + "/>");
            related.append(relation("r" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
            parts.put("xl/worksheets/sheet" + number + ".xml", sheet.getValue());
        }
        related.append(relation("t", "sharedStrings", "sharedStrings.xml"));
        related.append(relation("s", "styles", "/xl/styles.xml"));
        parts.put("xl/sharedStrings.xml", "<sst>" + texts + "</sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts>" + formats
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>" + cellForms
                        + "</cellXfs></styleSheet>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\">" + properties + "<sheets>" + listed + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + related + "</Relationships>");
        parts.put(
                "_rels/.rels",
                "<Relationships>" + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        return packed(parts);
    }

    /** Parts of any name and content, behind the one that every workbook begins with. */
    public static byte[] packed(Map<String, String> parts) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(UTF_8));
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + kind + "\" Target=\"" + target + "\"/>";
    }
}
