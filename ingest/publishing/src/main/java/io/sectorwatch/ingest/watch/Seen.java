package io.sectorwatch.ingest.watch;

import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.web.Validators;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a source was when it was read last.
 *
 * @param validators what its server called it
 * @param fingerprint changes with its content
 * @param isFile whether it keeps its moment, while an address gets the next release
 * @param editions what it was part of
 */
public record Seen(Validators validators, String fingerprint, boolean isFile, Set<Edition> editions) {
    /**
     * A release, by what makes it one.
     *
     * @param published null where each of its facts says for itself when it became known
     */
    public record Edition(String dataSet, @Nullable Instant published) {}

    public Seen {
        editions = Set.copyOf(editions);
    }

    /** A source that said something in releases. */
    public static Seen of(Validators validators, String fingerprint, boolean isFile, Collection<Release> releases) {
        return new Seen(
                validators,
                fingerprint,
                isFile,
                releases.stream()
                        .map(release -> new Edition(release.dataSet(), release.published()))
                        .collect(Collectors.toSet()));
    }

    /**
     * Whether a release that other sources have is not whole without this one: it is a further file of the same release, or
     * an address that has a part of the same data set.
     */
    public boolean holdsPartOf(Release release) {
        return editions.stream()
                .anyMatch(edition -> edition.dataSet().equals(release.dataSet())
                        && (!isFile || Objects.equals(edition.published(), release.published())));
    }
}
