package io.sectorwatch.ingest.format.sdmxml;

/** Messages of SDMX-ML for tests that want nothing of them but one thing. */
final class Xml {
    private static final String NAME_SPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";

    /** A structure-specific message with this content. */
    static String message(String content) {
        return of("StructureSpecificData", content);
    }

    /** A message of any kind. */
    static String of(String kind, String content) {
        return "<m:" + kind + " xmlns:m='" + NAME_SPACE + "'>" + content + "</m:" + kind + ">";
    }

    /** A message with this series in a data set. */
    static String series(String series) {
        return message("<m:DataSet>" + series + "</m:DataSet>");
    }

    private Xml() {}
}
