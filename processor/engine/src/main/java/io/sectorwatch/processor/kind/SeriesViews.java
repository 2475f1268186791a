package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import java.util.List;

/**
 * What a rule looks at for one series.
 *
 * @param others the series that its kind named, in the order it named them
 */
public record SeriesViews(View own, List<View> others) {}
