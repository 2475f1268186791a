package io.sectorwatch.ingest.area;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What of a name tells one area from another: its words, in whatever order and with whatever between them. */
final class AreaWords {
    private static final Set<String> LEFT_OUT = Set.of("the", "of", "and");
    private static final Map<String, String> SHORT =
            Map.of("st", "saint", "rep", "republic", "dem", "democratic", "sts", "states", "fed", "federated");
    /** Letters that are no letter with an accent. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "ł", "l", "æ", "ae", "œ", "oe", "đ", "d", "ı", "i", "&", " and ");

    /** The same text for names that say the same, and for no others. */
    static String of(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’‘ʼ`´]", "");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            bare = bare.replace(letter.getKey(), letter.getValue());
        }
        List<String> words = new ArrayList<>();
        StringBuilder initials = new StringBuilder();
        for (String word : bare.split("[^\\p{L}\\p{Nd}]+")) {
            if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
                initials.append(word);
                continue;
            }
            add(words, initials.toString());
            initials.setLength(0);
            add(words, word);
        }
        add(words, initials.toString());
        Collections.sort(words);
        return String.join(" ", words);
    }

    private static void add(List<String> words, String word) {
        if (!word.isEmpty() && !LEFT_OUT.contains(word)) {
            words.add(SHORT.getOrDefault(word, word));
        }
    }

    private AreaWords() {}
}
