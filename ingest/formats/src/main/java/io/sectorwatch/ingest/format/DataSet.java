package io.sectorwatch.ingest.format;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a publication says of the rows that follow.
 *
 * @param id how the publisher calls the data set, its dataflow or its file; null where the publication does not say
 * @param components names of the columns of its rows, in the publisher's own words but for {@link #TIME_PERIOD} and
 *     {@link #OBS_VALUE}, which every data set of observations has under these names
 * @param published when the publication was prepared; null where it does not say
 * @param mayGrow whether a row may come with a component that is not among them, and the data set be begun again with it
 */
public record DataSet(
        @Nullable String id,
        List<String> components,
        @Nullable Instant published,
        Action action,
        boolean mayGrow) {
    /** The component with the period, as the publisher writes it. */
    public static final String TIME_PERIOD = "TIME_PERIOD";

    /** The component with the figure, as a decimal number; an absent one is missing. */
    public static final String OBS_VALUE = "OBS_VALUE";

    /** What the rows do to what was published before; SDMX's words. */
    public enum Action {
        /** They say what is the case, and nothing of what they leave out. */
        INFORMATION,
        /** They add to it. */
        APPEND,
        /** They take the place of all of it. */
        REPLACE,
        /** They take it back. */
        DELETE
    }

    public DataSet {
        components = List.copyOf(components);
    }

    /** A data set that says all its components beforehand. */
    public DataSet(@Nullable String id, List<String> components, @Nullable Instant published, Action action) {
        this(id, components, published, action, false);
    }
}
