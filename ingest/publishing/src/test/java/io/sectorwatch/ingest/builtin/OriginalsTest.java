package io.sectorwatch.ingest.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sectorwatch.ingest.format.Originals;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the retyped figures against the publications they were retyped from. */
class OriginalsTest {
    private Path originals = Path.of("");

    @BeforeEach
    void findOriginals() {
        originals = Originals.folder();
    }

    @ParameterizedTest
    @CsvSource({
        "rd-intensity, G_XGDP_",
        "business-rd-electronics, B_26XGDP_",
        "business-rd-aerospace, B_303XGDP_",
        "ai-publications, AIPUBS_NBFRAC_",
        "ai-patent-families, IP5AI_NB_V8__prepared-2025",
        "ai-patent-families-applicant, IP5AI_NB_V8__prepared-2024"
    })
    void holdsExactlyWhatWasNewOrChangedInEachVintage(String file, String prefix)
            throws IOException, XMLStreamException {
        List<Observation> facts = observations(file);
        Set<String> areas =
                facts.stream().map(fact -> fact.series().area()).collect(Collectors.toCollection(TreeSet::new));

        Map<OecdVintage.Cell, OecdVintage.Figure> before = new HashMap<>();
        Set<String> news = new HashSet<>();
        for (Path vintage : vintages(prefix)) {
            OecdVintage read = OecdVintage.read(vintage);
            Map<OecdVintage.Cell, OecdVintage.Figure> now = read.since2000(areas);
            assertThat(now.keySet()).as("nothing withdrawn in %s", vintage).containsAll(before.keySet());
            now.forEach((cell, figure) -> {
                if (!figure.equals(before.get(cell))) {
                    news.add(line(read.prepared() + "Z", cell.area(), cell.period(), figure.value(), figure.status()));
                }
            });
            before.putAll(now);
        }
        assertThat(facts.stream().map(OriginalsTest::line)).containsExactlyInAnyOrderElementsOf(news);
    }

    @Test
    void holdsWhatWasAnnouncedInChinaOnAKnownDay() throws IOException {
        Set<String> announced = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(originals.resolve("nbs/nbs_statements.csv"))) {
            for (NamedCsvRecord row : rows) {
                String day = row.getField("published_date");
                if (day.length() == "2024-02-29".length()) {
                    List<String> status = List.of(row.getField("status").startsWith("preliminary") ? "P" : "A");
                    BigDecimal value = Decimals.canonical(new BigDecimal(row.getField("value")));
                    announced.add(line(day + "T00:00:00Z", "CHN", row.getField("period"), value, status));
                }
            }
        }
        assertThat(observations("rd-intensity-china-national").stream().map(OriginalsTest::line))
                .containsExactlyInAnyOrderElementsOf(announced);
    }

    @Test
    void holdsNoPolicyEventThatNoSourceTellsOf() throws IOException {
        Set<String> told = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(originals.resolve("policies/policy_events.csv"))) {
            for (NamedCsvRecord row : rows) {
                String area = row.getField("jurisdiction").equals("EU") ? "EU27" : row.getField("jurisdiction");
                String sector = row.getField("sector").replace('_', '-');
                for (String date : List.of(row.getField("event_date"), row.getField("proposed_date"))) {
                    told.add(String.join(" ", date, area, sector, page(row.getField("url"))));
                }
            }
        }
        for (PolicyEvent fact : facts("policies", PolicyEvent.class)) {
            String url = Optional.ofNullable(fact.source().url()).orElseThrow();
            assertThat(told)
                    .contains(String.join(
                            " ",
                            fact.occurred().toString(),
                            fact.area(),
                            fact.sectors().get(0),
                            page(url)));
        }
    }

    private List<Path> vintages(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(originals.resolve("oecd"))) {
            List<Path> found = files.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static List<Observation> observations(String file) {
        return facts(file, Observation.class);
    }

    private static <T> List<T> facts(String file, Class<T> type) {
        return BuiltInSet.HISTORY.dataSets().stream()
                .filter(set -> set.name().equals("history/" + file + ".csv"))
                .flatMap(set -> set.facts().stream())
                .map(type::cast)
                .toList();
    }

    private static String line(Observation fact) {
        BigDecimal value = Optional.ofNullable(fact.value()).orElseThrow();
        return line(
                fact.published().toString(), fact.series().area(), fact.period().toString(), value, fact.status());
    }

    private static String line(String published, String area, String period, BigDecimal value, List<String> status) {
        return String.join(" ", published, area, period, value.toPlainString(), status.toString());
    }

    private static String page(String url) {
        return url.replaceFirst("#.*", "");
    }
}
