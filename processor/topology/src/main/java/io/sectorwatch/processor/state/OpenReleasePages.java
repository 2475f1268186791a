package io.sectorwatch.processor.state;

import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.OpenRelease;
import io.sectorwatch.processor.series.Origin;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.series.SeriesKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * What releases that are not decided yet have touched, as pages that name their series and origins themselves. Most releases
 * are decided before the next commit, and nothing of them is ever written; the pages of one that was not go when it is.
 */
final class OpenReleasePages {
    private static final int VERSION = 1;
    private static final int FULL = 256 * 1024;
    private static final byte FIGURE = 0;
    private static final byte COUNT = 1;

    private final Map<OpenRelease.Key, Release> releases = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();

    /** Adds a row that was just added to a history. */
    void figure(OpenRelease.Key key, long moment, SeriesHistory history, int row) {
        Release release = release(key, moment);
        write(release, out -> {
            out.writeByte(FIGURE);
            release.series(out, history.key());
            ByteUtils.writeVarint(history.period(row), out);
            release.origin(out, history.origin(row));
        });
    }

    /** Adds what is done to a count. */
    void count(OpenRelease.Key key, long moment, SeriesHistory derived, OpenRelease.TouchedCount touched) {
        Release release = release(key, moment);
        write(release, out -> {
            out.writeByte(COUNT);
            release.series(out, derived.key());
            out.writeBoolean(touched.newPeriod());
            out.writeBoolean(touched.revised());
        });
    }

    /** Forgets a release that was decided. */
    void decided(OpenRelease.Key key) {
        Release release = releases.remove(key);
        if (release != null) {
            for (int page = 0; page < release.written; page++) {
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
                String name = name(key, release.written++);
                log.accept(name, page);
            }
        });
    }

    /** Takes back a page, by its name. */
    void restore(String name, byte[] page, Engine engine) {
        boolean ofPolicies = name.charAt(0) == 'p';
        int end = name.lastIndexOf('\n');
        String id = name.substring(1, end);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(page))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("an open release is of format " + version + ", and this version reads "
                        + VERSION + ": start with a new application id");
            }
            long moment = in.readLong();
            List<SeriesKey> series = new ArrayList<>();
            List<Origin> origins = new ArrayList<>();
            while (in.available() > 0) {
                byte kind = in.readByte();
                int number = ByteUtils.readVarint(in);
                if (number == series.size()) {
                    series.add(SeriesKey.parse(in.readUTF()));
                }
                if (kind == COUNT) {
                    engine.restoreOpen(id, moment, series.get(number), in.readBoolean(), in.readBoolean());
                    continue;
                }
                int period = ByteUtils.readVarint(in);
                int origin = ByteUtils.readVarint(in);
                if (origin == origins.size()) {
                    origins.add(Journal.readOrigin(in));
                }
                engine.restoreOpen(id, ofPolicies, moment, series.get(number), period, origins.get(origin));
            }
            Release release = release(new OpenRelease.Key(id, ofPolicies), moment);
            release.written = Math.max(release.written, Integer.parseInt(name.substring(end + 1)) + 1);
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

    // The id of a release has no control characters.
    private static String name(OpenRelease.Key key, int page) {
        return (key.ofPolicies() ? "p" : "i") + key.release() + '\n' + page;
    }

    private static void write(Release release, Writing writing) {
        try {
            writing.to(release.begin());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (release.bytes.size() >= FULL) {
            release.turn();
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static final class Release {
        private final long moment;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
        private final List<byte[]> pages = new ArrayList<>();
        private final Map<SeriesKey, Integer> series = new HashMap<>();
        private final Map<Origin, Integer> origins = new HashMap<>();
        private int written;

        Release(long moment) {
            this.moment = moment;
        }

        DataOutputStream begin() throws IOException {
            if (bytes.size() == 0) {
                out.writeByte(VERSION);
                out.writeLong(moment);
            }
            return out;
        }

        void series(DataOutputStream to, SeriesKey key) throws IOException {
            Integer number = series.putIfAbsent(key, series.size());
            ByteUtils.writeVarint(number == null ? series.size() - 1 : number, to);
            if (number == null) {
                to.writeUTF(key.toString());
            }
        }

        void origin(DataOutputStream to, Origin origin) throws IOException {
            Integer number = origins.putIfAbsent(origin, origins.size());
            ByteUtils.writeVarint(number == null ? origins.size() - 1 : number, to);
            if (number == null) {
                Journal.write(origin, to);
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

        void turn() {
            pages.add(bytes.toByteArray());
            bytes.reset();
            series.clear();
            origins.clear();
        }
    }
}
