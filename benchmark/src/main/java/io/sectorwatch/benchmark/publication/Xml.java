package io.sectorwatch.benchmark.publication;

import io.sectorwatch.benchmark.publication.GeneratedContents.Figure;
import java.io.IOException;
import java.io.Writer;

/** Publications in SDMX-ML, without line breaks where offices leave them out. */
final class Xml {
    private static final String NAME_SPACES = """
            <?xml version="1.0" encoding="utf-8"?><message:StructureSpecificData \
            xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message" \
            xmlns:ns1="urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=EXAMPLE:DSD_GENERATED(1.0):compact">\
            """;
    private static final String HEADER = """
            <message:Header><message:ID>IREF000001</message:ID><message:Test>false</message:Test>\
            <message:Prepared>2024-03-13T11:02:22</message:Prepared><message:Sender id="EXAMPLE" />\
            """;
    private static final String GENERIC = """
            <?xml version="1.0" encoding="UTF-8"?>
            <message:GenericData \
            xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic" \
            xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" \
            xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
            """;
    private static final String GENERIC_STRUCTURE = """
            <message:Structure structureID="STR1" dimensionAtObservation="TIME_PERIOD"><common:Structure>\
            <Ref agencyID="EXAMPLE" id="DSD_GENERATED" version="1.0"/></common:Structure></message:Structure>\
            </message:Header>
            <message:DataSet structureRef="STR1">
            """;

    static void series(GeneratedContents contents, Writer out) throws IOException {
        compact(out, () -> contents.bySeries(new Compact(out)::take));
    }

    static void scattered(GeneratedContents contents, Writer out) throws IOException {
        compact(out, () -> contents.byYear(new Compact(out)::take));
    }

    private interface Body {
        void write() throws IOException;
    }

    private static void compact(Writer out, Body body) throws IOException {
        out.append(NAME_SPACES).append(HEADER).append("</message:Header><ns1:DataSet action=\"Information\">");
        body.write();
        out.append("</ns1:Series></ns1:DataSet></message:StructureSpecificData>");
    }

    /** Begins a series wherever it is not the one of the figure before. */
    private static final class Compact {
        private final Writer out;
        private Figure last = new Figure("", "", 0, "", "");

        Compact(Writer out) {
            this.out = out;
        }

        void take(Figure figure) throws IOException {
            if (!isSeries(figure, last)) {
                out.append(last.area().isEmpty() ? "" : "</ns1:Series>")
                        .append("<ns1:Series LOCATION=\"")
                        .append(figure.area())
                        .append("\" VAR=\"")
                        .append(figure.indicator())
                        .append("\">");
            }
            last = figure;
            out.append("<ns1:Obs TIME_PERIOD=\"")
                    .append(Integer.toString(figure.year()))
                    .append("\" OBS_VALUE=\"")
                    .append(figure.value())
                    .append(figure.status().equals("A") ? "" : "\" OBS_STATUS=\"" + figure.status())
                    .append("\" />");
        }
    }

    static void generic(GeneratedContents contents, Writer out) throws IOException {
        out.append(GENERIC).append(HEADER).append(GENERIC_STRUCTURE);
        Figure[] last = {new Figure("", "", 0, "", "")};
        contents.bySeries(figure -> {
            if (!isSeries(figure, last[0])) {
                out.append(last[0].area().isEmpty() ? "" : "  </generic:Series>\n")
                        .append(
                                "  <generic:Series>\n    <generic:SeriesKey>\n      <generic:Value id=\"LOCATION\" value=\"")
                        .append(figure.area())
                        .append("\"/>\n      <generic:Value id=\"VAR\" value=\"")
                        .append(figure.indicator())
                        .append("\"/>\n    </generic:SeriesKey>\n");
            }
            last[0] = figure;
            out.append("    <generic:Obs>\n      <generic:ObsDimension value=\"")
                    .append(Integer.toString(figure.year()))
                    .append("\"/>\n      <generic:ObsValue value=\"")
                    .append(figure.value())
                    .append("\"/>\n      <generic:Attributes>\n        <generic:Value id=\"OBS_STATUS\" value=\"")
                    .append(figure.status())
                    .append("\"/>\n      </generic:Attributes>\n    </generic:Obs>\n");
        });
        out.append("  </generic:Series>\n</message:DataSet>\n</message:GenericData>\n");
    }

    private static boolean isSeries(Figure one, Figure other) {
        return one.area().equals(other.area()) && one.indicator().equals(other.indicator());
    }

    private Xml() {}
}
