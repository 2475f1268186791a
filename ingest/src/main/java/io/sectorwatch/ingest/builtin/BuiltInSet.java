package io.sectorwatch.ingest.builtin;

import io.sectorwatch.schemas.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Facts that come with Sectorwatch. Where each is from, and under which licence, stands beside the data. */
public enum BuiltInSet {
    /** The executive summary of EAI Background Brief 1752. */
    BRIEF {
        @Override
        public List<Message> facts() {
            return BriefData.facts();
        }
    },
    /** What was published on the brief's indicators and sectors before and after it. */
    HISTORY {
        @Override
        public List<Message> facts() {
            return HistoryData.facts();
        }
    };

    /** All its facts, in the order of their files. */
    public abstract List<Message> facts();

    /** The set of a name in lower case. */
    public static Optional<BuiltInSet> find(String name) {
        for (BuiltInSet set : values()) {
            if (set.code().equals(name)) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    /** The names there are. */
    public static List<String> names() {
        return List.of(BRIEF.code(), HISTORY.code());
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
