package io.sectorwatch.benchmark.publication;

import java.io.IOException;
import java.io.Writer;

/** Publications that are tables. */
final class Tables {
    static void sdmxCsv(GeneratedContents contents, Writer out) throws IOException {
        out.write("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,LOCATION,VAR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
                + "UNIT_MULT,DECIMALS\n");
        contents.bySeries(figure -> out.append("DATAFLOW,EXAMPLE:DF_GENERATED(1.0),I,A,")
                .append(figure.area())
                .append(',')
                .append(figure.indicator())
                .append(",PT_B1GQ,")
                .append(Integer.toString(figure.year()))
                .append(',')
                .append(figure.value())
                .append(',')
                .append(figure.status())
                .append(",0,2\n"));
    }

    private Tables() {}
}
