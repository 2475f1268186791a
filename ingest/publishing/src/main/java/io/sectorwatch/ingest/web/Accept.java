package io.sectorwatch.ingest.web;

import io.sectorwatch.ingest.format.Format;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.registry.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats a service is asked for. */
public final class Accept {
    private static final int MOST = 10;
    // A server that knows none of these names still has its file.
    private static final MediaType ANYTHING = new MediaType("*/*", 1);

    /** The header for one format; for any that we read where it is null. */
    public static String of(@Nullable Format format) {
        Stream<MediaType> wanted =
                (format == null ? Formats.ALL : List.of(format)).stream().flatMap(each -> each.mediaTypes().stream());
        return Stream.concat(wanted, Stream.of(ANYTHING))
                .distinct()
                .sorted(Comparator.comparing(MediaType::tenths).reversed())
                .map(Accept::said)
                .collect(Collectors.joining(", "));
    }

    private static String said(MediaType type) {
        return type.tenths() == MOST ? type.name() : type.name() + ";q=0." + type.tenths();
    }

    private Accept() {}
}
