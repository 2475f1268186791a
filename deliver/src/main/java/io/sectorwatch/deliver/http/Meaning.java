package io.sectorwatch.deliver.http;

import io.sectorwatch.deliver.targets.Reply;
import java.time.Duration;
import java.util.Set;

/** What the status of an answer means for what was told. */
final class Meaning {
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    /**
     * The reply.
     *
     * @param said the beginning of the answer
     * @param asked how long the server wants to be left alone
     */
    static Reply of(int status, String said, Duration asked) {
        String words = "status " + status + (said.isEmpty() ? "" : ": " + said);
        if (isGood(status)) {
            return new Reply.Taken(words);
        }
        if (status >= 300 && status < 400) {
            return new Reply.Refused(status, "status " + status + ", a redirect, which is not followed");
        }
        return status >= 500 || PASSING.contains(status)
                ? new Reply.Unanswered(words, asked)
                : new Reply.Refused(status, words);
    }

    static boolean isGood(int status) {
        return status >= 200 && status < 300;
    }

    private Meaning() {}
}
