package io.sectorwatch.ingest.period;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsOrYearsTest {
    @ParameterizedTest
    @ValueSource(strings = {"2004-05 2005-06", "2004-05 2004-05 2005-06 2006", "2011-12 2012-13", "2012-13 2003-04"})
    void yearsInARowMayBeFiscalYears(String periods) {
        assertThat(complaint(periods))
                .contains("so they may be fiscal years and no months")
                .contains("{fiscal: start}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2004-05 2005-06 2005-07",
                "2004-05 2004-05",
                "2004-05",
                "2012-13 2013-14",
                "2004-Q1 2005 2004/05 2005/06",
                "2004-05 2004-06 2012-13"
            })
    void whereThereAreOtherMonthsOrOnlyOneTheyAreMonths(String periods) {
        assertThat(complaint(periods)).isNull();
    }

    @Test
    void namesWhatShowsIt() {
        assertThat(complaint("2004-05 2012-13")).startsWith("the periods, such as 2004-05 and 2012-13, are all");
    }

    private static @Nullable String complaint(String periods) {
        MonthsOrYears seen = new MonthsOrYears();
        for (String period : periods.split(" ")) {
            seen.note(period);
        }
        return seen.complaint();
    }
}
