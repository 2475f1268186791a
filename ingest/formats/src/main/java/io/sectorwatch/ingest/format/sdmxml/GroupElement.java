package io.sectorwatch.ingest.format.sdmxml;

import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.sdmx.AttributeGroups;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group as it is read: first its dimensions, where it is generic, then its attributes, and in old versions its series. */
final class GroupElement {
    private final GrowingRow row;
    private final long line;
    private final Map<Integer, String> texts = new HashMap<>();
    private @Nullable Set<Integer> key;
    private boolean isInKey;
    private boolean isGiven;

    GroupElement(GrowingRow row, long line) {
        this.row = row;
        this.line = line;
    }

    /** What follows are dimensions, and no attributes, until the key ends. */
    void key(boolean begins) {
        isInKey = begins;
        if (key == null) {
            key = new HashSet<>();
        }
    }

    /** A component of it; an empty text says nothing. */
    void set(String component, @Nullable String value) throws UnreadableException {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            return;
        }
        int place = row.place(component);
        String before = texts.put(place, text);
        if (before != null && !before.equals(text)) {
            throw new UnreadableException("line " + line + ": a group gives " + Excerpt.of(component) + " twice, as "
                    + Excerpt.of(before) + " and as " + Excerpt.of(text));
        }
        if (isInKey && key != null) {
            key.add(place);
        }
    }

    /** All of it is known. */
    void give(AttributeGroups groups) throws UnreadableException {
        if (!isGiven && !texts.isEmpty()) {
            groups.add(texts, key, line);
        }
        isGiven = true;
    }

    /** Says it of a series inside of it. */
    void say() {
        texts.forEach((place, text) -> row.fill(GrowingRow.SERIES, place, text));
    }
}
