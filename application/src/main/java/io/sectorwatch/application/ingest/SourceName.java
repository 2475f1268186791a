package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.format.PublicationTime;
import io.sectorwatch.ingest.web.Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the name of a source stands for. */
public sealed interface SourceName {
    /** The name of standard input. */
    String STANDARD_INPUT = "-";

    /** One of the sets that are part of the program. */
    record BuiltIn(BuiltInSet set) implements SourceName {}

    /** What comes on standard input. */
    record Standard() implements SourceName {}

    /**
     * A file or a folder.
     *
     * @param published when what it holds became known; null where the name does not say so
     * @param sheet which one of a workbook is meant; null where the name does not say so
     */
    record OnDisk(
            Path path,
            @Nullable Instant published,
            @Nullable String sheet) implements SourceName {
        OnDisk(Path path, @Nullable Instant published) {
            this(path, published, null);
        }
    }

    /** What a server answers with. */
    record OnTheWeb(Address address) implements SourceName {}

    /** Throws SourceException for a name that stands for nothing. */
    static SourceName of(String name) {
        if (BuiltInSet.find(name).isPresent()) {
            return new BuiltIn(BuiltInSet.find(name).get());
        }
        if (name.equals(STANDARD_INPUT)) {
            return new Standard();
        }
        if (Address.isMeant(name)) {
            return new OnTheWeb(address(name));
        }
        if (Files.exists(Path.of(name))) {
            return new OnDisk(Path.of(name), null);
        }
        int at = name.lastIndexOf('@');
        if (at > 0 && Files.exists(Path.of(name.substring(0, at)))) {
            return new OnDisk(Path.of(name.substring(0, at)), published(name, at));
        }
        int hash = name.lastIndexOf('#');
        if (hash > 0 && Files.isRegularFile(Path.of(name.substring(0, hash)))) {
            Path file = Path.of(name.substring(0, hash));
            String sheet = name.substring(hash + 1, at > hash ? at : name.length());
            return new OnDisk(file, at > hash ? published(name, at) : null, sheet);
        }
        throw new SourceException("there is no file or folder '" + name
                + "', addresses begin with http:// or https://, and the built-in sets are "
                + String.join(", ", BuiltInSet.names()));
    }

    private static Instant published(String name, int at) {
        return PublicationTime.parse(name.substring(at + 1))
                .orElseThrow(() -> new SourceException("'" + name.substring(at + 1)
                        + "' is no time of publication: write " + name.substring(0, at)
                        + "@2024-03-13, or @2024-03-13T11:00:00Z"));
    }

    private static Address address(String name) {
        try {
            return Address.of(name);
        } catch (IllegalArgumentException e) {
            throw new SourceException(String.valueOf(e.getMessage()), e);
        }
    }
}
