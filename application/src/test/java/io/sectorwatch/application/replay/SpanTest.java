package io.sectorwatch.application.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    private static final Instant NEWEST = Instant.parse("2025-09-29T08:00:00Z");

    @Test
    void aDayIsWholeOnBothSides() {
        Span span = span("2024-02-23", "2024-02-23", null);

        assertThat(span.from()).isEqualTo("2024-02-23T00:00:00Z");
        assertThat(span.to()).isEqualTo("2024-02-23T23:59:59.999Z");
        assertThat(span.contains(Instant.parse("2024-02-23T23:59:59.999Z").toEpochMilli()))
                .isTrue();
        assertThat(span.contains(Instant.parse("2024-02-24T00:00:00Z").toEpochMilli()))
                .isFalse();
    }

    @Test
    void aDurationEndsWithTheNewestFactOrWithWhatWasKnown() {
        assertThat(span("P1Y", null, null).from()).isEqualTo("2024-09-29T08:00:00Z");
        assertThat(span("PT8H", null, null).from()).isEqualTo("2025-09-29T00:00:00Z");
        assertThat(span("P1Y", null, "2024-03-01T00:00:00Z").from()).isEqualTo("2023-03-01T00:00:00Z");
        assertThat(span("P1Y", null, "2026-03-01").from()).isEqualTo("2024-09-29T08:00:00Z");
    }

    @Test
    void nothingIsFedThatWasNotKnownThenOrComesAfterTheEnd() {
        assertThat(span(null, "2025-01-01", "2024-03-01T00:00:00Z").to()).isEqualTo("2024-03-01T00:00:00Z");
        assertThat(span(null, "2024-01-01T00:00:00Z", "2024-03-01").to()).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(span(null, null, null)).isEqualTo(Span.WHOLE);
        assertThat(span("2024-01-02", "2024-01-01", null).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P-1Y", "", "yesterday", "2024-02-30", "2024-2-3", "P", "PX", "1969-12-31", "P99999999999Y"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> KnowledgeTime.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no time");
    }

    private static Span span(@Nullable String from, @Nullable String to, @Nullable String asOf) {
        return Span.of(parse(from), parse(to), parse(asOf), NEWEST);
    }

    private static @Nullable KnowledgeTime parse(@Nullable String text) {
        return text == null ? null : KnowledgeTime.parse(text);
    }
}
