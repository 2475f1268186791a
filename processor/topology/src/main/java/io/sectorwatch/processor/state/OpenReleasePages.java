package io.sectorwatch.processor.state;

import io.sectorwatch.processor.alert.ReasonSet;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.OpenRelease;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What releases that are not decided yet are to which rules and series, as pages. Most releases are decided before the next
 * commit, and nothing of them is ever written; the pages of one that was not go when it is.
 */
final class OpenReleasePages {
    private static final int VERSION = 1;
    private static final int FULL = 256 * 1024;

    private final Map<OpenRelease.Key, Release> releases = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();

    /** Adds what a release is to a rule and series, by the key of their alert. */
    void add(OpenRelease.Key key, long moment, String alert, ReasonSet reasons) {
        release(key, moment).add(alert, reasons);
    }

    /** Forgets a release that was decided. */
    void decided(OpenRelease.Key key) {
        Release release = releases.remove(key);
        if (release != null) {
            for (int page = 0; page < release.written.size(); page++) {
                gone.add(name(key, page));
            }
        }
    }

    /** Hands on what was added since the last time, and what has gone, as entries of names. */
    void drain(BiConsumer<String, byte @Nullable []> log) {
        gone.forEach(name -> log.accept(name, null));
        gone.clear();
        releases.forEach((key, release) -> {
            for (byte[] page : release.take()) {
                log.accept(name(key, release.written.size()), page);
                release.written.add(page);
            }
        });
    }

    /** The entries that were handed on and have not gone, for a store that begins again with them. */
    Map<String, byte[]> written() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        releases.forEach((key, release) -> {
            for (int page = 0; page < release.written.size(); page++) {
                entries.put(name(key, page), release.written.get(page));
            }
        });
        return entries;
    }

    /** Takes back a page, by its name; those of a release in their order. */
    void restore(String name, byte[] page, Engine engine) {
        int end = name.lastIndexOf('\n');
        OpenRelease.Key key = new OpenRelease.Key(name.substring(1, end), name.charAt(0) == 'p');
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(page))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw UnknownFormatException.of("an open release", version, VERSION);
            }
            long moment = in.readLong();
            while (in.available() > 0) {
                engine.restoreOpen(key, moment, in.readUTF(), ReasonSet.ofBits(in.readUnsignedByte()));
            }
            release(key, moment).written.add(page);
        } catch (IOException e) {
            throw new UncheckedIOException("the state cannot be read", e);
        }
    }

    void clear() {
        releases.clear();
        gone.clear();
    }

    private Release release(OpenRelease.Key key, long moment) {
        return releases.computeIfAbsent(key, none -> new Release(moment));
    }

    // The id of a release has no control characters; the number has a width, so that names sort as pages do.
    private static String name(OpenRelease.Key key, int page) {
        return (key.ofPolicies() ? "p" : "i") + key.release() + '\n' + String.format(Locale.ROOT, "%08d", page);
    }

    private static final class Release {
        private final long moment;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
        private final List<byte[]> pages = new ArrayList<>();
        private final List<byte[]> written = new ArrayList<>();

        Release(long moment) {
            this.moment = moment;
        }

        void add(String alert, ReasonSet reasons) {
            try {
                if (bytes.size() == 0) {
                    out.writeByte(VERSION);
                    out.writeLong(moment);
                }
                out.writeUTF(alert);
                out.writeByte(reasons.bits());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (bytes.size() >= FULL) {
                turn();
            }
        }

        List<byte[]> take() {
            if (bytes.size() > 0) {
                turn();
            }
            List<byte[]> taken = List.copyOf(pages);
            pages.clear();
            return taken;
        }

        private void turn() {
            pages.add(bytes.toByteArray());
            bytes.reset();
        }
    }
}
