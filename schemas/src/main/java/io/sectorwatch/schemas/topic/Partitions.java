package io.sectorwatch.schemas.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Which partition of the indicators, and of the rules, an indicator lives in. */
public final class Partitions {
    /** Indicators counted from policy events; all policies have one partition, and what is counted from them as well. */
    public static final String POLICY_ACTIVITY = "policy-activity";

    public static final String POLICY_STANCE = "policy-stance";

    /** The partition of an indicator: as Kafka's own default for its code as key, but 0 for one counted from policies. */
    public static int of(String indicator, int partitions) {
        return isDerived(indicator)
                ? 0
                : Utils.toPositive(Utils.murmur2(indicator.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** Whether an indicator is counted from policy events, and so cannot be observed. */
    public static boolean isDerived(String indicator) {
        return indicator.equals(POLICY_ACTIVITY)
                || indicator.startsWith(POLICY_ACTIVITY + '.')
                || indicator.startsWith(POLICY_STANCE + '.');
    }

    private Partitions() {}
}
