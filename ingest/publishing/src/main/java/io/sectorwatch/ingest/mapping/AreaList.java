package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.area.AreaCodes;
import org.jspecify.annotations.Nullable;

/** A list of areas as codes of a mapping. */
record AreaList(AreaCodes areas) implements CodeList {
    /** The list of that name; throws IllegalArgumentException. */
    static AreaList of(String name) {
        return new AreaList(AreaCodes.of(name));
    }

    @Override
    public @Nullable String find(String code) {
        return areas.find(code);
    }

    @Override
    public String hint(String code) {
        return areas.hint(code);
    }
}
