package io.sectorwatch.launcher.command;

import io.sectorwatch.application.watch.Watched;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.describe.Describer;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.intake.FactSources;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceFiles;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.web.Address;
import io.sectorwatch.ingest.web.Download;
import io.sectorwatch.ingest.web.Validators;
import io.sectorwatch.ingest.web.Web;
import io.sectorwatch.ingest.web.WebException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the names given to {@code ingest} stand for. What is brought from the web goes when they are closed. */
final class Sources implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";
    private static final long UNKNOWN = -1;

    /** One of them. */
    private sealed interface Source permits BuiltIn, StandardInput, InFile, OnTheWeb {}

    private record BuiltIn(BuiltInSet set) implements Source {}

    private record StandardInput() implements Source {}

    private record InFile(Path path) implements Source {}

    private static final class OnTheWeb implements Source {
        private final Address address;
        private @Nullable Download download;
        private String failure = "was not asked for";

        OnTheWeb(Address address) {
            this.address = address;
        }
    }

    /** Something that can be opened more than once. */
    record Reopened(String name, Describer.Source source) {}

    private final List<Source> sources;

    private Sources(List<Source> sources) {
        this.sources = sources;
    }

    /** Finds all of them; throws a CommandException for a name that stands for nothing. */
    static Sources named(List<String> names) {
        List<Source> sources = new ArrayList<>();
        for (String name : names) {
            try {
                if (BuiltInSet.find(name).isPresent()) {
                    sources.add(new BuiltIn(BuiltInSet.find(name).get()));
                } else if (name.equals(STANDARD_INPUT)) {
                    sources.add(new StandardInput());
                } else if (Address.isMeant(name)) {
                    sources.add(new OnTheWeb(address(name)));
                } else if (Files.exists(Path.of(name))) {
                    SourceFiles.of(Path.of(name)).forEach(file -> sources.add(new InFile(file)));
                } else {
                    throw nothingIs(name);
                }
            } catch (IOException e) {
                throw unreadable(name, e);
            }
        }
        return new Sources(sources);
    }

    /** What can be watched, where all of it can; else throws a CommandException. */
    static Watched watched(List<String> names, SourceReader.Options options, String said) {
        List<Address> addresses = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            if (BuiltInSet.find(name).isPresent() || name.equals(STANDARD_INPUT)) {
                throw CommandException.unusable("--watch reads its sources again and again, and '" + name
                        + "' is read once: give addresses, files or folders");
            }
            if (Address.isMeant(name)) {
                addresses.add(address(name));
            } else if (Files.exists(Path.of(name))) {
                paths.add(Path.of(name));
            } else {
                throw nothingIs(name);
            }
        }
        return new Watched(names, addresses, paths, options, said);
    }

    private static CommandException nothingIs(String name) {
        return CommandException.unusable("there is no file or folder '" + name
                + "', addresses begin with http:// or https://, and the built-in sets are "
                + String.join(", ", BuiltInSet.names()));
    }

    /** Brings what is on the web. What cannot be brought is rejected when it is to be read. */
    void load(Web web) {
        for (Source source : sources) {
            if (source instanceof OnTheWeb onTheWeb) {
                try {
                    onTheWeb.download =
                            web.get(onTheWeb.address, Validators.NONE).orElseThrow();
                } catch (WebException e) {
                    onTheWeb.failure = String.valueOf(e.getMessage());
                }
            }
        }
    }

    /** All of them, where they can be read more than once; else throws a CommandException. */
    List<Reopened> reopened() {
        List<Reopened> reopened = new ArrayList<>();
        for (Source source : sources) {
            if (source instanceof InFile file) {
                reopened.add(new Reopened(file.path().toString(), () -> Files.newInputStream(file.path())));
            } else if (source instanceof OnTheWeb onTheWeb) {
                reopened.add(new Reopened(onTheWeb.address.toString(), () -> open(onTheWeb)));
            } else {
                throw CommandException.unusable(
                        "--describe reads a source more than once: give files, folders or addresses");
            }
        }
        return reopened;
    }

    /** How many bytes they are, or -1 where nobody knows. */
    long bytes() {
        long bytes = 0;
        for (Source source : sources) {
            if (source instanceof StandardInput) {
                return UNKNOWN;
            }
            if (source instanceof InFile file) {
                bytes += file.path().toFile().length();
            }
            if (source instanceof OnTheWeb onTheWeb && onTheWeb.download != null) {
                bytes += size(onTheWeb.download);
            }
        }
        return bytes;
    }

    /** Reads all of them, in the order in which they were named. */
    void read(Intake intake, SourceReader reader, ReadingProgress progress) {
        for (Source source : sources) {
            if (source instanceof BuiltIn builtIn) {
                FactSources.read(builtIn.set(), intake);
            } else if (source instanceof InFile file) {
                read(file.path(), reader, progress);
            } else if (source instanceof OnTheWeb onTheWeb) {
                read(onTheWeb, intake, reader, progress);
            } else {
                reader.read("standard input", progress.watch(System.in));
            }
        }
        if (sources.stream().anyMatch(source -> source instanceof OnTheWeb onTheWeb && onTheWeb.download == null)) {
            // What did not come may be a part of any release.
            intake.doubt(release -> true);
        }
    }

    private static void read(Path file, SourceReader reader, ReadingProgress progress) {
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(file.toString(), progress.watch(in));
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private static void read(OnTheWeb source, Intake intake, SourceReader reader, ReadingProgress progress) {
        String name = source.address.toString();
        if (source.download == null) {
            intake.reject(name, Rejection.ofFile(name, source.failure));
        } else {
            reader.read(name, progress.watch(source.download.open()));
        }
    }

    private static InputStream open(OnTheWeb source) throws IOException {
        if (source.download == null) {
            throw new IOException(source.failure);
        }
        return source.download.open();
    }

    private static long size(Download download) {
        try {
            return download.size();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static Address address(String name) {
        try {
            return Address.of(name);
        } catch (IllegalArgumentException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            for (Source source : sources) {
                if (source instanceof OnTheWeb onTheWeb && onTheWeb.download != null) {
                    onTheWeb.download.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be closed (" + e.getMessage() + ")", e);
        }
    }

    private static CommandException unreadable(String name, IOException e) {
        return CommandException.unusable(name + " cannot be read (" + e.getMessage() + ")");
    }
}
