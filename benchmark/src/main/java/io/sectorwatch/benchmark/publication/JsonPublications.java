package io.sectorwatch.benchmark.publication;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Publications in JSON. */
final class JsonPublications {
    private static final List<String> STATUS = List.of("A", "E", "P");

    static void sdmx(GeneratedContents contents, Writer out) throws IOException {
        out.append("{\"header\":{\"id\":\"1\",\"test\":false,\"prepared\":\"2024-03-13T11:02:22Z\"},")
                .append("\"dataSets\":[{\"action\":\"Information\",\"observations\":{");
        int[] at = {0};
        contents.bySeries(figure -> {
            int number = at[0]++;
            out.append(number == 0 ? "\"" : ",\"")
                    .append(Integer.toString(number / GeneratedContents.YEARS / GeneratedContents.AREAS.size()))
                    .append(':')
                    .append(Integer.toString(number / GeneratedContents.YEARS % GeneratedContents.AREAS.size()))
                    .append(':')
                    .append(Integer.toString(number % GeneratedContents.YEARS))
                    .append("\":[")
                    .append(figure.value())
                    .append(',')
                    .append(Integer.toString(STATUS.indexOf(figure.status())))
                    .append(']');
        });
        out.append("}}],\"structure\":{\"name\":\"Generated\",\"dimensions\":{\"observation\":[")
                .append(component("VAR", contents.indicatorCodes()))
                .append(',')
                .append(component("LOCATION", GeneratedContents.AREAS))
                .append(',')
                .append(component("TIME_PERIOD", contents.years()))
                .append("]},\"attributes\":{\"dataSet\":[],\"series\":[],\"observation\":[")
                .append(component("OBS_STATUS", STATUS))
                .append("]}}}");
    }

    static void stat(GeneratedContents contents, Writer out) throws IOException {
        out.append("{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Generated\",\"source\":\"EXAMPLE\",")
                .append("\"updated\":\"2024-03-13T23:00:00+0100\",\"value\":{");
        cells(contents, out, true);
        out.append("},\"status\":{");
        cells(contents, out, false);
        out.append("},\"id\":[\"VAR\",\"LOCATION\",\"time\"],\"size\":[")
                .append(Integer.toString(contents.indicators()))
                .append(',')
                .append(Integer.toString(GeneratedContents.AREAS.size()))
                .append(',')
                .append(Integer.toString(GeneratedContents.YEARS))
                .append("],\"dimension\":{")
                .append(dimension("VAR", contents.indicatorCodes()))
                .append(',')
                .append(dimension("LOCATION", GeneratedContents.AREAS))
                .append(',')
                .append(dimension("time", contents.years()))
                .append("},\"extension\":{\"id\":\"GENERATED\",\"agencyId\":\"EXAMPLE\"}}");
    }

    private static void cells(GeneratedContents contents, Writer out, boolean values) throws IOException {
        int[] at = {0};
        boolean[] first = {true};
        contents.bySeries(figure -> {
            int number = at[0]++;
            if (values || !figure.status().equals("A")) {
                out.append(first[0] ? "\"" : ",\"")
                        .append(Integer.toString(number))
                        .append("\":")
                        .append(values ? figure.value() : '"' + figure.status() + '"');
                first[0] = false;
            }
        });
    }

    static void worldBank(GeneratedContents contents, Writer out) throws IOException {
        String count = Long.toString(contents.observations());
        out.append("[{\"page\":1,\"pages\":1,\"per_page\":")
                .append(count)
                .append(",\"total\":")
                .append(count)
                .append(",\"sourceid\":\"2\",\"lastupdated\":\"2024-03-13\"},[");
        boolean[] first = {true};
        contents.bySeries(figure -> {
            out.append(first[0] ? "" : ",")
                    .append("{\"indicator\":{\"id\":\"")
                    .append(figure.indicator())
                    .append("\",\"value\":\"A generated indicator (% of GDP)\"},\"country\":{\"id\":\"")
                    .append(figure.area(), 0, 2)
                    .append("\",\"value\":\"Country\"},\"countryiso3code\":\"")
                    .append(figure.area())
                    .append("\",\"date\":\"")
                    .append(Integer.toString(figure.year()))
                    .append("\",\"value\":")
                    .append(figure.value())
                    .append(",\"unit\":\"\",\"obs_status\":\"")
                    .append(figure.status().equals("A") ? "" : figure.status())
                    .append("\",\"decimal\":0}");
            first[0] = false;
        });
        out.append("]]");
    }

    private static String component(String id, List<String> codes) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + id + "\",\"values\":"
                + listed(codes, i -> "{\"id\":\"" + codes.get(i) + "\",\"name\":\"" + codes.get(i) + "\"}", '[', ']')
                + "}";
    }

    private static String dimension(String id, List<String> codes) {
        return "\"" + id + "\":{\"label\":\"" + id + "\",\"category\":{\"index\":"
                + listed(codes, i -> "\"" + codes.get(i) + "\":" + i, '{', '}')
                + ",\"label\":"
                + listed(codes, i -> "\"" + codes.get(i) + "\":\"" + codes.get(i) + "\"", '{', '}') + "}}";
    }

    private static String listed(List<String> codes, IntFunction<String> each, char from, char to) {
        return IntStream.range(0, codes.size()).mapToObj(each).collect(Collectors.joining(",", "" + from, "" + to));
    }

    private JsonPublications() {}
}
