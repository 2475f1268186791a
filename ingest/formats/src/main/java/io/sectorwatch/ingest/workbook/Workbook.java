package io.sectorwatch.ingest.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.Listed;
import io.sectorwatch.ingest.format.xml.XmlInput;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Excel 2007 or later, whose parts are read in memory that does not grow with them. It lies in a temporary file,
 * since what its cells mean stands behind them.
 */
public final class Workbook implements Closeable {
    private static final int MOST_PARTS = 10_000;
    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_FORMS = 65_536;
    private static final int LOOKED_AT = 1 << 16;

    private final Path path;
    private final ZipFile zip;
    private final Limits limits;
    private final long size;
    private final List<Sheet> sheets = new ArrayList<>();
    private final SharedTexts texts = new SharedTexts();
    private CellForm[] forms = {};
    private boolean from1904;
    private long unpacked;

    /** How much may come out of it. */
    @FunctionalInterface
    public interface Limits {
        /** Throws UnreadableException where so many bytes of so many packed ones are too many. */
        void check(long unpacked, long packed) throws UnreadableException;
    }

    /** A sheet of cells. */
    private record Sheet(String name, String part, boolean hidden) {}

    /**
     * Takes all of the stream, and leaves it open.
     *
     * @throws UnreadableException if it is damaged, of another kind, or beyond the limits
     */
    public static Workbook open(InputStream in, Limits limits) throws IOException {
        Path path = Files.createTempFile(TemporaryDirectory.standard(), "sectorwatch-", ".tmp");
        try {
            Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
            return new Workbook(path, limits);
        } catch (ZipException e) {
            Files.deleteIfExists(path);
            throw new UnreadableException(
                    "the workbook is damaged or cut off (" + e.getMessage() + "): load it again", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private Workbook(Path path, Limits limits) throws IOException {
        this.path = path;
        this.limits = limits;
        this.size = Files.size(path);
        this.zip = zip(path);
        try {
            if (zip.size() > MOST_PARTS) {
                throw new UnreadableException("the workbook has more than " + MOST_PARTS + " parts");
            }
            index();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static ZipFile zip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (IllegalArgumentException e) {
            throw new ZipException(e.getMessage());
        } catch (EOFException e) {
            throw new ZipException("it ends before its end record does");
        }
    }

    /**
     * The name of the sheet that is meant.
     *
     * @throws UnreadableException naming those there are, where it is not there, or several have figures
     */
    public String chosen(SheetChoice choice) throws IOException {
        @Nullable String wanted = choice.sheet();
        if (wanted != null) {
            for (Sheet sheet : sheets) {
                if (sheet.name().strip().equalsIgnoreCase(wanted.strip())) {
                    return sheet.name();
                }
            }
            throw new UnreadableException("the workbook has no sheet '" + Excerpt.of(wanted) + "'; its sheets are: "
                    + Listed.of(sheets.stream().map(Sheet::name).toList()));
        }
        List<String> found = new ArrayList<>();
        for (Sheet sheet : sheets) {
            if (!sheet.hidden() && hasFigures(sheet)) {
                found.add(sheet.name());
            }
        }
        if (found.isEmpty()) {
            throw new UnreadableException("no sheet of the workbook has a table of figures; its sheets are: "
                    + Listed.of(sheets.stream().map(Sheet::name).toList()));
        }
        if (found.size() > 1) {
            throw new UnreadableException("several sheets of the workbook have figures: " + Listed.of(found)
                    + "; say which is meant, as FILE#" + found.get(0) + ", or in the mapping as sheet: "
                    + found.get(0));
        }
        return found.get(0);
    }

    /** The text of a sheet, with tabulators between its cells and this before a fraction. */
    public InputStream text(String name, char point) throws IOException {
        for (Sheet sheet : sheets) {
            if (sheet.name().equals(name)) {
                MergedCells merged;
                try (InputStream in = part(sheet.part())) {
                    merged = MergedCells.in(in);
                }
                return text(sheet, merged, point);
            }
        }
        throw new IllegalArgumentException("no sheet " + name);
    }

    private InputStream text(Sheet sheet, MergedCells merged, char point) throws IOException {
        return new SheetText(
                part(sheet.part()), new SheetText.Look(texts, forms, from1904, point), merged, this::count);
    }

    @Override
    public void close() throws IOException {
        try (texts;
                zip) {
            Files.deleteIfExists(path);
        }
    }

    /** Whether its beginning has a line with two cells or more, and a number in one. */
    private boolean hasFigures(Sheet sheet) throws IOException {
        try (InputStream in = text(sheet, MergedCells.in(InputStream.nullInputStream()), '.')) {
            String start = new String(in.readNBytes(LOOKED_AT), UTF_8);
            return start.lines().anyMatch(Workbook::isOfFigures);
        }
    }

    private static boolean isOfFigures(String line) {
        int cells = 0;
        boolean number = false;
        for (String cell : line.split("\t")) {
            cells += cell.isEmpty() ? 0 : 1;
            number |= !cell.isEmpty()
                    && Character.isDigit(cell.charAt(cell.length() - 1))
                    && (Character.isDigit(cell.charAt(0)) || cell.charAt(0) == '-');
        }
        return cells > 1 && number;
    }

    private void index() throws IOException {
        String main = "xl/workbook.xml";
        for (Map.Entry<String, String> relation :
                relations("_rels/.rels", "", "officeDocument").entrySet()) {
            main = relation.getValue();
        }
        if (main.endsWith(".bin")) {
            throw new UnreadableException("this is a binary workbook (.xlsb): save it as .xlsx or CSV");
        }
        if (zip.getEntry(main) == null) {
            throw new UnreadableException("this is a document of an office program and no workbook");
        }
        int folder = main.lastIndexOf('/') + 1;
        String relationsOfMain = main.substring(0, folder) + "_rels/" + main.substring(folder) + ".rels";
        Map<String, String> targets = relations(relationsOfMain, main.substring(0, folder), "worksheet");
        sheets(main, targets);
        for (String part : relations(relationsOfMain, main.substring(0, folder), "sharedStrings")
                .values()) {
            try (InputStream in = part(part)) {
                texts.read(in);
            }
        }
        for (String part :
                relations(relationsOfMain, main.substring(0, folder), "styles").values()) {
            styles(part);
        }
    }

    private void sheets(String main, Map<String, String> targets) throws IOException {
        try (InputStream in = part(main)) {
            XmlInput xml = new XmlInput(in);
            while (xml.nextTag()) {
                if (!xml.isStart()) {
                    continue;
                }
                if (xml.name().equals("workbookPr")) {
                    String dates = String.valueOf(xml.attribute("date1904"));
                    from1904 = dates.equals("1") || dates.equals("true");
                } else if (xml.name().equals("sheet") && xml.attribute("name") != null) {
                    @Nullable String target = targets.get(String.valueOf(xml.attribute("id")));
                    String state = String.valueOf(xml.attribute("state"));
                    if (target != null && sheets.size() < MOST_SHEETS) {
                        sheets.add(new Sheet(String.valueOf(xml.attribute("name")), target, state.endsWith("idden")));
                    }
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new UnreadableException("this is no workbook with a sheet of cells");
        }
    }

    private void styles(String part) throws IOException {
        Map<String, CellForm> own = new HashMap<>();
        List<CellForm> found = new ArrayList<>();
        try (InputStream in = part(part)) {
            XmlInput xml = new XmlInput(in);
            boolean inCells = false;
            while (xml.nextTag()) {
                if (xml.name().equals("cellXfs")) {
                    inCells = xml.isStart();
                } else if (xml.isStart() && xml.name().equals("numFmt") && own.size() < MOST_FORMS) {
                    own.put(
                            String.valueOf(xml.attribute("numFmtId")),
                            CellForm.of(String.valueOf(xml.attribute("formatCode"))));
                } else if (xml.isStart() && inCells && xml.name().equals("xf") && found.size() < MOST_FORMS) {
                    found.add(form(String.valueOf(xml.attribute("numFmtId")), own));
                }
            }
        }
        forms = found.toArray(new CellForm[0]);
    }

    private static CellForm form(String id, Map<String, CellForm> own) {
        @Nullable CellForm form = own.get(id);
        if (form != null) {
            return form;
        }
        int number = CellAddress.number(id);
        form = CellForm.builtIn(number);
        // Those between are dates of East Asia.
        boolean isDate = number >= 27 && number <= 36 || number >= 50 && number <= 58;
        return form != null ? form : isDate ? new CellForm(CellForm.Kind.DAY, 0) : CellForm.NUMBER;
    }

    /** The parts that one is related with in this way, by the names of the relations. */
    private Map<String, String> relations(String part, String folder, String kind) throws IOException {
        Map<String, String> targets = new HashMap<>();
        if (zip.getEntry(part) == null) {
            return targets;
        }
        try (InputStream in = part(part)) {
            XmlInput xml = new XmlInput(in);
            while (xml.nextTag()) {
                if (xml.isStart()
                        && xml.name().equals("Relationship")
                        && String.valueOf(xml.attribute("Type")).endsWith("/" + kind)
                        && targets.size() < MOST_PARTS) {
                    String target = String.valueOf(xml.attribute("Target"));
                    targets.put(
                            String.valueOf(xml.attribute("Id")),
                            target.startsWith("/") ? target.substring(1) : resolved(folder + target));
                }
            }
        }
        return targets;
    }

    private static String resolved(String path) {
        String resolved = path;
        for (String before = ""; !before.equals(resolved); ) {
            before = resolved;
            resolved = before.replaceFirst("(?:^|(?<=/))[^/.]+/\\.\\./", "").replaceFirst("(?:^|(?<=/))\\./", "");
        }
        return resolved;
    }

    private InputStream part(String name) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new UnreadableException("the workbook lacks its part '" + Excerpt.of(name) + "': load it again");
        }
        return new FilterInputStream(zip.getInputStream(entry)) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    int read = in.read(into, from, length);
                    count(Math.max(read, 0));
                    return read;
                } catch (ZipException | EOFException e) {
                    throw new UnreadableException("the workbook is damaged (" + e.getMessage() + "): load it again", e);
                }
            }
        };
    }

    private void count(int bytes) throws UnreadableException {
        unpacked += bytes;
        limits.check(unpacked, size);
    }
}
