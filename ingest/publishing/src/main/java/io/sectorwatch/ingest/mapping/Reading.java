package io.sectorwatch.ingest.mapping;

import io.sectorwatch.schemas.message.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * What a text in a row means: something, nothing, that the row is not wanted, or nonsense.
 *
 * @param complaint why it is nonsense, to a person; null where it is not
 */
record Reading<T>(
        @Nullable T meaning, boolean isUnwanted, @Nullable String complaint) {

    static <T> Reading<T> of(@Nullable T meaning) {
        return new Reading<>(meaning, false, null);
    }

    static <T> Reading<T> unwanted() {
        return new Reading<>(null, true, null);
    }

    static <T> Reading<T> nonsense(@Nullable String complaint) {
        return new Reading<>(null, false, complaint == null ? "makes no sense" : complaint);
    }

    /** The meaning, or null where nothing is said; throws MalformedMessageException for nonsense. */
    @Nullable
    T optional() {
        if (complaint != null) {
            throw new MalformedMessageException(complaint);
        }
        return meaning;
    }

    /** The meaning; throws MalformedMessageException, naming the field, where there is none. */
    T required(String field) {
        T found = optional();
        if (found == null) {
            throw new MalformedMessageException("the row has no " + field);
        }
        return found;
    }
}
