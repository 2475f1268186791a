package io.sectorwatch.benchmark.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The transitions of each rule and series, in their order, as the bytes of their messages. */
final class AlertLogs {
    private final Map<String, List<String>> logs = new TreeMap<>();
    private int size;

    void add(Transition transition) {
        add(transition.key(), new TransitionCodec().write(transition));
    }

    void add(String key, byte[] message) {
        logs.computeIfAbsent(key, none -> new ArrayList<>()).add(new String(message, UTF_8));
        size++;
    }

    /** Number of transitions. */
    int size() {
        return size;
    }

    /** The last of each rule and series that is open. */
    Map<String, String> open() {
        Map<String, String> open = new TreeMap<>();
        logs.forEach((key, log) -> {
            String last = log.get(log.size() - 1);
            if (new TransitionCodec().read(last.getBytes(UTF_8)).transition().opens()) {
                open.put(key, last);
            }
        });
        return open;
    }

    /** One line for a person about each rule and series whose log is another one; empty where all are the same. */
    List<String> differences(AlertLogs actual) {
        SortedSet<String> keys = new TreeSet<>(logs.keySet());
        keys.addAll(actual.logs.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            List<String> must = logs.getOrDefault(key, List.of());
            List<String> is = actual.logs.getOrDefault(key, List.of());
            if (!must.equals(is)) {
                differences.add(key + ": " + difference(must, is));
            }
        }
        return differences;
    }

    private static String difference(List<String> must, List<String> is) {
        int same = 0;
        while (same < must.size() && same < is.size() && must.get(same).equals(is.get(same))) {
            same++;
        }
        return is.size() + " transitions, " + must.size() + " expected; number " + (same + 1) + " is " + at(is, same)
                + ", expected " + at(must, same);
    }

    private static String at(List<String> log, int place) {
        return place < log.size() ? log.get(place) : "none";
    }
}
