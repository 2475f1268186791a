package io.sectorwatch.schemas.message;

import io.sectorwatch.schemas.series.Period;
import java.time.Instant;
import java.util.List;

/**
 * Something a government did, or an assessment of it. A newer one of the same id replaces it.
 *
 * @param sectors sorted, never empty: {@code economy} where none was given
 * @param stance support, restrict, risk, neutral
 * @param occurred when it happened or is expected, of any precision
 */
public record PolicyEvent(
        String id,
        String title,
        String area,
        List<String> sectors,
        String kind,
        List<String> instruments,
        List<String> actors,
        String stance,
        Period occurred,
        Instant published,
        Source source)
        implements PolicyMessage {

    /** The sector of what concerns no sector in particular. */
    public static final String ECONOMY = "economy";

    @Override
    public Instant time() {
        return published;
    }

    @Override
    public String subject() {
        return id;
    }
}
