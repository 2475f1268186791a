package io.sectorwatch.application.watch;

import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.web.Address;
import java.nio.file.Path;
import java.util.List;

/**
 * What is watched.
 *
 * @param names as the user gave them
 * @param paths files and folders
 * @param options what the user says of all of it
 * @param said the same as a text, so that what was read under other options counts for nothing
 */
public record Watched(
        List<String> names, List<Address> addresses, List<Path> paths, SourceReader.Options options, String said) {
    public Watched {
        names = List.copyOf(names);
        addresses = List.copyOf(addresses);
        paths = List.copyOf(paths);
    }
}
