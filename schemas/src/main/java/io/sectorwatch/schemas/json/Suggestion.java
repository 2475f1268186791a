package io.sectorwatch.schemas.json;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What somebody may have meant by a word that does not exist. */
public final class Suggestion {
    private static final int FARTHEST = 3;

    /** {@code "; did you mean 'x'?"}, or nothing where no word is near. */
    public static String among(Collection<String> words, String written) {
        return among(words, written, FARTHEST);
    }

    /** The same, of words that differ in no more than so many letters. */
    public static String among(Collection<String> words, String written, int farthest) {
        String nearest = nearest(words, written, farthest);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    /** The word itself; null where none is near. */
    public static @Nullable String nearest(Collection<String> words, String written) {
        return nearest(words, written, FARTHEST);
    }

    /** The same, of words that differ in no more than so many letters. */
    public static @Nullable String nearest(Collection<String> words, String written, int farthest) {
        String nearest = null;
        int least = Math.min(farthest, Math.max(1, written.length() / 2)) + 1;
        for (String word : words) {
            int distance = distance(word, written);
            if (distance < least) {
                least = distance;
                nearest = word;
            }
        }
        return nearest;
    }

    // Levenshtein: insertions, deletions and substitutions, case not counted.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int substituted = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private Suggestion() {}
}
