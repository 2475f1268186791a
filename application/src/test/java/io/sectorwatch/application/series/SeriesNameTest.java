package io.sectorwatch.application.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesNameTest {
    private static final SeriesKey ANNUAL = SeriesKey.parse("rd-intensity/CHN/economy/A");
    private static final SeriesKey QUARTERLY = SeriesKey.parse("rd-intensity/CHN/economy/Q");
    private static final SeriesKey OTHER = SeriesKey.parse("business-rd/DEU/aerospace/A");
    private static final List<SeriesKey> ALL = List.of(OTHER, ANNUAL, QUARTERLY);

    @ParameterizedTest
    @ValueSource(strings = {"rd-intensity/CHN/economy/A", "rd-intensity/CHN/A"})
    void aFrequencyTellsOneSeriesFromAnother(String name) {
        assertThat(meant(name)).isEqualTo(ANNUAL);
    }

    @Test
    void sectorAndFrequencyMayBeLeftOutWhereOneIsMeant() {
        assertThat(meant("business-rd/DEU")).isEqualTo(OTHER);
        assertThat(meant("business-rd/DEU/aerospace")).isEqualTo(OTHER);
        assertThatThrownBy(() -> meant("rd-intensity/CHN"))
                .isInstanceOf(SeriesChoiceException.class)
                .hasMessage("rd-intensity/CHN may be 2 series: rd-intensity/CHN/economy/A, rd-intensity/CHN/economy/Q;"
                        + " say which");
    }

    @Test
    void whatIsNotThereIsNamedWithWhatMayBeMeant() {
        assertThatThrownBy(() -> meant("rd-intensity/CHM"))
                .hasMessage("there is no series rd-intensity/CHM: nothing has the area 'CHM'; did you mean 'CHN'?");
        assertThatThrownBy(() -> meant("rd-intensiti/CHN/economy"))
                .hasMessageEndingWith("the indicator 'rd-intensiti'; did you mean 'rd-intensity'?");
        assertThatThrownBy(() -> meant("rd-intensity/CHN/aerospace/A"))
                .as("both are there, but not together")
                .hasMessage("there is no series rd-intensity/CHN/aerospace/A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rd-intensity", "rd-intensity/china", "a/CHN/b/A/c", "rd-intensity/CHN/economy/X", "/CHN"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> SeriesName.parse(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SeriesKey meant(String written) {
        SeriesName name = SeriesName.parse(written);
        KnownCodes codes = new KnownCodes();
        ALL.forEach(codes::add);
        Collection<SeriesKey> matching = ALL.stream().filter(name::matches).toList();
        return SeriesMeant.by(name, matching, ALL, codes);
    }
}
