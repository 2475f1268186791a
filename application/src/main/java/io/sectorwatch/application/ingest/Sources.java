package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceFiles;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.web.Web;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** What names of sources stand for, in their order. What is brought from the web goes when they are closed. */
public final class Sources implements AutoCloseable {
    private static final long UNKNOWN = -1;

    private final List<NamedSource> all;

    private Sources(List<NamedSource> all) {
        this.all = List.copyOf(all);
    }

    /** Finds all of them; throws SourceException for a name that stands for nothing. */
    public static Sources named(List<String> names, InputStream standardInput) {
        List<NamedSource> all = new ArrayList<>();
        for (String name : names) {
            SourceName meant = SourceName.of(name);
            if (meant instanceof SourceName.BuiltIn builtIn) {
                all.add(new BuiltInSource(name, builtIn.set()));
            } else if (meant instanceof SourceName.OnDisk onDisk) {
                all.addAll(files(name, onDisk));
            } else if (meant instanceof SourceName.OnTheWeb onTheWeb) {
                all.add(new WebSource(onTheWeb.address()));
            } else {
                all.add(new StandardInput(standardInput));
            }
        }
        return new Sources(all);
    }

    /** Brings what is on the web. What cannot be brought is rejected when it is to be read. */
    public void load(Web web) {
        all.forEach(source -> source.load(web));
    }

    /** How many bytes they are, or -1 where nobody knows. */
    public long bytes() {
        long bytes = 0;
        for (NamedSource source : all) {
            OptionalLong its = source.bytes();
            if (its.isEmpty()) {
                return UNKNOWN;
            }
            bytes += its.getAsLong();
        }
        return bytes;
    }

    /**
     * Reads all of them.
     *
     * @param watched makes the stream of each one that is read in its place
     * @throws SourceException if a file cannot be
     */
    public void read(Intake intake, SourceReader reader, UnaryOperator<InputStream> watched) {
        all.forEach(source -> source.read(intake, reader, watched));
        if (all.stream().anyMatch(NamedSource::isMissing)) {
            // What did not come may be a part of any release.
            intake.doubt(release -> true);
        }
    }

    List<NamedSource> all() {
        return all;
    }

    @Override
    public void close() {
        try {
            for (NamedSource source : all) {
                source.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be closed (" + e.getMessage() + ")", e);
        }
    }

    private static List<FileSource> files(String name, SourceName.OnDisk onDisk) {
        try {
            return SourceFiles.of(onDisk.path()).stream()
                    .map(path -> new FileSource(path, onDisk.published(), onDisk.sheet()))
                    .toList();
        } catch (IOException e) {
            throw SourceException.unreadable(name, e);
        }
    }
}
