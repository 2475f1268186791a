package io.sectorwatch.ingest.plausibility;

/** Why a fact may be a mistake. */
public enum Doubt {
    /** Nothing was ever known here of its indicator. */
    NEW_INDICATOR("new-indicator", "an indicator never seen here"),
    /** Nothing was ever known here of its area. */
    NEW_AREA("new-area", "an area never seen here"),
    /** Nothing was ever known here of its sector. */
    NEW_SECTOR("new-sector", "a sector never seen here"),
    /** Other sectors have topics for their alerts, and its sector has none. */
    NO_TOPIC("no-topic", "a sector without a topic for its alerts"),
    /** The series had another unit before. */
    OTHER_UNIT("other-unit", "another unit than before in the series"),
    /** It was published before its period began, and is no forecast. */
    TOO_EARLY("too-early", "published before its period began, and no forecast"),
    /** It is ten times as large as another figure of its period, or of the one beside it, or a tenth of that. */
    LEAP("leap", "ten times another figure of its period or of the one beside it, or a tenth of that"),
    /** It is ten times as large as what another source says of its period, or a tenth of that. */
    OTHER_SOURCE("other-source", "ten times what another source says of the same period, or a tenth of that");

    private final String code;
    private final String words;

    Doubt(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** For programs. */
    public String code() {
        return code;
    }

    /** What it says of a fact. */
    public String words() {
        return words;
    }
}
