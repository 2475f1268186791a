package io.sectorwatch.processor.count;

import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What was published of one policy id, the newest last: each version holds until the next. */
final class PolicyVersions {
    private static final Comparator<PolicyEvent> ORDER = Comparator.comparing(PolicyEvent::published)
            .thenComparing(event -> event.source().id())
            .thenComparing(PolicyCodec::identity, Arrays::compareUnsigned);

    private final List<PolicyEvent> versions = new ArrayList<>(1);

    /** Adds a version; false where it is known already. */
    boolean add(PolicyEvent event) {
        int at = versions.size();
        while (at > 0) {
            int order = ORDER.compare(versions.get(at - 1), event);
            if (order == 0) {
                return false;
            }
            if (order < 0) {
                break;
            }
            at--;
        }
        versions.add(at, event);
        return true;
    }

    List<PolicyEvent> all() {
        return versions;
    }

    /** The version that holds now. */
    PolicyEvent current() {
        return versions.get(versions.size() - 1);
    }
}
