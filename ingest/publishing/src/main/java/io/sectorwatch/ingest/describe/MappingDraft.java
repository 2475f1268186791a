package io.sectorwatch.ingest.describe;

/**
 * A mapping that is proposed for a source.
 *
 * @param yaml the mapping, with a comment beside each decision
 * @param notes what would be ingested with it and what is doubtful about it, in lines for a person
 */
public record MappingDraft(String yaml, String notes) {}
