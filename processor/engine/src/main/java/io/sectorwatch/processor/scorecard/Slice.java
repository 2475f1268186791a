package io.sectorwatch.processor.scorecard;

import io.sectorwatch.schemas.message.Scorecard;

/**
 * What one task knows of one part of a scorecard: a card with only that part filled in.
 *
 * @param part names the part; a newer slice of the same part takes its place
 */
public record Slice(String part, Scorecard card) {
    /**
     * Parts that count the policy events of a month begin with this; the month follows, or nothing for those without. No code
     * of an indicator, which other parts begin with, has capitals.
     */
    static final String POLICIES = "POLICIES/";
}
