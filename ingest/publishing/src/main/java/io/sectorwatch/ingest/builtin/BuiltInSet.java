package io.sectorwatch.ingest.builtin;

import io.sectorwatch.schemas.message.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Facts that come with Sectorwatch, so that it has something to tell before anything else is connected. */
public enum BuiltInSet {
    /** Background Brief 1752 of the East Asian Institute, paragraph by paragraph. */
    BRIEF,
    /** What official statistics and gazettes published before and after the brief. */
    HISTORY;

    /**
     * One file of a set.
     *
     * @param facts in the order of the file
     */
    public record DataSet(String name, List<Message> facts) {
        public DataSet {
            facts = List.copyOf(facts);
        }
    }

    /** The set of that name, if there is one. */
    public static Optional<BuiltInSet> find(String name) {
        return Arrays.stream(values())
                .filter(set -> set.lowerCaseName().equals(name))
                .findFirst();
    }

    /** The names that find one. */
    public static List<String> names() {
        return Arrays.stream(values()).map(BuiltInSet::lowerCaseName).toList();
    }

    /** Reads all facts of the set. */
    public List<Message> facts() {
        return dataSets().stream().flatMap(set -> set.facts().stream()).toList();
    }

    /** The same, file by file. */
    public List<DataSet> dataSets() {
        return switch (this) {
            case BRIEF -> List.of(Brief.read());
            case HISTORY -> History.read();
        };
    }

    private String lowerCaseName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
