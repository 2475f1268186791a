package io.sectorwatch.ingest.describe;

/** Whoever is asked while a mapping is proposed. */
@FunctionalInterface
public interface Interview {
    /** Nobody: what is proposed is taken. */
    Interview NONE = Question::proposed;

    /** An answer that the question has nothing to complain of. */
    String answer(Question question);
}
