package io.sectorwatch.ingest.format.worldbank;

import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.PublicationTime;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a page of the World Bank's API says of itself.
 *
 * @param page which it is
 * @param pages of how many
 * @param total how many observations they have
 * @param updated when these were last brought up to date
 */
public record PageHeader(
        @Nullable String page,
        @Nullable String pages,
        @Nullable String total,
        @Nullable String updated) {

    /** Why no row of it may be taken: what stands on other pages would look withdrawn. Empty for the only page. */
    public Optional<String> isPart() {
        return pages == null || pages.equals("1") || pages.equals("0")
                ? Optional.empty()
                : Optional.of(
                        "page " + Excerpt.of(page) + " of " + Excerpt.of(pages) + ": the rest is missing; ask for all "
                                + (total == null ? "" : Excerpt.of(total) + " ")
                                + "observations in one page, with per_page");
    }

    /**
     * When it was published; null if that is not said.
     *
     * @param undated is told where it is said, and is no date
     */
    public @Nullable Instant published(Consumer<String> undated) {
        if (updated == null) {
            return null;
        }
        Optional<Instant> time = PublicationTime.parse(updated);
        if (time.isEmpty()) {
            undated.accept("'lastupdated' is no date: the page does not say when it was published");
        }
        return time.orElse(null);
    }

    /** What is wrong with having found so many observations; empty if these are all. */
    public Optional<String> lacks(long found) {
        return total == null || total.equals(Long.toString(found))
                ? Optional.empty()
                : Optional.of("the page's header counts " + Excerpt.of(total) + " observations, and " + found
                        + " are here: the rest is missing");
    }
}
