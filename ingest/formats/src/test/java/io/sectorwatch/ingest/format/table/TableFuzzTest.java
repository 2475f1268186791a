package io.sectorwatch.ingest.format.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.ReaderFuzz;
import io.sectorwatch.ingest.format.registry.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFuzzTest {
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
    void saysInItsOwnWordsWhatIsWrongWithAnyInput(Format format) {
        List<byte[]> samples = new ArrayList<>();
        for (String text : SAMPLES.getOrDefault(format, List.of())) {
            samples.add(text.getBytes(UTF_8));
            samples.add(text.getBytes(UTF_16));
        }
        List<String> always = format == Format.TABLE ? List.of() : List.of(DataSet.TIME_PERIOD, DataSet.OBS_VALUE);
        ReaderFuzz.run(i -> format.reader(i % 4 == 0 ? NAMED : ReadOptions.NONE), samples, always);
    }
}
