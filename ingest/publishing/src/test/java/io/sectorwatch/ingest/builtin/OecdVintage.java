package io.sectorwatch.ingest.builtin;

import io.sectorwatch.schemas.series.Decimals;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One file as the OECD published it, read apart from the project's own readers. */
record OecdVintage(String prepared, Map<Cell, Figure> cells) {
    private static final Map<String, String> AREAS = Map.of("EU27_2020", "EU27", "W", "WLD");

    record Cell(String area, String period) {}

    record Figure(BigDecimal value, List<String> status) {}

    static OecdVintage read(Path file) throws IOException, XMLStreamException {
        String prepared = "";
        String area = "";
        Map<Cell, Figure> cells = new HashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "Prepared" -> prepared = xml.getElementText();
                    case "Series" -> {
                        String code = attribute(xml, "LOCATION") + attribute(xml, "REF_AREA");
                        area = AREAS.getOrDefault(code, code);
                    }
                    case "Obs" ->
                        cells.put(
                                new Cell(area, attribute(xml, "TIME_PERIOD")),
                                new Figure(
                                        Decimals.canonical(new BigDecimal(attribute(xml, "OBS_VALUE"))), status(xml)));
                    default -> {}
                }
            }
        }
        return new OecdVintage(prepared, cells);
    }

    /** Without period 2999, a copy of the latest value. */
    Map<Cell, Figure> since2000(Set<String> areas) {
        Map<Cell, Figure> chosen = new HashMap<>(cells);
        chosen.keySet()
                .removeIf(cell -> !areas.contains(cell.area())
                        || cell.period().compareTo("2000") < 0
                        || cell.period().equals("2999"));
        return chosen;
    }

    private static List<String> status(XMLStreamReader xml) {
        Set<String> codes = IntStream.range(0, xml.getAttributeCount())
                .filter(i -> xml.getAttributeLocalName(i).startsWith("OBS_STATUS"))
                .mapToObj(xml::getAttributeValue)
                .collect(TreeSet::new, Set::add, Set::addAll);
        return codes.isEmpty() ? List.of("A") : List.copyOf(codes);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return Objects.requireNonNullElse(value, "");
    }
}
