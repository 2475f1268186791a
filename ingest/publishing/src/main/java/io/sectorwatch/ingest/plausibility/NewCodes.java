package io.sectorwatch.ingest.plausibility;

import io.sectorwatch.ingest.area.AreaCodes;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.topic.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Codes of news that are not among those seen, each where it stands first. */
public final class NewCodes {
    private static final int FARTHEST = 2;

    private final SeenCodes seen;
    private final Map<String, Place> indicators = new LinkedHashMap<>();
    private final Map<String, Place> areas = new LinkedHashMap<>();
    private final Map<String, Place> sectors = new LinkedHashMap<>();
    private final Map<String, Place> allSectors = new LinkedHashMap<>();

    private record Place(Message fact, String file, long line) {}

    /** Beside what is seen by now; what is added to that later counts too. */
    public NewCodes(SeenCodes seen) {
        this.seen = seen;
    }

    /** Takes a fact that is news. */
    public void add(Message fact, String file, long line) {
        if (fact instanceof Observation figure) {
            note(indicators, seen.indicators, figure.series().indicator(), fact, file, line);
            // A source that begins to speak of something has areas of its own.
            if (seen.hasVoice(figure) || !AreaCodes.isArea(figure.series().area())) {
                note(areas, seen.areas, figure.series().area(), fact, file, line);
            }
            sector(figure.series().sector(), fact, file, line);
        } else if (fact instanceof PolicyEvent policy) {
            if (!AreaCodes.isArea(policy.area())) {
                note(areas, seen.areas, policy.area(), fact, file, line);
            }
            policy.sectors().forEach(sector -> sector(sector, fact, file, line));
        }
    }

    private void sector(String sector, Message fact, String file, long line) {
        note(sectors, seen.sectors, sector, fact, file, line);
        note(allSectors, Set.of(), sector, fact, file, line);
    }

    private static void note(
            Map<String, Place> places, Set<String> known, String code, Message fact, String file, long line) {
        if (!known.contains(code) && !places.containsKey(code)) {
            places.put(code, new Place(fact, file, line));
        }
    }

    /** Whether any is not seen by now. */
    public boolean areThere() {
        forgetSeen();
        return !indicators.isEmpty() || !areas.isEmpty() || !sectors.isEmpty();
    }

    private void forgetSeen() {
        indicators.keySet().removeAll(seen.indicators);
        areas.keySet().removeAll(seen.areas);
        sectors.keySet().removeAll(seen.sectors);
    }

    /** Warns of those not seen by now, nor built in; of none where nothing at all was seen, since everything is new there. */
    public void warn(Consumer<Implausible> warnings) {
        if (areThere() && !seen.isEmpty()) {
            addWhatIsBuiltIn();
            forgetSeen();
            indicators.forEach(warning(Doubt.NEW_INDICATOR, seen.indicators, warnings));
            areas.forEach(warning(Doubt.NEW_AREA, seen.areas, warnings));
            sectors.forEach(warning(Doubt.NEW_SECTOR, seen.sectors, warnings));
        }
    }

    // What comes with the program is no slip of anybody here.
    private void addWhatIsBuiltIn() {
        seen.sectors.addAll(Topics.DEFAULT_SECTORS);
        for (BuiltInSet set : BuiltInSet.values()) {
            for (Message fact : set.facts()) {
                if (fact instanceof Observation figure) {
                    seen.indicators.add(figure.series().indicator());
                    seen.sectors.add(figure.series().sector());
                } else if (fact instanceof PolicyEvent policy) {
                    seen.sectors.addAll(policy.sectors());
                }
            }
        }
    }

    /** Warns of sectors without a topic, unless no sector has one. */
    public void warnWithoutTopic(@Nullable Set<String> withTopic, Consumer<Implausible> warnings) {
        if (withTopic != null && !withTopic.isEmpty()) {
            allSectors.keySet().removeAll(withTopic);
            allSectors.forEach(warning(Doubt.NO_TOPIC, List.of(), warnings));
        }
    }

    private static BiConsumer<String, Place> warning(
            Doubt doubt, Collection<String> known, Consumer<Implausible> warnings) {
        return (code, at) -> warnings.accept(new Implausible(
                doubt,
                at.fact(),
                null,
                code,
                Suggestion.among(known.stream().sorted().toList(), code, FARTHEST),
                at.file(),
                at.line()));
    }
}
