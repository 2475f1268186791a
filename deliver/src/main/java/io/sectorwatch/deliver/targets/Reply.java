package io.sectorwatch.deliver.targets;

import java.time.Duration;

/** What came back from a target; the words say it to people, and no secret. */
public sealed interface Reply {
    /** It has what it was told. */
    record Taken(String words) implements Reply {}

    /**
     * It does not want what it was told, whenever one asks.
     *
     * @param status of HTTP
     */
    record Refused(int status, String words) implements Reply {}

    /**
     * It may want it later.
     *
     * @param asked how long it wants to be left alone; zero if it did not say
     */
    record Unanswered(String words, Duration asked) implements Reply {}

    /** For people. */
    String words();
}
