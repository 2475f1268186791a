package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts facts of one moment into releases, of which most are closed. */
final class RandomReleases {
    private final RandomWorld world;
    private final List<Input.Fact> facts = new ArrayList<>();
    private final Map<String, Input.Closed> closings = new LinkedHashMap<>();

    RandomReleases(RandomWorld world, List<Message> messages) {
        this.world = world;
        for (Message message : messages) {
            String release = message instanceof Tick ? null : release(message.time());
            facts.add(new Input.Fact(message, release));
            if (release != null) {
                close(release, message);
            }
        }
    }

    /** One of at most two of a moment. */
    private @Nullable String release(Instant moment) {
        return world.releases && world.chance(75) ? (world.chance(80) ? "first " : "second ") + moment : null;
    }

    private void close(String release, Message fact) {
        boolean ofPolicies = fact instanceof PolicyEvent;
        Source source = new Source(world.pick(RandomWorld.SOURCES), null, null);
        ClosedRelease closed = new ClosedRelease(release, null, fact.time(), source, null);
        closings.putIfAbsent(release + ofPolicies, new Input.Closed(closed, ofPolicies));
    }

    /** Each message as a fact of a release, or on its own. */
    List<Input.Fact> facts() {
        return facts;
    }

    /** The closings that come. */
    List<Input.Closed> closings() {
        return closings.values().stream().filter(closed -> world.chance(75)).toList();
    }
}
