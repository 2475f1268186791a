package io.sectorwatch.ingest.web;

import java.util.Map;
import java.util.Set;

/** What the status of an answer means. */
enum Status {
    /** What was asked for follows. */
    GIVEN,
    /** There is no other version than the one that is known. */
    UNCHANGED,
    /** It is somewhere else. */
    ELSEWHERE,
    /** Asking again may help. */
    BUSY,
    /** It will not be given, whenever one asks. */
    REFUSED;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final Set<Integer> LASTING = Set.of(501, 505);

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(202, "accepted, but not ready: ask for less, or later"),
            Map.entry(204, "there are no data"),
            Map.entry(400, "the server does not understand the address"),
            Map.entry(401, "user and password are needed: https://user:password@server/path"),
            Map.entry(403, "the server forbids it"),
            Map.entry(404, "there is nothing at this address, or there are no such data"),
            Map.entry(406, "the server has none of the formats: --format names one"),
            Map.entry(410, "it is gone for good"),
            Map.entry(413, "that is too much at once: ask for less"),
            Map.entry(414, "the address is too long"),
            Map.entry(429, "too many requests"),
            Map.entry(500, "the server failed"),
            Map.entry(502, "the server behind it failed"),
            Map.entry(503, "the server is busy"),
            Map.entry(504, "the server behind it is slow"));

    static Status of(int code) {
        if (code == 200) {
            return GIVEN;
        }
        if (code == 304) {
            return UNCHANGED;
        }
        if (REDIRECTS.contains(code)) {
            return ELSEWHERE;
        }
        return PASSING.contains(code) || code >= 500 && !LASTING.contains(code) ? BUSY : REFUSED;
    }

    /** The status for people: the number, and what it means. */
    static String words(int code) {
        String meaning = WORDS.get(code);
        return "answered with status " + code + (meaning == null ? "" : ", " + meaning);
    }
}
