package io.sectorwatch.ingest.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.Mutations;
import io.sectorwatch.ingest.Rejection;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Gives every reader damaged input: {@code -Dsectorwatch.fuzz=100000} says how much of it. It may end in declared errors,
 * and neither in others nor in more rows than the input has bytes.
 */
class TableFuzzTest {
    private static final int INPUTS = Integer.getInteger("sectorwatch.fuzz", 1_000);
    private static final ReadOptions NAMED =
            new ReadOptions(null, new ObservationColumns("TIME_PERIOD", List.of("OBS_VALUE")));

    private static final String SDMX_1 = """
            DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG
            OFFICE:RD(1.0),15/07/24 11:00:00,A,DE,2022,3.1,p
            OFFICE:RD(1.0),15/01/25 23:00:00,A,DE,2023,NaN,"b;c"
            """;
    private static final String SDMX_2 = """
            STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;AREA: Land;TIME_PERIOD: Zeit;OBS_VALUE: Wert;KIND[]: Art;T[de|en]
            dataflow;OFFICE:RD(2.0): Forschung;I;FRA;FRA: Frankreich;2022: 2022;2,25;X: Ix|Y: Ypsilon;de:eins|en:one
            dataflow;OFFICE:RD(2.0): Forschung;D;FRA;FRA: Frankreich;2021: 2021;-;;
            """;
    private static final Map<Format, List<String>> SAMPLES = Map.of(
            Format.SDMX_CSV,
                    List.of(
                            SDMX_1,
                            SDMX_2,
                            "STRUCTURE,STRUCTURE_ID,ACTION,A,TIME_PERIOD,OBS_VALUE1,OBS_VALUE2\nd,X:Y,M,a,2020,1,2\n"),
            Format.WORLD_BANK_CSV, List.of("""
                    "Data Source","Indicators of Something",

                    "Last Updated Date","2024-05-30",

                    "Country Name","Country Code","Indicator Name","Indicator Code","2021","2022",
                    "Congo, Rep.","COG","Share, in %","X.Y.ZS","1.50","",
                    "World","WLD","Share, in %","X.Y.ZS","..","2.40666007995605",
                    """),
            Format.EUROSTAT_TSV,
                    List.of(
                            "unit,geo\\time\t2018Q2 \t2018M01 \nPC,EL\t2.79 dp\t: \nPC,UK\t: c\t3 \n",
                            "unit,time\\geo\tDE\tFR\nPC,2020\t3.1\t2.2 p\n"),
            Format.OWID_CSV,
                    List.of("Entity,Code,Year,Launches,Share\nFrance,FRA,2022,3,\nWorld,OWID_WRL,2021,7,0.5\n"),
            Format.OECD_CSV,
                    List.of(
                            "\ufeff\"LOCATION\",\"MEASURE\",\"TIME\",\"Value\",\"Flag Codes\"\n\"FRA\",\"PC\",\"2021\",2.2,\"E\"\n"),
            Format.CSV,
                    List.of(
                            "area,name,year,value\nCIV,\"Côte, d’Ivoire\",2020,1\n",
                            "area;TIME_PERIOD;OBS_VALUE\nFRA;2022;2,25\n"),
            Format.TABLE, List.of("id;title;year\np1;\"A; fund\";2020\np2;;\n"));

    @ParameterizedTest
    @CsvSource({"SDMX_CSV", "WORLD_BANK_CSV", "EUROSTAT_TSV", "OWID_CSV", "OECD_CSV", "CSV", "TABLE"})
    void answersDamageWithDeclaredErrorsAlone(Format format) throws IOException {
        List<byte[]> samples = new ArrayList<>();
        for (String text : SAMPLES.getOrDefault(format, List.of())) {
            samples.add(text.getBytes(UTF_8));
            samples.add(text.getBytes(UTF_16));
        }
        long seed = format.word().length();
        Mutations mutations = new Mutations(seed, samples);
        int readable = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutations.next();
            try {
                readable += read(format.reader(i % 4 == 0 ? NAMED : ReadOptions.NONE), input) ? 1 : 0;
                detect(input);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", input " + i + ": " + new String(input, ISO_8859_1), e);
            }
        }
        assertThat(readable).as("inputs that could be read").isBetween(INPUTS / 20, INPUTS);
    }

    private static boolean read(FormatReader reader, byte[] input) throws IOException {
        Counted counted = new Counted();
        try {
            reader.read("sample", new ByteArrayInputStream(input), counted);
        } catch (UnreadableException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(5_000);
            return false;
        }
        assertThat(counted.count).isLessThanOrEqualTo(input.length + 1L);
        return true;
    }

    private static void detect(byte[] input) {
        try {
            assertThat(Format.detect(input, null)).isNotNull();
        } catch (UnreadableException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(5_000);
        }
    }

    /** Looks at everything it is given. */
    private static final class Counted implements Rows {
        private @Nullable DataSet dataSet;
        private long count;

        @Override
        public void begin(DataSet begun) {
            dataSet = begun;
            assertThat(begun.components()).doesNotHaveDuplicates();
        }

        @Override
        public void row(Row row) {
            count++;
            int components = dataSet == null ? 0 : dataSet.components().size();
            for (int i = 0; i < components; i++) {
                String text = row.get(i);
                if (text != null && text.isEmpty()) {
                    throw new AssertionError("an empty text that should be absent");
                }
            }
            if (row.line() < 1 || row.text().isEmpty()) {
                throw new AssertionError("no place: " + row.line());
            }
        }

        @Override
        public void rejected(Rejection rejection) {
            count++;
            assertThat(rejection.reason()).isNotBlank();
        }
    }
}
