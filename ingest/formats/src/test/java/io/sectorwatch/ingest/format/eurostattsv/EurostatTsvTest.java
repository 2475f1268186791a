package io.sectorwatch.ingest.format.eurostattsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EurostatTsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"time", "TIME_PERIOD"})
    void readsDimensionsPeriodsFiguresAndFlags(String time) throws IOException {
        ReadRows read =
                read("unit,geo\\" + time + "\t2018Q2 \t2018M01 \n" + "PC,EL\t2.79 dp\t: \n" + "PC,UK\t: c\t3 \n");
        assertThat(read.dataSets.get(0).components())
                .containsExactly("unit", "geo", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG");
        assertThat(read.listed())
                .containsExactly("PC|EL|2018Q2|2.79|dp", "PC|EL|2018M01||", "PC|UK|2018Q2||c", "PC|UK|2018M01|3|");
        assertThat(read.lines).containsExactly(2L, 2L, 3L, 3L);
    }

    @Test
    void readsTablesTurnedAround() throws IOException {
        ReadRows read = read("unit,time\\geo\tDE\tFR\nPC,2020\t3.1\t2.2 p\n");
        assertThat(read.dataSets.get(0).components())
                .containsExactly("unit", "TIME_PERIOD", "geo", "OBS_VALUE", "OBS_FLAG");
        assertThat(read.listed()).containsExactly("PC|2020|DE|3.1|", "PC|2020|FR|2.2|p");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.79 dp | 2.79 | dp
            2.79dp  | 2.79 | dp
            -0.5 e  | -0.5 | e
            12e     | 12   | e
            1.2e-5  | 1.2e-5 |
            :       |      |
            : z     |      | z
            :c      |      | c
            n.a.    | n.a. |
            """)
    void partsFiguresFromFlags(String cell, String figure, String flags) throws IOException {
        ReadRows read = read("geo\\time\t2020\nDE\t" + cell + "\n");
        assertThat(read.rows.get(0)).containsEntry("OBS_VALUE", figure).containsEntry("OBS_FLAG", flags);
    }

    @Test
    void rejectsLinesThatDoNotFitTheirHeader() throws IOException {
        ReadRows read = read("unit,geo\\time\t2021\t2020\nPC\t1\t2\nPC,DE,X\t1\t2\nPC,DE\t1\nPC,DE\t1\t2\n");
        assertThat(read.listed()).containsExactly("PC|DE|2021|1|", "PC|DE|2020|2|");
        assertThat(read.rejections).extracting(Rejection::line).containsExactly(2L, 3L, 4L);
        assertThat(read.rejections.get(0).reason()).contains("codes of 2 dimensions");
        assertThat(read.rejections.get(2).reason()).contains("the line has 2 cells and the header 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            geo       | names its dimensions
            geo\\unit | time among them
            geo,geo\\time | different dimensions
            geo,\\time | different dimensions
            """)
    void refusesAHeadingThatIsNone(String heading, String words) {
        assertThatThrownBy(() -> read(heading.replace("\\\\", "\\") + "\t2020\nDE\t1\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void refusesAPeriodThatHasTwoColumns() {
        assertThatThrownBy(() -> read("geo\\time\t2020\t2020\nDE\t1\t2\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("'2020' is the heading of more than one column");
    }

    private static ReadRows read(String text) throws IOException {
        return ReadRows.of(new EurostatTsv(), text);
    }
}
