package io.sectorwatch.processor.kind;

import java.util.Map;
import java.util.function.Function;

/**
 * Kinds from elsewhere: a jar on the class path that names an implementation as a service adds them to those that come with
 * Sectorwatch.
 */
public interface KindProvider {
    /** How the fields of each kind are read, by the field under {@code when} that chooses it. */
    Map<String, Function<RuleFields, Kind>> kinds();
}
