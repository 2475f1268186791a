package io.sectorwatch.deliver.config;

import io.sectorwatch.deliver.filter.Where;
import io.sectorwatch.deliver.targets.TargetKind.TargetPlan;

/**
 * A target as the file says it.
 *
 * @param kind the field in which it stands
 * @param isFromBeginning whether it is told, while it is new, of all that ever was
 */
public record ConfiguredTarget(String name, String kind, Where where, boolean isFromBeginning, TargetPlan plan) {}
