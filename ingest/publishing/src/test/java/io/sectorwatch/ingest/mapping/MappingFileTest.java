package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {
    private static final String SMALL = """
            dataset: small
            area: {from: AREA}
            indicator: rd-intensity
            source: test
            """;

    @Test
    void isWrittenInFourLines() {
        Mapping mapping = Outcome.mapping(SMALL);
        assertThat(mapping.name()).isEqualTo("small");
        assertThat(mapping.holds()).isEqualTo(Mapping.Holds.PART);
        assertThat(mapping.isPublishedByRow()).isFalse();
    }

    @Test
    void namesEveryMistakeWithItsPlace() {
        assertThat(mistakes("""
                dataset: Small
                mach: {id: x}
                match: {ids: y}
                where: {VAR: 7}
                area: {form: REF_AREA, codes: ocd}
                indicator: R&D
                status: {from: S, codes: {p: p}}
                period: {skip: 2999}
                value: {multiply: 0, decimal: coma}
                published: now
                source: {url: "https://example.org"}
                holds: al
                """))
                .containsExactlyInAnyOrder(
                        "test.yaml:1:1: field 'dataset' cannot be used: dataset 'Small' is not a code: lower-case words"
                                + " joined by '-'",
                        "test.yaml:2:1: field 'mach' is unknown; did you mean 'match'?",
                        "test.yaml:3:9: field 'match.ids' is unknown; did you mean 'id'?",
                        "test.yaml:4:9: field 'where.VAR' is not a text: put it in quotes",
                        "test.yaml:5:1: field 'area.from' is missing",
                        "test.yaml:5:8: field 'area.form' is unknown; did you mean 'from'?",
                        "test.yaml:5:24: field 'area.codes' cannot be used: 'ocd' is no list of areas, which are any,"
                                + " eurostat, iso, iso-3166-2, m49, names, nuts, oecd, owid, world-bank; did you mean 'oecd'?",
                        "test.yaml:6:1: field 'indicator' cannot be used: indicator 'R&D' is not a code: lower-case"
                                + " words joined by '-' or '.'",
                        "test.yaml:7:27: field 'status.codes.p' cannot be used: status 'p' is not a code of SDMX"
                                + " CL_OBS_STATUS",
                        "test.yaml:8:10: field 'period.skip' is not a text: put it in quotes",
                        "test.yaml:9:9: field 'value.multiply' makes every figure 0",
                        "test.yaml:9:22: field 'value.decimal' is 'coma', none of point, comma; did you mean 'comma'?",
                        "test.yaml:10:1: field 'published' is 'now', none of prepared, given",
                        "test.yaml:11:1: field 'source.id' is missing: write id: {from: COMPONENT}, or what it always"
                                + " is",
                        "test.yaml:12:1: field 'holds' is 'al', none of part, series, whole");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            indicator: policy-activity.funding | cannot be observed
            comparator: about                  | none of <, <=, >=, >
            unknown: [                         | not YAML
            area: {from: X, unknown: drop}     | none of reject, skip, nothing
            published: {from: X, form: "b"}  | no pattern such as
            published: {from: X, zone: Moon}   | no time zone such as
            period: year                       | field 'period' is a text: write period: {from: year}
            nextRelease: soon                  | no day such as
            holds: [whole]                     | none of part, series, whole
            type: policy                       | did you mean 'policies'?
            """)
    void saysWhatIsWrong(String line, String reason) {
        String field = line.substring(0, line.indexOf(':') + 1);
        String others = String.join(
                "\n", SMALL.lines().filter(other -> !other.startsWith(field)).toList());
        assertThat(String.join("\n", mistakes(others + "\n" + line + "\n"))).contains(reason);
    }

    @Test
    void doesNotSayWhatAReleaseHoldsWhereEachRowIsOne() {
        assertThat(mistakes(SMALL + "published: {from: day}\nholds: whole\n"))
                .singleElement()
                .asString()
                .startsWith("test.yaml:6:1: field 'holds' says what a release leaves out");
    }

    private static List<String> mistakes(String yaml) {
        UnusableFileException refusal = catchThrowableOfType(
                UnusableFileException.class,
                () -> MappingFile.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8))));
        return String.valueOf(refusal.getMessage()).lines().toList();
    }
}
