package io.sectorwatch.application.watch;

import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceFiles;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.vintage.Release;
import io.sectorwatch.ingest.watch.Memory;
import io.sectorwatch.ingest.watch.Seen;
import io.sectorwatch.ingest.web.Address;
import io.sectorwatch.ingest.web.Download;
import io.sectorwatch.ingest.web.Validators;
import io.sectorwatch.ingest.web.Web;
import io.sectorwatch.ingest.web.WebException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads those of the sources that are not what they were, each as far as it can be read: a bad one stops no other. */
final class Gathering {
    private final Watched watched;
    private final Memory memory;
    private final Intake intake;
    private final Instant now;
    private final RoundTally tally;
    private final BiConsumer<String, String> complaints;
    private final Consumer<String> notes;
    private final Map<String, Seen> read = new HashMap<>();
    private final Set<String> notRead = new HashSet<>();
    private boolean isTorn;

    /**
     * Reads into an intake.
     *
     * @param complaints takes the name of a source, and what is wrong with it
     * @param notes takes words about what is left out
     */
    Gathering(
            Watched watched,
            Memory memory,
            Intake intake,
            Instant now,
            RoundTally tally,
            BiConsumer<String, String> complaints,
            Consumer<String> notes) {
        this.watched = watched;
        this.memory = memory;
        this.intake = intake;
        this.now = now;
        this.tally = tally;
        this.complaints = complaints;
        this.notes = notes;
    }

    /** What was read, to be remembered once it is published. */
    Map<String, Seen> read() {
        return read;
    }

    /** Whether a file was written to while it was read, so that nothing of this round can be relied on. */
    boolean isTorn() {
        return isTorn;
    }

    /** Whether sources that were not read now hold a part of the release. */
    boolean isInPart(Release release) {
        return memory.ofAll(notRead).stream().anyMatch(seen -> seen.holdsPartOf(release));
    }

    /** Leaves an address unread this time. */
    void passOver(Address address) {
        notRead.add(address.id());
    }

    /** Reads an address, unless there is no other version of it. */
    void address(Address address, Web web, Map<String, Instant> notBefore) {
        String id = address.id();
        notRead.add(id);
        Instant allowed = notBefore.getOrDefault(id, Instant.MIN);
        if (now.isBefore(allowed)) {
            fail(address.toString(), "is left alone until " + allowed + ", as its server asked");
            return;
        }
        Optional<Seen> seen = memory.of(id);
        try {
            Optional<Download> download =
                    web.get(address, seen.map(Seen::validators).orElse(Validators.NONE));
            if (download.isEmpty()) {
                tally.countUnchanged();
                return;
            }
            try (Download brought = download.get()) {
                take(id, address.toString(), brought, seen);
            }
        } catch (WebException e) {
            e.notBefore().ifPresent(time -> notBefore.put(id, time));
            fail(address.toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            fail(address.toString(), "cannot be read (" + e.getMessage() + ")");
        }
    }

    private void take(String id, String name, Download download, Optional<Seen> seen) throws IOException {
        String digest = download.digest();
        if (seen.isPresent() && seen.get().fingerprint().equals(digest)) {
            tally.countUnchanged();
            read.put(
                    id,
                    new Seen(download.validators(), digest, false, seen.get().editions()));
            return;
        }
        SourceReader reader = reader();
        try (InputStream in = download.open()) {
            reader.read(name, in);
        }
        // An error page that came as an answer must not keep the answer away.
        if (reader.hasFailed()) {
            tally.countFailed();
        } else {
            keep(id, Seen.of(download.validators(), digest, false, reader.releases()));
            tally.countRead();
        }
    }

    /** Reads a file, or the files in a folder, that are new or not what they were. */
    void path(Path path) {
        List<Path> files;
        try {
            files = SourceFiles.of(path);
        } catch (IOException e) {
            fail(path.toString(), String.valueOf(e.getMessage()));
            return;
        }
        files.forEach(this::file);
    }

    private void file(Path file) {
        String id = file.toAbsolutePath().normalize().toString();
        notRead.add(id);
        try {
            Stamp stamp = Stamp.of(file);
            Optional<Seen> seen = memory.of(id);
            if (seen.isPresent() && seen.get().fingerprint().equals(stamp.fingerprint())) {
                tally.countUnchanged();
            } else if (!stamp.isSettled(now)) {
                tally.countUnsettled();
            } else {
                SourceReader reader = reader();
                try (InputStream in = Files.newInputStream(file)) {
                    reader.read(file.toString(), in);
                }
                if (!Stamp.of(file).equals(stamp)) {
                    tally.countUnsettled();
                    isTorn = true;
                    return;
                }
                keep(id, Seen.of(Validators.NONE, stamp.fingerprint(), true, reader.releases()));
                // As it is, it could only fail again: it is remembered like any other.
                if (reader.hasFailed()) {
                    tally.countFailed();
                } else {
                    tally.countRead();
                }
            }
        } catch (IOException e) {
            fail(file.toString(), "cannot be read (" + e.getMessage() + ")");
        }
    }

    private SourceReader reader() {
        return new SourceReader(watched.options(), SourceReader.Messages.COMPARED, now, intake, notes);
    }

    private void keep(String id, Seen seen) {
        notRead.remove(id);
        read.put(id, seen);
    }

    private void fail(String name, String reason) {
        tally.countFailed();
        complaints.accept(name, reason);
    }
}
