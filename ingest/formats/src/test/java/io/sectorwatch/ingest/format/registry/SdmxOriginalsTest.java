package io.sectorwatch.ingest.format.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.Originals;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.sdmxjson.SdmxJson;
import io.sectorwatch.ingest.format.sdmxml.SdmxMl;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with what regular expressions find in the raw text. */
class SdmxOriginalsTest {
    private static final Pattern TAG = Pattern.compile("<(/?)(?:\\w+:)?(Series|Obs)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Z_0-9]+)=\"([^\"]*)\"");
    private static final Pattern PAIR = Pattern.compile("<generic:Value (?:value=\"([^\"]*)\" )?id=\"(\\w+)\"");

    @ParameterizedTest
    @CsvSource({
        "oecd/AIPUBS_NBFRAC_V8__prepared-2024-04-02__838498de.txt",
        "oecd/B_26PPP_V8__prepared-2024-03-13__1a144efc.txt",
        "oecd/B_26XGDP_V8__prepared-2024-03-13__1a144efc.txt",
        "oecd/B_303XGDP_V8__prepared-2024-03-13__1a144efc.txt",
        "oecd/G_XGDP_V8__prepared-2024-03-13__5210c04b.txt",
        "oecd/G_XGDP_V8__prepared-2024-07-23__8c141a1c.txt",
        "oecd/G_XGDP_V8__prepared-2025-04-03__300dd2aa.txt",
        "oecd/G_XGDP_V8__prepared-2025-05-02__2de477bb.txt",
        "oecd/G_XGDP_V8__prepared-2025-10-06__5c71836d.txt",
        "oecd/IP5AI_NB_V8__prepared-2024-11-27__a23cb2f3.txt",
        "oecd/IP5AI_NB_V8__prepared-2025-04-09__ca732503.txt",
        "sdmx-samples/ECB_EXR_ng-flat-ss__structure-specific-2.1.xml"
    })
    void givesEveryComponentOfEveryObservation(String name) throws IOException {
        String text = Files.readString(Originals.file(name));
        Found found = Found.in(new SdmxMl(), text);

        assertThat(found.rows.stream().map(SdmxOriginalsTest::components))
                .containsExactlyElementsOf(observations(text))
                .isNotEmpty();
        assertThat(found.rejections).isEmpty();
        String prepared = text.replaceFirst("(?s).*<message:Prepared>(.*?)</.*", "$1");
        assertThat(found.begun.get(0).published())
                .isEqualTo(Instant.parse(prepared.endsWith("+01:00") ? "2010-01-04T15:21:49Z" : prepared + "Z"));
        assertThat(found.begun).allSatisfy(set -> assertThat(set.action()).isEqualTo(DataSet.Action.INFORMATION));
    }

    @Test
    void callsADataSetWithoutAReferenceByItsNameSpace() throws IOException {
        String name = "oecd/G_XGDP_V8__prepared-2025-10-06__5c71836d.txt";
        assertThat(Found.in(new SdmxMl(), Files.readAllBytes(Originals.file(name))).begun)
                .extracting(DataSet::id)
                .containsOnly("OECD.STI.STP:DSD_SBRD(1.2)");
    }

    @ParameterizedTest
    @CsvSource({
        "sdmx-samples/ECB_EXR_ng-ts__generic-2.1.xml, 12, ECB:ECB_EXR_NG(1.0)",
        "sdmx-samples/WB_gh-78.xml, 1, WBG_WITS:TARIFF_TRAINS(1.1)"
    })
    void readsGenericData(String name, int count, String id) throws IOException {
        String text = Files.readString(Originals.file(name));
        Found found = Found.in(new SdmxMl(), text);

        assertThat(found.rows).hasSize(count).hasSize(text.split("<generic:ObsValue ", -1).length - 1);
        assertThat(found.begun).extracting(DataSet::id).containsOnly(id);
        for (Matcher pair = PAIR.matcher(text); pair.find(); ) {
            assertThat(found.begun.get(found.begun.size() - 1).components()).contains(pair.group(2));
        }
        assertThat(found.rejections).isEmpty();
    }

    @Test
    void refusesAStructureMessage() throws IOException {
        byte[] message = Files.readAllBytes(Originals.file("sdmx-samples/OECD_actualconstraint-0.xml"));
        assertThatThrownBy(() -> Found.in(new SdmxMl(), message))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("structure message");
    }

    @Test
    void readsFlatJson() throws IOException {
        String text = Files.readString(Originals.file("sdmx-samples/OECD_data-PART2-all-all__sdmx-json-1.0.json"));
        Found found = Found.in(new SdmxJson(), text);
        long keys =
                Pattern.compile("\"\\d+(:\\d+){5}\":").matcher(text).results().count();

        assertThat(found.rows).hasSize((int) keys).hasSize(7);
        assertThat(found.rows.get(0)).startsWith("LOCATION=AUS, ").contains("OBS_VALUE=11.963615756565");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("PART2");
        assertThat(found.begun.get(0).published()).isEqualTo("2021-06-19T14:06:41.689336Z");
    }

    @Test
    void readsSeriesOfJson() throws IOException {
        Found found = Found.in(
                new SdmxJson(),
                Files.readAllBytes(Originals.file("sdmx-samples/spec_sdmx-json-2.0_exr-time-series.json")));
        assertThat(found.rows).hasSize(4);
        assertThat(found.rows.get(3))
                .contains("CURRENCY=RUB", "TIME_PERIOD=2013-01-21", "OBS_VALUE=40.3", "OBS_STATUS=A");
        assertThat(found.begun).extracting(DataSet::id).containsExactly("ECB:EXR(1.0)");
        assertThat(found.begun.get(0).published()).isEqualTo("2018-03-11T14:30:47Z");
    }

    private static List<Map<String, String>> observations(String text) {
        List<Map<String, String>> observations = new ArrayList<>();
        Map<String, String> series = Map.of();
        for (Matcher tag = TAG.matcher(text); tag.find(); ) {
            if (tag.group(1).isEmpty()) {
                Map<String, String> its = new TreeMap<>(tag.group(2).equals("Obs") ? series : Map.of());
                for (Matcher attribute = ATTRIBUTE.matcher(tag.group(3)); attribute.find(); ) {
                    its.put(attribute.group(1), attribute.group(2));
                }
                if (tag.group(2).equals("Obs")) {
                    observations.add(its);
                } else {
                    series = its;
                }
            }
        }
        return observations;
    }

    private static Map<String, String> components(String row) {
        Map<String, String> components = new TreeMap<>();
        // A comma may stand in a text as well.
        Stream.of(row.split(", (?=[A-Z_0-9]+=)"))
                .map(part -> part.split("=", 2))
                .forEach(part -> components.put(part[0], part[1]));
        return components;
    }
}
