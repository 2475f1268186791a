package io.sectorwatch.ingest.format.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final String SDMX = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE ! sdmx-csv
            "DATAFLOW";"FREQ";"TIME_PERIOD" ! sdmx-csv
            STRUCTURE,STRUCTURE_ID,ACTION ! sdmx-csv
            STRUCTURE[|];STRUCTURE_ID;ACTION ! sdmx-csv
            "STRUCTURE[;]","STRUCTURE_ID" ! sdmx-csv
            "Data Source","Indicators", ! world-bank-csv
            "Country Name","Country Code","Indicator Name","Indicator Code","1960","1961", ! world-bank-csv
            Entity,Code,Year,Something ! owid-csv
            entity,code,day,something,else ! owid-csv
            "LOCATION","INDICATOR","SUBJECT","MEASURE","FREQUENCY","TIME","Value","Flag Codes" ! oecd-csv
            area,year,value ! csv
            STRUCTURE_KIND,year,value ! csv
            Entity,Code,Year ! csv
            area;year;value ! csv
            {"indicator":"x","area":"FRA"} ! jsonl
            {"tick":"2024-01-01T00:00:00Z"} ! jsonl
            {"source":{"id":"x"},"title":"t","kind":"k"} ! jsonl
            {"indicator":"x" ! jsonl
            {"record":{"indicator":"x","value":1,"source":{"id":"s"}},"release":"s/2024-03-13"} ! jsonl
            {"record":{"title":"t","kind":"k","source":{"id":"s"}}} ! jsonl
            {"record":{"fact":"x","state":"void"},"key":"x"} ! jsonl
            {"record":{"value":[1],"dimension":{}}} ! json-stat
            {"version":"2.0","class":"dataset","value":[1]} ! json-stat
            {"id":["geo"],"size":[1],"dimension":{},"value":{} ! json-stat
            {"meta":{"schema":"https://example.org/sdmx-json-data-schema.json","id":"x"},"data": ! sdmx-json
            {"header":{"id":"x"},"dataSets":[{"observations":{ ! sdmx-json
            {"data":{"structure":{},"dataSets":[]}} ! sdmx-json
            [{"page":1,"pages":2,"total":7},[{"value": ! world-bank-json
            <wb:data page="1" xmlns:wb="http://www.worldbank.org"> ! world-bank-xml
            {"_meta":{},"errors":null,"series":{"docs":[{ ! dbnomics-json
            {"errors":[],"dataSets":[{"series":{}}]} ! sdmx-json
            """)
    void recognisesAFormatByItsBeginning(String text, String format) throws UnreadableException {
        for (String before : new String[] {"", "\n \n"}) {
            assertThat(recognise(before + text + "\n")).isEqualTo(format);
            assertThat(recognise("\ufeff" + before + text)).isEqualTo(format);
            assertThat(Formats.recognise((before + text).getBytes(UTF_16), null).name())
                    .isEqualTo(format);
        }
    }

    @Test
    void recognisesEurostatsTableByItsFirstHeading() throws UnreadableException {
        assertThat(recognise("unit,geo\\time\t2020 \t2019 \nPC,DE\t1\t2")).isEqualTo("eurostat-tsv");
        assertThat(recognise("freq,unit,geo\\TIME_PERIOD\t2020-01")).isEqualTo("eurostat-tsv");
        assertThat(recognise("area\tyear\tvalue\n")).isEqualTo("csv");
    }

    @ParameterizedTest
    @CsvSource({"GenericData", "StructureSpecificData", "GenericTimeSeriesData", "StructureSpecificTimeSeriesData"})
    void recognisesSdmxMlByItsRoot(String root) throws UnreadableException {
        String message = "<?xml version=\"1.0\"?><!-- a service --><m:" + root + " xmlns:m=\"" + SDMX + "\"><m:Header>";
        assertThat(recognise(message)).isEqualTo("sdmx-ml");
        assertThat(Formats.recognise(message.getBytes(UTF_16), null).name()).isEqualTo("sdmx-ml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            {"area":"FRA"} ! this is JSON of no known format (its fields: area)
            [1,2] ! this is a JSON array of no known format
            [{"message":[{"id":"120","value":"Invalid indicator"}]}] ! error message of the World Bank: 120: Invalid indicator
            {"errors":[{"code":404,"title":"No data"}]} ! an error message of a service: 404: No data
            {"error":[{"status":"400","id":100,"label":"No such dimension"}]} ! an error message of a service: 400: 100: No such dimension
            {"error_code":400,"error_message":"Bad Request"} ! an error message of FRED: 400: Bad Request
            {"area":"FRA","errors":null,"error":false,"warning":{}} ! JSON of no known format (its fields: area, errors, error, warning)
            {"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Try later."}} ! a warning of a service, and no data: 413: ASYNCHRONOUS_RESPONSE. Try later. (it is still preparing the answer: ask for it again later)
            [{"message":[{"id":"175","key":"Invalid format","value":"Not found"}]}] ! error message of the World Bank: 175: Invalid format: Not found
            <wb:error xmlns:wb="http://www.worldbank.org"><wb:message id="120" key="Invalid value">Not valid</wb:message></wb:error> ! this is an error message of the World Bank: 120: Invalid value: Not valid
            <error code="400" message="Bad Request.  Variable api_key is not set." /> ! an error message of a service: 400: Bad Request.  Variable api_key is not set.
            <e:Envelope xmlns:e="e"><e:Body><queued><id>7f3</id><status>SUBMITTED</status></queued></e:Body></e:Envelope> ! an answer of a service, and no data: 7f3: SUBMITTED
            <e:Envelope xmlns:e="e"><e:Body><r xmlns="x/asynchronous"><id>7f3</id></r></e:Body></e:Envelope> ! no data: 7f3 (it is still preparing the answer: ask for it again later)
            <S:Fault xmlns:S="s"><faultcode>100</faultcode><faultstring>No results</faultstring></S:Fault> ! an error message of a service: 100: No results
            <mes:Structure xmlns:mes="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"/> ! an SDMX structure message
            {"meta":{"schema":"https://example.org/sdmx-json-structure-schema.json"}} ! an SDMX structure message
            {"meta":{"id":"x"},"data":{"dataflows":[]}} ! an SDMX structure message
            <HTML><BODY>Sign in</BODY></HTML> ! a web page and no data
            <rss version="2.0"><channel/></rss> ! XML with the root element 'rss', and no data message of SDMX
            <not xml ! begins like XML, and its first tag does not end within 8 characters
            <not xml> < ! begins like XML, and is none
            just a sentence ! none of the known formats, and no table with a header: it begins with 'just a sentence'
            %PDF-1.7 ! a PDF document
            """)
    void saysWhatItIsInstead(String text, String words) {
        assertThatThrownBy(() -> recognise(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    @Test
    void saysThatItIsAWebPageAndHowThatIsCalled() {
        assertThatThrownBy(() -> recognise("<!DOCTYPE html>\n<html><head><title> 502 Bad Gateway </title>"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("a web page ('502 Bad Gateway') and no data: maybe the error page");
    }

    @Test
    void saysWhatAnSdmxMessageWithoutDataIs() {
        assertThatThrownBy(() -> recognise("<m:Structure xmlns:m=\"" + SDMX + "\"/>"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("an SDMX structure message: it describes data, and holds none");
        assertThatThrownBy(
                        () -> recognise(
                                "<m:Error xmlns:m=\"" + SDMX
                                        + "\"><m:ErrorMessage code=\"100\"><c:Text xmlns:c=\"x\">No results found</c:Text></m:ErrorMessage></m:Error>"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("an SDMX error message: No results found");
    }

    @Test
    void takesLinesOfObjectsForOurMessagesWhateverTheyHold() throws UnreadableException {
        assertThat(recognise("{\"area\":1}\n\n{\"area\":2}\n")).isEqualTo("jsonl");
        assertThatThrownBy(() -> recognise("{\"area\":1,\n{\"area\":2}\n")).isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "` \r\n\t`", "`\ufeff`"})
    void saysThatThereIsNothing(String text) {
        assertThatThrownBy(() -> recognise(text)).hasMessage("the file is empty");
    }

    @Test
    void saysThatItIsNoText() {
        byte[] binary = new byte[1_000];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) (i * 7);
        }
        assertThatThrownBy(() -> Formats.recognise(binary, null))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no text");
        assertThatThrownBy(() -> Formats.recognise("area,year,value\n".getBytes(UTF_16LE), null))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("UTF-16 without a byte order mark");
    }

    @Test
    void readsAHeaderInTheEncodingThatIsTold() throws UnreadableException {
        byte[] header = "région,année,value\n".getBytes(ISO_8859_1);
        assertThat(Formats.recognise(header, ISO_8859_1).name()).isEqualTo("csv");
        assertThatThrownBy(() -> Formats.recognise(header, null))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("--encoding");
        assertThat(Formats.recognise("area,year,value\n".getBytes(UTF_16LE), UTF_16LE)
                        .name())
                .isEqualTo("csv");
    }

    @Test
    void areFoundByTheNamesThatPeopleKnow() {
        assertThat(Formats.names())
                .containsExactly(
                        "sdmx-ml",
                        "sdmx-csv",
                        "sdmx-json",
                        "world-bank-csv",
                        "world-bank-json",
                        "world-bank-xml",
                        "eurostat-tsv",
                        "json-stat",
                        "pxweb-json",
                        "dbnomics-json",
                        "owid-csv",
                        "fred-csv",
                        "fred-json",
                        "fred-xml",
                        "oecd-csv",
                        "series-csv",
                        "csv",
                        "table",
                        "jsonl")
                .allSatisfy(name ->
                        assertThat(Formats.named(name).map(Format::name)).contains(name));
        assertThat(Formats.named("xlsx")).isEmpty();
    }

    @Test
    void quoteNoMoreThanTheBeginningOfALongName() {
        assertThatThrownBy(() -> recognise("<" + "n".repeat(990) + "/>"))
                .hasMessageContaining("this is XML with the root element 'nnn")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void areAllInTheManual() throws IOException {
        String manual = Files.readString(Path.of("../../docs/ingest.md"));
        assertThat(Formats.names())
                .allSatisfy(
                        name -> assertThat(manual).containsPattern("(?m)^\\|.*`" + Pattern.quote(name) + "`.*\\|$"));
    }

    @Test
    void haveAPackageEach() {
        assertThat(Formats.ALL.stream().map(format -> format.getClass().getPackageName()))
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).startsWith("io.sectorwatch.ingest.format."));
    }

    private static String recognise(String text) throws UnreadableException {
        return Formats.recognise(text.getBytes(UTF_8), null).name();
    }
}
