package io.sectorwatch.application.replay.log;

import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.Sha256;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.ingest.sort.Bytes;
import io.sectorwatch.ingest.sort.Cursor;
import io.sectorwatch.ingest.sort.ExternalSort;
import io.sectorwatch.ingest.sort.Parts;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.SeriesKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of a scope and span in their canonical order: by the moment of the decision, then rule, then series,
 * and among those of one rule and series as they were decided. However many they are, in bounded memory.
 */
public final class AlertLog implements AutoCloseable {
    private final Span span;
    private final ReplayScope scope;
    private final ExternalSort sort;
    private final Bytes bytes = new Bytes();
    private final Set<String> open = new HashSet<>();
    private long size;

    /** Gives transitions one by one. */
    public interface Transitions {
        /** The next one; null at the end. */
        @Nullable
        LoggedTransition next() throws IOException;
    }

    /** Keeps with that much memory, in bytes, and temporary files in a directory. */
    public AlertLog(Span span, ReplayScope scope, Path temporary, long memory) {
        this.span = span;
        this.scope = scope;
        this.sort = new ExternalSort(temporary, memory);
    }

    /** A transition that was just decided, with a release or with none. */
    public void add(Transition transition, @Nullable String release) throws IOException {
        byte[] json = new TransitionCodec().write(transition);
        add(transition.key(), transition.decidedAt().toEpochMilli(), size, release, json);
    }

    /**
     * A transition from its topic.
     *
     * @param key of its record
     * @param time of its record: when it was decided
     * @param place grows with each one of its rule and series
     * @param release that it was decided with, if any
     */
    public void add(String key, long time, long place, @Nullable String release, byte[] json) throws IOException {
        int bar = key.lastIndexOf('|');
        String rule = key.substring(0, bar);
        String series = key.substring(bar + 1);
        if (span.isBefore(time) || !scope.contains(rule, SeriesKey.parse(series))) {
            return;
        }
        if (span.isAfter(time)) {
            noteBefore(key, json);
            return;
        }
        size++;
        sort.add(bytes.number(time)
                .text(rule)
                .text(series)
                .number(place)
                .text(release == null ? "" : release)
                .rest(json)
                .end());
    }

    /** Number of transitions. */
    public long size() {
        return size;
    }

    /** Number of alerts that were open when the span began. */
    public int openAtStart() {
        return open.size();
    }

    /** All of them; good until the next is added. */
    public Transitions transitions() throws IOException {
        Cursor records = sort.sorted();
        return () -> {
            byte[] record = records.next();
            return record == null ? null : read(new Parts(record));
        };
    }

    /** The SHA-256 of all of them, written as JSON Lines. */
    public String sha256() throws IOException {
        Sha256 sha256 = new Sha256();
        Transitions transitions = transitions();
        for (LoggedTransition next = transitions.next(); next != null; next = transitions.next()) {
            sha256.line(next.json());
        }
        return sha256.hex();
    }

    @Override
    public void close() throws IOException {
        sort.close();
    }

    private void noteBefore(String key, byte[] json) {
        if (new TransitionCodec().read(json).transition().opens()) {
            open.add(key);
        } else {
            open.remove(key);
        }
    }

    private static LoggedTransition read(Parts parts) {
        long time = parts.longNumber();
        String rule = parts.text();
        String series = parts.text();
        parts.longNumber();
        String release = parts.text();
        return new LoggedTransition(time, rule, series, release.isEmpty() ? null : release, parts.rest());
    }
}
