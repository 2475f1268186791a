package io.sectorwatch.application.codes;

import org.jspecify.annotations.Nullable;

/**
 * A code that was asked for, and that nothing has.
 *
 * @param nearest the one that may have been meant; null where none is near
 */
public record UnmetCode(
        CodeSort sort, String code, @Nullable String nearest) {}
