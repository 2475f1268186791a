package io.sectorwatch.application.watch;

import io.sectorwatch.application.ingest.ReadOnceException;
import io.sectorwatch.application.ingest.SourceException;
import io.sectorwatch.application.ingest.SourceName;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.web.Address;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * What names stand for.
     *
     * @throws SourceException for a name that stands for nothing
     * @throws ReadOnceException for what cannot be read again and again
     */
    public static Watched named(List<String> names, SourceReader.Options options, String said) {
        List<Address> addresses = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            SourceName meant = SourceName.of(name);
            if (meant instanceof SourceName.OnTheWeb onTheWeb) {
                addresses.add(onTheWeb.address());
            } else if (meant instanceof SourceName.OnDisk onDisk) {
                if (onDisk.sheet() != null) {
                    throw new SourceException(
                            "of a workbook that is watched the mapping says the sheet, as sheet: " + onDisk.sheet());
                }
                if (onDisk.published() != null) {
                    throw new SourceException(
                            "'" + name + "' is dated, and what is read again and again says itself when it"
                                    + " was published: leave out @ and the date");
                }
                paths.add(onDisk.path());
            } else {
                throw new ReadOnceException(name);
            }
        }
        return new Watched(names, addresses, paths, options, said);
    }
}
