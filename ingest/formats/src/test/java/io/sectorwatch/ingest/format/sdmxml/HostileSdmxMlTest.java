package io.sectorwatch.ingest.format.sdmxml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sectorwatch.ingest.format.Endless;
import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileSdmxMlTest {
    private static final String OPEN = Xml.message("").replaceFirst("</.*", "");
    private static final long LONGEST = 8L << 20;

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
                                + Xml.series("<Series A='&b;'><Obs/></Series>"),
                        "line 1: the file has a document type declaration"),
                arguments(
                        "<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>" + Xml.message("&f;"),
                        "document type declaration"),
                arguments(
                        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'>" + Xml.message(""),
                        "document type declaration"),
                arguments(
                        Xml.series("<Series A='&b;'><Obs/></Series>"),
                        "not well-formed XML: Undeclared general entity"),
                arguments(Xml.series("<Series A='1' A='2'><Obs/></Series>"), "Duplicate attribute 'A'"),
                arguments(Xml.series("<Obs><Obs/></Obs>"), "<Obs> stands inside of another series or observation"),
                arguments(Xml.series("<Series><Obs A='1'/>").replaceFirst("</.*", ""), "cut off in the middle"),
                arguments(Xml.series("<Obs A='1'/>") + "<more/>", "not well-formed XML"),
                arguments(Xml.message("<m:DataSet action='Burn'/>"), "action 'Burn' is none of"),
                arguments(Xml.message(""), "holds no data set"),
                arguments(Xml.series("<Series><Obs A='1'/>").replaceFirst("'1'.*", ""), "cut off in the middle"),
                arguments(Xml.series("<Series><Obs A='1'/>").replaceFirst("bs A='1'.*", ""), "cut off in the middle"),
                arguments("", "cut off in the middle: Unexpected EOF in prolog"),
                arguments("LOCATION,TIME\nFRA,2020\n", "not well-formed XML"),
                arguments("<html><body>503</body></html>", "no SDMX-ML: the first element is <html>"),
                arguments(Xml.message("<m:DataSet/>").replace("v2_1", "v9_0"), "this is SDMX-ML of version 9.0;"),
                arguments(Xml.of("Structure", "<m:Structures/>"), "SDMX structure message, not data"),
                arguments(Xml.of("GenericMetadata", ""), "an SDMX message of the kind GenericMetadata"),
                arguments(
                        Xml.of(
                                "Error",
                                "<m:ErrorMessage code='100'><m:Text>No results found</m:Text></m:ErrorMessage>"),
                        "an SDMX error message, not data: No results found (code 100)"),
                arguments(
                        Xml.message("<m:Footer><m:Message code='501' severity='Error'>too much</m:Message></m:Footer>"),
                        "the publisher says: too much (Error, code 501)"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String text, String words) {
        assertThatThrownBy(() -> Found.in(new SdmxMl(), text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }

    static Stream<Arguments> endless() {
        LongFunction<String> same = i -> "aaaaaaaaaa";
        return Stream.of(
                arguments("<", same),
                arguments("<?", same),
                arguments("<!--", same),
                arguments("<!DOCTYPE a [<!--", same),
                arguments(OPEN + "<m:DataSet><Series A='", same),
                arguments(OPEN + "<m:DataSet><Series ", same),
                arguments(OPEN + "<m:DataSet><Series ", (LongFunction<String>) i -> "a" + i + "='' "),
                arguments(OPEN + "<m:DataSet><Series ", (LongFunction<String>) i -> "xmlns:a" + i + "='b' "),
                arguments(OPEN + "<m:DataSet>", (LongFunction<String>) i -> "<a" + i + "/>"),
                arguments(OPEN + "<m:DataSet>", (LongFunction<String>) i -> "<a xmlns:a" + i + "='b'/>"),
                arguments(OPEN + "<m:DataSet>", (LongFunction<String>) i -> "<Obs A" + i + "='1'/>"),
                arguments(OPEN, (LongFunction<String>) i -> "<a>"),
                arguments(OPEN + "<m:Header><m:Prepared>", same),
                arguments(OPEN + "<m:Header>", (LongFunction<String>)
                        i -> "<m:Structure structureID='" + i + "'></m:Structure>"));
    }

    @ParameterizedTest
    @MethodSource
    void endless(String beginning, LongFunction<String> pieces) {
        Endless input = new Endless(beginning, pieces);
        assertThatThrownBy(() -> new SdmxMl().read("endless", input, ReadOptions.NONE, new Found()))
                .isInstanceOf(UnreadableException.class);
        assertThat(input.count()).isLessThan(LONGEST);
    }

    @Test
    void saysWhereBytesAreNotInTheEncodingDeclared() {
        byte[] latin =
                ("<?xml version='1.0' encoding='UTF-8'?>\n" + Xml.series("<Obs A='\u00e9'/>")).getBytes(ISO_8859_1);
        assertThatThrownBy(() -> Found.in(new SdmxMl(), latin))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("Invalid UTF-8");
        assertThatThrownBy(() -> Found.in(new SdmxMl(), "<?xml version='1.0' encoding='none'?>" + Xml.series("")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("none");
    }

    @Test
    void failsAsTheSourceFails() {
        IOException failure = new IOException("connection reset");
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw failure;
            }
        };
        byte[] beginning = (OPEN + "<m:DataSet><Obs A='1'/>").getBytes(ISO_8859_1);
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(beginning), failing);
        assertThatThrownBy(() -> new SdmxMl().read("failing", in, ReadOptions.NONE, new Found()))
                .isSameAs(failure);
    }
}
