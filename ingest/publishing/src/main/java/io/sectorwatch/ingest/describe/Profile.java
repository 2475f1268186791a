package io.sectorwatch.ingest.describe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands in one component: how often something does, and which different texts. In bounded memory. */
final class Profile {
    private static final int MOST = 2_000;
    private static final int LONGEST = 120;

    private final String name;
    private final Set<String> codes = new LinkedHashSet<>();
    private boolean hasMore;
    private boolean isShortened;
    private long present;
    private String last = "";

    Profile(String name) {
        this.name = name;
    }

    /** Takes the text of one row. */
    void add(String text) {
        present++;
        if (text.equals(last)) {
            return;
        }
        last = text;
        isShortened |= text.length() > LONGEST;
        String kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (codes.size() < MOST) {
            codes.add(kept);
        } else if (!hasMore) {
            hasMore = !codes.contains(kept);
        }
    }

    String name() {
        return name;
    }

    /** The different texts in the order of the file, or the first of them. */
    List<String> codes() {
        return new ArrayList<>(codes);
    }

    /** Whether there are more than {@link #codes} has. */
    boolean hasMore() {
        return hasMore;
    }

    /** Whether one of them is only the beginning of a longer one. */
    boolean isShortened() {
        return isShortened;
    }

    /** Number of rows in which it says something. */
    long present() {
        return present;
    }
}
