package io.sectorwatch.ingest.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.Quotes;
import io.sectorwatch.ingest.format.xml.XmlInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The text of a sheet, made as it is read: a line for each row, whose number it has, and tabulators between the cells. Not
 * thread-safe.
 */
final class SheetText extends InputStream {
    /** What a formula gives that nobody has calculated. */
    private static final String NOT_CALCULATED = "#NOT_CALCULATED!";

    private static final char SEPARATOR = '\t';
    private static final int ENOUGH = 1 << 16;

    private final XmlInput xml;
    private final Look look;
    private final MergedCells merged;
    private final Emitted emitted;
    private final StringBuilder text = new StringBuilder();
    private final @Nullable String[] cells = new String[CellAddress.MOST_COLUMNS];
    private final boolean[] numbers = new boolean[CellAddress.MOST_COLUMNS];
    private byte[] bytes = new byte[0];
    private int at;
    private int row;
    private int widest;
    private boolean ended;

    /** What cells of the workbook say by number. */
    record Look(SharedTexts texts, CellForm[] forms, boolean from1904, char point) {}

    /** Is told how many bytes were made, and ends it where they are too many. */
    @FunctionalInterface
    interface Emitted {
        void bytes(int count) throws UnreadableException;
    }

    SheetText(InputStream sheet, Look look, MergedCells merged, Emitted emitted) throws IOException {
        this.xml = new XmlInput(sheet);
        this.look = look;
        this.merged = merged;
        this.emitted = emitted;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, from, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length && !ended) {
            text.setLength(0);
            while (text.length() < ENOUGH && !ended) {
                ended = !nextRow();
            }
            bytes = text.toString().getBytes(UTF_8);
            at = 0;
            emitted.bytes(bytes.length);
        }
        return at < bytes.length;
    }

    private boolean nextRow() throws IOException {
        while (xml.nextTag()) {
            if (xml.isStart() && xml.name().equals("row")) {
                row();
                return true;
            }
            if (!xml.isStart() && xml.name().equals("sheetData")) {
                return false;
            }
        }
        return false;
    }

    private void row() throws IOException {
        @Nullable String said = xml.attribute("r");
        int number = said == null ? row + 1 : CellAddress.number(said);
        if (number <= row || number > CellAddress.MOST_ROWS) {
            throw xml.unreadable("row '" + said + "' comes after row " + row);
        }
        while (row < number - 1) {
            row++;
            text.append('\n');
        }
        row = number;
        int outside = xml.depth() - 1;
        int column = -1;
        int width = 0;
        while (xml.depth() > outside && xml.nextTag()) {
            if (xml.isStart() && xml.name().equals("c")) {
                @Nullable String address = xml.attribute("r");
                column = address == null ? column + 1 : CellAddress.column(address);
                if (column < 0 || column >= CellAddress.MOST_COLUMNS) {
                    throw xml.unreadable("row " + number + " has a cell '" + address + "', and no sheet has such");
                }
                cell(column);
                width = cells[column] == null ? width : Math.max(width, column + 1);
            }
        }
        merged.fill(row, cells, numbers);
        write(Math.max(width, merged.width(row)));
    }

    private void write(int width) {
        // Rows are as wide as the header above them, whatever cells at their ends nobody has filled.
        widest = Math.max(widest, width);
        for (int i = 0; width > 0 && i < widest; i++) {
            if (i > 0) {
                text.append(SEPARATOR);
            }
            @Nullable String cell = cells[i];
            if (cell != null) {
                text.append(cell);
            }
        }
        text.append('\n');
        Arrays.fill(cells, 0, width, null);
    }

    private void cell(int column) throws IOException {
        String type = Objects.requireNonNullElse(xml.attribute("t"), "n");
        @Nullable String style = xml.attribute("s");
        int outside = xml.depth() - 1;
        @Nullable String stored = null;
        boolean isFormula = false;
        while (xml.depth() > outside && xml.nextTag()) {
            if (!xml.isStart()) {
                continue;
            }
            switch (xml.name()) {
                case "v" -> stored = xml.textAsItStands(CellText.LONGEST);
                case "is" -> stored = CellText.of(xml);
                case "f" -> {
                    isFormula = true;
                    xml.skip();
                }
                default -> xml.skip();
            }
        }
        numbers[column] = false;
        if (stored == null || stored.isEmpty()) {
            cells[column] = isFormula && !type.equals("str") ? NOT_CALCULATED : null;
            return;
        }
        cells[column] = switch (type) {
            case "s" -> written(look.texts().get(sharedNumber(stored)));
            case "str" -> written(CellText.unescaped(stored));
            case "inlineStr", "d" -> written(stored);
            case "b" -> stored.equals("0") ? "FALSE" : "TRUE";
            case "e" -> written(stored);
            default -> number(column, stored, style);
        };
    }

    private String number(int column, String stored, @Nullable String style) {
        numbers[column] = true;
        int form = style == null ? 0 : CellAddress.number(style);
        CellForm shown = form < look.forms().length ? look.forms()[form] : CellForm.NUMBER;
        String number = shown.shown(stored, look.from1904(), look.point());
        return look.point() == ',' && number.indexOf(',') >= 0 ? Quotes.marked(number) : number;
    }

    private static int sharedNumber(String stored) {
        try {
            return Integer.parseInt(stored.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** A text without line breaks, so that lines are rows, and in quotes where it has anything that may separate cells. */
    private static @Nullable String written(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean special = false;
        boolean control = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            control |= c < ' ';
            special |= c == ',' || c == ';' || c == '|' || c == '"';
        }
        String line = control ? text.replaceAll("\\p{Cntrl}+", " ") : text;
        if (line.isBlank()) {
            return null;
        }
        return special ? Quotes.marked(line) : line;
    }
}
