package io.sectorwatch.ingest.format.tidy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.Repeating;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedTableTest {
    private static final String TABLE =
            "area,name,year,value\nCIV,Côte d’Ivoire,2020,1\nCHN,中国,2020,2\nFRA,France,2020,3\n";

    @Test
    void readsUtf16AndUtf8WithTheirMarks() throws IOException {
        assertThat(read(TABLE.getBytes(UTF_16), null).listed())
                .isEqualTo(read(("\ufeff" + TABLE).getBytes(UTF_8), null).listed())
                .contains("CIV|Côte d’Ivoire|2020|1", "CHN|中国|2020|2")
                .hasSize(3);
        assertThat(read(("\ufeff" + TABLE).getBytes(UTF_16LE), null).rows).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8", "UTF-16BE"})
    void readsOtherEncodingsWhereTold(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        assertThat(read(TABLE.getBytes(charset), charset).listed())
                .containsExactly("CIV|Côte d’Ivoire|2020|1", "CHN|中国|2020|2", "FRA|France|2020|3");
    }

    @Test
    void readsWindows1252WhereToldAndRejectsItsLinesElsewhere() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        byte[] bytes = TABLE.replace("中国", "China").getBytes(windows);
        assertThat(read(bytes, windows).listed()).contains("CIV|Côte d’Ivoire|2020|1");

        ReadRows read = read(bytes, null);
        assertThat(read.listed()).containsExactly("CHN|China|2020|2", "FRA|France|2020|3");
        assertThat(read.rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(2);
            assertThat(rejection.reason())
                    .contains("bytes that are not UTF-8")
                    .contains("--encoding windows-1252")
                    .contains("save it as UTF-8");
        });
    }

    @Test
    void refusesAHeaderInAnotherEncoding() {
        assertThatThrownBy(() -> read("année,value\n2020,1\n".getBytes(ISO_8859_1), null))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("line 1: the line holds bytes that are not UTF-8");
    }

    @Test
    void saysWhenAMarkIsMissing() {
        assertThatThrownBy(() -> read("area,year,value\nFRA,2020,3\n".getBytes(UTF_16LE), null))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("UTF-16 without a byte order mark");
    }

    @Test
    void rejectsALineWithNuls() throws IOException {
        ReadRows read = read("area,year,value\nA\0B,2020,1\nC,2020,2\n".getBytes(UTF_8), null);
        assertThat(read.listed()).containsExactly("C|2020|2");
        assertThat(read.rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("a NUL character"));
    }

    @Test
    void saysWhereAQuotationMarkIsOpenedAndNeverClosed() {
        assertThatThrownBy(() -> read("area,year,value\nA,2020,1\n\"B,2020,1\nC,2020,2\n".getBytes(UTF_8), null))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("line 3: a quotation mark that is opened here is never closed");
    }

    @Test
    void refusesACellWithoutEndInBoundedMemory() {
        assertThatThrownBy(() -> readEndless("area,year,value\nA,2020,1\n\"", 'x'))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("line 3: a cell is longer than");
    }

    @Test
    void rejectsALineWithCellsWithoutEndInBoundedMemoryAndGoesOn() throws IOException {
        ReadRows read = readEndless("area,year,value\nA,2020,1\n", ',');
        assertThat(read.listed()).containsExactly("A|2020|1", "Z|2020|1");
        assertThat(read.rejections)
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).contains("more than 20000 cells"));
    }

    @Test
    void passesTheFailureOfTheSourceOn() {
        InputStream failing = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new EOFException("the line was cut");
            }
        };
        InputStream in =
                new SequenceInputStream(new ByteArrayInputStream(rows(100_000).getBytes(UTF_8)), failing);
        ReadRows read = new ReadRows();
        assertThatThrownBy(() -> new TidyTable().read("sample", in, ReadOptions.NONE, read))
                .isInstanceOf(EOFException.class)
                .hasMessage("the line was cut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\ufeff"})
    void saysThatAFileIsEmpty(String text) {
        assertThatThrownBy(() -> read(text.getBytes(UTF_8), null))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("the file is empty");
    }

    @Test
    void decodesCharactersAcrossEveryBufferEdge() throws IOException {
        String cell = "é中𝒳".repeat(30_000);
        for (int shift = 0; shift < 9; shift++) {
            String area = "x".repeat(shift) + cell;
            byte[] bytes = ("area,year,value\n" + area + ",2020,1\n").getBytes(UTF_8);
            ReadRows read = read(bytes, null);
            assertThat(read.rows.get(0).get("area")).isEqualTo(area);
        }
    }

    private static String rows(int count) {
        StringBuilder text = new StringBuilder("area,year,value\n");
        for (int i = 0; i < count; i++) {
            text.append("A,2020,").append(i).append('\n');
        }
        return text.toString();
    }

    private static ReadRows readEndless(String before, char letter) throws IOException {
        InputStream in = new Repeating(
                before.getBytes(UTF_8),
                String.valueOf(letter).repeat(1 << 20).getBytes(UTF_8),
                40,
                "\nZ,2020,1\n".getBytes(UTF_8));
        ReadRows read = new ReadRows();
        new TidyTable().read("sample", in, ReadOptions.NONE, read);
        return read;
    }

    private static ReadRows read(byte[] bytes, @Nullable Charset encoding) throws IOException {
        return ReadRows.of(new TidyTable().reader(new ReadOptions(encoding, null)), bytes);
    }
}
