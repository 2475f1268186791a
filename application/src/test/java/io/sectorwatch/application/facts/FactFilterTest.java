package io.sectorwatch.application.facts;

import static io.sectorwatch.application.facts.Figures.figure;
import static io.sectorwatch.application.facts.Figures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.series.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactFilterTest {
    private static final Message CHINA = figure("CHN", "2023");
    private static final Message FRANCE = figure("FRA", "2022");
    private static final Message POLICY = policy("aerospace", "semiconductors");
    private static final Set<String> ALL = Set.of();

    @Test
    void wantsEveryFactAndNothingElseWhereNothingIsSaid() {
        assertThat(wanted(FactFilter.EVERYTHING)).containsExactly(CHINA, FRANCE, POLICY);
        assertThat(FactFilter.EVERYTHING.wants(new Tick(Figures.MARCH))).isFalse();
    }

    @Test
    void wantsWhatIsOfEachThatIsNamed() {
        assertThat(wanted(new FactFilter(Set.of("rd-intensity"), ALL, ALL, Set.of(), ALL)))
                .as("a policy event has no indicator")
                .containsExactly(CHINA, FRANCE);
        assertThat(wanted(new FactFilter(ALL, Set.of("CHN"), ALL, Set.of(), ALL)))
                .containsExactly(CHINA, POLICY);
        assertThat(wanted(new FactFilter(ALL, ALL, Set.of("semiconductors"), Set.of(), ALL)))
                .containsExactly(POLICY);
        assertThat(wanted(new FactFilter(ALL, ALL, ALL, Set.of(Period.parse("2023-12"), Period.parse("2022")), ALL)))
                .containsExactly(FRANCE, POLICY);
        assertThat(wanted(new FactFilter(ALL, ALL, ALL, Set.of(), Set.of("oecd"))))
                .containsExactly(CHINA, FRANCE);
        assertThat(wanted(new FactFilter(ALL, Set.of("CHN"), ALL, Set.of(), Set.of("oecd"))))
                .containsExactly(CHINA);
    }

    private static List<Message> wanted(FactFilter filter) {
        return List.of(CHINA, FRANCE, POLICY).stream().filter(filter::wants).toList();
    }
}
