package io.sectorwatch.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.FormatReader;
import io.sectorwatch.ingest.format.Originals;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.registry.Formats;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ready mappings on the publications themselves. */
class OriginalsMappingTest {
    private static final Moment MOMENT = new Moment(null, Instant.parse("2026-12-01T00:00:00Z"));
    private static final Moment GIVEN =
            new Moment(Instant.parse("2024-03-13T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    private Path originals = Path.of("");

    @BeforeEach
    void findOriginals() {
        originals = Originals.folder();
    }

    /** The counts were worked out from the files by other means: figures, rows without one, unwanted, rejected. */
    @ParameterizedTest
    @CsvSource({
        "oecd/AIPUBS_NBFRAC_V8,                            oecd-ai-publications,         945, 0, 0, 0",
        "oecd/B_26PPP_V8,                                  oecd-business-rd-expenditure, 773, 0, 33, 0",
        "oecd/B_26XGDP_V8,                                 oecd-business-rd,             773, 0, 33, 0",
        "oecd/B_303XGDP_V8,                                oecd-business-rd,             458, 0, 20, 0",
        "oecd/G_XGDP_V8__prepared-2024-03-13,              oecd-rd-intensity,            1762, 0, 62, 0",
        "oecd/G_XGDP_V8__prepared-2024-07-23,              oecd-rd-intensity,            1818, 0, 62, 0",
        "oecd/G_XGDP_V8__prepared-2025-04-03,              oecd-rd-intensity,            1875, 0, 62, 0",
        "oecd/G_XGDP_V8__prepared-2025-05-02,              oecd-rd-intensity,            1852, 0, 62, 0",
        "oecd/G_XGDP_V8__prepared-2025-10-06,              oecd-rd-intensity,            1855, 0, 62, 0",
        "oecd/IP5AI_NB_V8__prepared-2024-11-27,            oecd-ai-patent-families,      3744, 0, 0, 0",
        "oecd/IP5AI_NB_V8__prepared-2025-04-09,            oecd-ai-patent-families,      3744, 0, 0, 0",
        "oecd/DP_LIVE,                                     oecd-portal-rd-intensity,     1449, 0, 1447, 0",
        "world-bank/API_GB.XPD.RSDV.GD.ZS_DS2_en_csv_v2_4, world-bank-rd-intensity,      3062, 14228, 0, 0",
        "world-bank/API_GB.XPD.RSDV.GD.ZS_DS2_en_csv_v2__, world-bank-rd-intensity,      2135, 13441, 0, 0",
        "world-bank/API_GB.XPD.RSDV.GD.ZS__committed,      world-bank-rd-intensity,      1744, 12144, 0, 0",
        // Its header counts the rows of a longer answer that it is cut from.
        "world-bank/EXCERPT_GB.XPD.RSDV.GD.ZS_BRA,         world-bank-rd-intensity-api,  24, 12, 0, 1",
        "world-bank/FRA_NY.GDP.MKTP.CD,                    world-bank-gdp,               63, 1, 0, 0",
        "eurostat/rd_e_gerdtot__committed-2018-03-19,      eurostat-rd-intensity,        4210, 3458, 45252, 0",
        // Of the whole Union; the other two areas are regions.
        "eurostat/json_stat/rd_e_gerdreg,                  eurostat-rd-intensity,        6, 0, 7, 0",
        "eurostat/sdmx_csv/LFSA_ARGAN,                     eurostat-activity-rate,       2, 0, 0, 0",
        "eurostat/sdmx_csv/MIGR_RESFIRST,                  eurostat-residence-permits,   2, 0, 0, 0",
        "owid/research-spending-gdp__committed-2023,       owid-rd-intensity,            2392, 0, 0, 0",
        "owid/research-spending-gdp__committed-2024,       owid-rd-intensity,            2494, 0, 0, 0",
        "owid/yearly-number-of-objects,                    owid-space-objects,           1033, 0, 142, 0",
        // The figure of 2025 has no exact day.
        "nbs/nbs_statements,                               nbs-rd-intensity,             10, 0, 0, 1",
        "policies/policy_events,                           policy-events,                135, 0, 0, 0"
    })
    void mapAllOfIt(String prefix, String mapping, long figures, long missing, long unwanted, long rejected)
            throws IOException {
        Path file = file(prefix);
        Outcome outcome = outcome(file);
        assertThat(outcome.mappings).containsExactly(mapping);
        assertThat(outcome.facts.stream().filter(OriginalsMappingTest::isMissing))
                .hasSize(Math.toIntExact(missing));
        assertThat(outcome.facts).hasSize(Math.toIntExact(figures + missing));
        assertThat(outcome.unwanted).isEqualTo(unwanted);
        assertThat(outcome.rejections).hasSize(Math.toIntExact(rejected));
    }

    @Test
    void giveTheBuiltInFiguresOfChina() throws IOException {
        assertThat(outcome(file("nbs/nbs_statements")).facts.stream()
                        .map(fact -> Envelope.of(fact).id()))
                .containsExactlyInAnyOrderElementsOf(history("rd-intensity-china-national").stream()
                        .map(fact -> Envelope.of(fact).id())
                        .toList());
    }

    @Test
    void giveEveryPolicyEventAnIdOfItsOwn() throws IOException {
        List<Message> events = outcome(file("policies/policy_events")).facts;
        assertThat(events.stream().map(event -> ((PolicyEvent) event).id())).doesNotHaveDuplicates();
        assertThat(events.stream().map(event -> ((PolicyEvent) event).area()).distinct())
                .containsExactlyInAnyOrder("CHN", "EU27", "USA");
    }

    private static boolean isMissing(Message fact) {
        return fact instanceof Observation observation && observation.value() == null;
    }

    private static List<Observation> history(String name) {
        return BuiltInSet.HISTORY.dataSets().stream()
                .filter(set -> set.name().equals("history/" + name + ".csv"))
                .flatMap(set -> set.facts().stream())
                .map(Observation.class::cast)
                .toList();
    }

    private Outcome outcome(Path file) throws IOException {
        boolean isDated = !file.toString().matches(".*(owid|DP_LIVE|[.]tsv|preamble-removed).*");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return Outcome.of(Mappings.ready(), reader(file), in, isDated ? MOMENT : GIVEN);
        }
    }

    private static FormatReader reader(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(1 << 16);
            Format format = Mappings.ready().format(Formats.recognise(head, null), head, ReadOptions.NONE);
            return ((RowFormat) format).reader(ReadOptions.NONE);
        }
    }

    private Path file(String prefix) throws IOException {
        List<Path> found =
                files(prefix.substring(0, prefix.lastIndexOf('/')), prefix.substring(prefix.lastIndexOf('/') + 1));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Path> files(String folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(originals.resolve(folder))) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }
}
