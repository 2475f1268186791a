package io.sectorwatch.ingest.plausibility;

/** Why a fact may be a mistake. */
public enum Doubt {
    /** Nothing was ever known here of its indicator. */
    NEW_INDICATOR,
    /** Nothing was ever known here of its area. */
    NEW_AREA,
    /** Nothing was ever known here of its sector. */
    NEW_SECTOR,
    /** Other sectors have topics for their alerts, and its sector has none. */
    NO_TOPIC,
    /** The series had another unit before. */
    OTHER_UNIT,
    /** It was published before its period began, and is no forecast. */
    TOO_EARLY,
    /** It is ten times as large as another figure of its period, or of the one beside it, or a tenth of that. */
    LEAP
}
