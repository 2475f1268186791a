package io.sectorwatch.processor.kind;

import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another series that a rule looks at.
 *
 * @param trust its trusted sources; null where all count alike
 */
public record ComparedSeries(SeriesKey series, @Nullable List<String> trust) {}
