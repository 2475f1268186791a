package io.sectorwatch.schemas.message;

import org.jspecify.annotations.Nullable;

/** Who published a fact, and where in the publication it stands. Only the id takes part in decisions. */
public record Source(
        String id, @Nullable String locator, @Nullable String url) {}
