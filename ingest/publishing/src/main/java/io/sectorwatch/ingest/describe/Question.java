package io.sectorwatch.ingest.describe;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a person knows better than a file says it.
 *
 * @param words the question
 * @param proposed the answer that is taken where nobody has another; empty for none
 * @param why what speaks for that answer
 * @param complaint what is wrong with an answer; empty where nothing is
 */
public record Question(String words, String proposed, String why, Function<String, Optional<String>> complaint) {
    /** A question that any line answers. */
    static Question open(String words, String proposed, String why) {
        return new Question(words, proposed, why, answer -> Optional.empty());
    }
}
