package io.sectorwatch.ingest.format.sdmxjson;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sectorwatch.ingest.format.Found;
import io.sectorwatch.ingest.format.UnreadableException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileSdmxJsonTest {
    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("{\"data\":{\"dataflows\":[]}}", "no 'dataSets'; it has [dataflows]"),
                arguments(
                        "{\"errors\":[{\"code\":404,\"title\":\"No results\"}]}",
                        "an SDMX error message, not data: code 404, title No results"),
                arguments("{\"dataSets\":[{}]}", "no 'structure' which says what they mean"),
                arguments("{\"structure\":{},\"dataSets\":[{\"structure\":1}]}", "refers to structure 1"),
                arguments("{\"structure\":{},\"dataSets\":[{\"structure\":-1}]}", "no place in the list of structures"),
                arguments("{\"structure\":{},\"dataSets\":[{\"action\":\"Burn\"}]}", "action 'Burn' is none of"),
                arguments("{\"structure\":{},\"dataSets\":{}}", "'dataSets' is no array"),
                arguments("{\"structure\":{},\"dataSets\":[]} {}", "something follows"),
                arguments(
                        "{\"structure\":{\"dimensions\":{\"dataSet\":[{\"id\":\"A\",\"values\":[1,2]}]}},"
                                + "\"dataSets\":[{}]}",
                        "dimension A of the whole data set has 2 values"),
                arguments(
                        "{\"structure\":{\"dimensions\":{\"series\":[{\"id\":\"A\"},{\"id\":\"A\"}]}}}",
                        "two dimensions or attributes A"),
                arguments("{\"structure\":{\"dimensions\":{\"series\":[{}]}}}", "has no id"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String text, String words) {
        assertThatThrownBy(() -> Found.in(new SdmxJson(), text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(words);
    }
}
