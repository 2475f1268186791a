package io.sectorwatch.application.replay.log;

import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.replay.RuleNames;
import io.sectorwatch.schemas.message.ClosedRelease;
import java.util.Map;

/**
 * What came of a replay.
 *
 * @param log all that it decided
 * @param leftOut how much of what it was to read could not be read
 * @param names of the rules that it decided under, and of those that were live
 * @param releases what closed those that something was decided with, by their ids, as far as they were read one by one
 */
public record Replayed(
        Manifest manifest, AlertLog log, long leftOut, RuleNames names, Map<String, ClosedRelease> releases) {
    public Replayed {
        releases = Map.copyOf(releases);
    }
}
