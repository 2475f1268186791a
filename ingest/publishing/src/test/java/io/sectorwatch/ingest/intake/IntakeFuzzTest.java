package io.sectorwatch.ingest.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.Mutations;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged publications the whole way, through unpacking, recognition, reader, ready mapping and comparison:
 * {@code -Dsectorwatch.fuzz=100000} says how many of each. Whatever is not rejected with a reason is a fact that every reader
 * of the topic can read.
 */
class IntakeFuzzTest {
    private static final int INPUTS = Integer.getInteger("sectorwatch.fuzz", 1_000);
    private static final long SEED = Long.getLong("sectorwatch.fuzz.seed", 20_240_223L);
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final SourceReader.Options OPTIONS = new SourceReader.Options(null, null, null, null);
    private static final SourceReader.Options DATED =
            new SourceReader.Options(null, null, null, Instant.parse("2024-03-13T00:00:00Z"));

    @TempDir
    Path temporary = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                <?xml version="1.0" encoding="utf-8"?><message:StructureSpecificData xmlns:ns1="urn:sdmx:org.sdmx.infomodel.\
                datastructure.DataStructure=OECD.STI.STP:DSD_SBRD(1.2):compact" xmlns:message="http://www.sdmx.org/resources/\
                sdmxml/schemas/v3_0/message"><message:Header><message:ID>I</message:ID><message:Prepared>2025-10-06T09:17:07\
                </message:Prepared></message:Header><ns1:DataSet action="Information"><ns1:Series LOCATION="CHN" VAR="G_XGDP">\
                <ns1:Obs TIME_PERIOD="2021" OBS_VALUE="2.43" OBS_STATUS="E" /><ns1:Obs TIME_PERIOD="2999" OBS_VALUE="2.43" />\
                </ns1:Series></ns1:DataSet></message:StructureSpecificData>
                """,
                """
                {"version":"2.0","class":"dataset","source":"ESTAT","updated":"2026-03-18T23:00:00+0100","value":{"0":2.22,"1":2.26},
                "status":{"0":"e","3":"|C"},"id":["freq","sectperf","unit","geo","time"],"size":[1,1,1,2,2],"dimension":{
                "freq":{"category":{"index":{"A":0}}},"sectperf":{"category":{"index":{"TOTAL":0}}},"unit":{"category":{"index":
                {"PC_GDP":0}}},"geo":{"category":{"index":{"EL":0,"DE11":1}}},"time":{"category":{"index":{"2022":0,"2023":1}}}},
                "extension":{"id":"RD_E_GERDREG"}}
                """,
                """
                [{"page":1,"pages":1,"per_page":50,"total":2,"lastupdated":"2024-03-28"},[{"indicator":{"id":"NY.GDP.MKTP.CD"},
                "country":{"id":"FR"},"countryiso3code":"FRA","date":"2023","value":null,"obs_status":"","decimal":0},{"indicator":
                {"id":"NY.GDP.MKTP.CD"},"country":{"id":"FR"},"countryiso3code":"FRA","date":"2022","value":27.5,"decimal":0}]]
                """,
                """
                DATAFLOW,LAST UPDATE,freq,unit,sex,age,citizen,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS
                ESTAT:LFSA_ARGAN(1.0),11/06/26 23:00:00,A,PC,T,Y15-64,FOR,FR,2021,66.5,bd,
                ESTAT:LFSA_ARGAN(1.0),11/05/26 23:00:00,A,PC,T,Y15-64,NAT,EL,2022,66.6,d,
                """,
                """
                "Data Source","World Development Indicators",

                "Last Updated Date","2024-05-30",

                "Country Name","Country Code","Indicator Name","Indicator Code","2021","2022",
                "Aruba","ABW","R&D","GB.XPD.RSDV.GD.ZS","1.50","",
                "OECD members","OED","R&D","GB.XPD.RSDV.GD.ZS","..","2.40666007995605",
                """,
                "sectperf,unit,geo\\time\t2016 \t2015 \nTOTAL,PC_GDP,EL\t0.99 dp\t: \nBES,PC_GDP,CN_X_HK\t: c\t1.5 \n",
                "Entity,Code,Year,Research and development expenditure (% of GDP)\nFrance,FRA,2022,2.2\nWorld,OWID_WRL,2021,1\n",
                """
                published_date,period,value,status,revision_of,stmt,url,publisher,quote
                2024-02-29,2023,2.64,preliminary,,Communique,http://a.example/,china.org.cn,"quoted, at length"
                2025-01-23,2023,2.58,revised,2024-10-02,revised,https://b.example/,press,"2.58"
                """,
                """
                event_date,jurisdiction,sector,event_type,title,proposed_date,source,source_id,url,date_precision,raw_file
                2014,CHN,semiconductors,state_fund,"A fund, the first",,stored web page,,https://a.example/,year,
                2016-12-12,EU,artificial_intelligence,agora:enacted,A paper,2016-12-12,CSET/ETO AGORA,A:1,https://b.example,day,x
                """,
                """
                {"indicator":"rd-intensity","area":"FRA","period":"2024","value":2.2,"published":"2025-09-01T00:00:00Z","source":{"id":"a"}}
                {"tick":"2025-06-01T00:00:00Z"}
                {"id":"p1","title":"A fund","area":"CHN","sectors":["semiconductors"],"kind":"funding","stance":"support",\
                "occurred":"2023-12","published":"2024-02-23T00:00:00Z","source":{"id":"a"}}
                """
            })
    void givesReadableFactsAndReasonsAlone(String sample) throws IOException {
        byte[] plain = sample.getBytes(UTF_8);
        Mutations mutations = new Mutations(SEED, List.of(plain, plain, plain, packed(plain)));
        long facts = 0;
        long reasons = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutations.next();
            try {
                Ends ends = ingest(input, i % 2 == 0 ? OPTIONS : DATED);
                facts += ends.facts();
                reasons += ends.rejections();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", input " + i + ": " + new String(input, ISO_8859_1), e);
            }
        }
        assertThat(facts).as("facts in spite of all").isPositive();
        assertThat(reasons).as("reasons").isPositive();
    }

    private record Ends(long facts, long rejections) {}

    private Ends ingest(byte[] input, SourceReader.Options options) throws IOException {
        long[] rejections = {0};
        try (Intake intake = new Intake(NOW, temporary, rejection -> {
            rejections[0]++;
            assertThat(rejection.reason()).isNotBlank().hasSizeLessThan(5_000);
        })) {
            new SourceReader(options, NOW, intake, note -> assertThat(note).isNotBlank())
                    .read("sample", new ByteArrayInputStream(input));
            PublishingPlan plan = intake.compare(KnownFacts.NONE);
            plan.forEach((batch, facts) -> {
                for (var next = facts.next(); next != null; next = facts.next()) {
                    assertReadable(next.envelope());
                }
            });
            return new Ends(plan.count(), rejections[0]);
        }
    }

    private static void assertReadable(Envelope envelope) {
        Envelope again = Envelope.of(
                envelope.type() == EventType.POLICY
                        ? new PolicyCodec().read(envelope.value())
                        : new IndicatorCodec().read(envelope.value()));
        assertThat(again.id()).isEqualTo(envelope.id());
        assertThat(again.time()).isEqualTo(envelope.time());
        assertThat(again.subject()).isEqualTo(envelope.subject());
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
