package io.sectorwatch.application.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedSpanTest {
    private static final Instant NEWEST = Instant.parse("2025-09-29T08:00:00Z");

    @Test
    void isOpenWhereAllIsFedAndNoneOfItHasToBeKnownBefore() {
        assertThat(RequestedSpan.WHOLE.isOpen()).isTrue();
        assertThat(span("2024-02-23", null, null).isOpen()).isTrue();
        assertThat(span("P1Y", null, null).isOpen()).isFalse();
        assertThat(span(null, "2024-02-23", null).isOpen()).isFalse();
        assertThat(span(null, null, "2024-02-23").isOpen()).isFalse();
    }

    @Test
    void oneThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> span("2024-02-24", "2024-02-23", null).span(NEWEST))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("ends 2024-02-23T23:59:59.999Z, before it begins 2024-02-24T00:00:00Z");
        assertThat(span("P1D", null, null).span(NEWEST))
                .isEqualTo(new Span(Instant.parse("2025-09-28T08:00:00Z"), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-23", "2024-02-23T08:00:00Z", "P1Y2M", "PT12H"})
    void aTimeIsWrittenSoThatItCanBeRead(String text) {
        assertThat(KnowledgeTime.parse(text).words()).isEqualTo(text);
    }

    static RequestedSpan span(@Nullable String from, @Nullable String to, @Nullable String asOf) {
        return new RequestedSpan(parse(from), parse(to), parse(asOf));
    }

    private static @Nullable KnowledgeTime parse(@Nullable String text) {
        return text == null ? null : KnowledgeTime.parse(text);
    }
}
