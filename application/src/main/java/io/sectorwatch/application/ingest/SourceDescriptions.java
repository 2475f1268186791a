package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.describe.Describer;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.mapping.Moment;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says of sources what they hold, which mapping fits, and what would be ingested with it. */
public final class SourceDescriptions {
    /** Takes what is said of each. */
    public interface Listener {
        /** What a person reads of a source, in lines. */
        void described(String text);

        /** A source cannot be read. */
        void failed(String source, String reason);
    }

    private record Named(String name, Describer.Source source) {}

    /** Describes one after another; throws ReadOnceException, before the first, where one can be read once alone. */
    public static void of(Sources sources, SourceReader.Options options, Instant now, Listener listener) {
        List<Named> all = new ArrayList<>();
        sources.all().forEach(source -> all.add(new Named(source.name(), source.reopened())));
        Describer describer = new Describer(
                options::formatOf, options.reading(), options.mapping(), new Moment(options.published(), now));
        for (Named named : all) {
            try {
                listener.described(describer.describe(named.name(), named.source()));
            } catch (IOException e) {
                listener.failed(named.name(), String.valueOf(e.getMessage()));
            }
        }
    }

    private SourceDescriptions() {}
}
