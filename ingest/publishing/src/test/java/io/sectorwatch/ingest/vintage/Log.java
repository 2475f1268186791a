package io.sectorwatch.ingest.vintage;

import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has been published, as a list, and releases taken up into it. */
final class Log {
    private final Path directory;
    private final long memory;
    final List<Message> facts = new ArrayList<>();
    final List<Correction> corrections = new ArrayList<>();
    final List<String> doubtful = new ArrayList<>();
    final List<Rejection> contradictions = new ArrayList<>();

    /** One row of a release. */
    record Row(Release release, Message fact) {}

    Log(Path directory, long memory) {
        this.directory = directory;
        this.memory = memory;
    }

    SortedMap<Release, Changes> take(List<Row> rows) {
        return take(rows, Integer.MAX_VALUE);
    }

    /** Takes releases up, and publishes only the first few of them. */
    SortedMap<Release, Changes> take(List<Row> rows, int published) {
        try (Releases releases = new Releases(directory, memory);
                SortedFacts news = new SortedFacts(directory, memory)) {
            long line = 0;
            for (Row row : rows) {
                releases.state(row.release(), row.fact(), "file", ++line);
            }
            doubtful.forEach(releases::doubt);
            KnownFacts known = (wanted, taker) -> {
                for (Message fact : List.copyOf(facts)) {
                    taker.take(fact);
                }
                for (Correction correction : corrections) {
                    taker.take(correction);
                }
            };
            SortedMap<Release, Changes> changes = new TreeMap<>(releases.compare(
                    known, news, contradiction -> contradictions.add(contradiction.rejection()), null));
            SortedFacts.Facts cursor = news.facts();
            for (SortedFacts.Placed next = cursor.next(); next != null; next = cursor.next()) {
                if (next.batch() <= published) {
                    facts.add(next.fact());
                }
            }
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
