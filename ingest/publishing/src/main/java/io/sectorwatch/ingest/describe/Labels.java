package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.format.DataSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which components only say in words what the codes beside them say. */
final class Labels {
    private static final Pattern LABEL = Pattern.compile(
            "(?i).*(name|label|title|note|comment|[.]value|desc(ription)?)s?([ _](compl|de|en|es|fr|long|short))?|entity");
    private static final Pattern TIME = Pattern.compile("Time( [a-z]+)*");
    private static final Pattern FIGURE = Pattern.compile("(?i)obs(ervation|[.])? value");
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]*|[a-z][a-z0-9_]*");
    private static final Pattern CODE = Pattern.compile("\\S{1,40}");
    private static final Pattern WORDS = Pattern.compile(".*(\\p{Ll}{3}|\\S\\s\\S).*");
    /** Fewer may go together by chance. */
    private static final int FEWEST = 3;

    private final Map<String, Pair> pairs = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    private Labels() {}

    /** Those of components in their order, with what stands beside what. */
    static Labels of(List<String> components, List<Pair> pairs) {
        Labels labels = new Labels();
        boolean isLabelled = false;
        for (int i = 1; i < components.size(); i++) {
            String before = components.get(i - 1);
            String name = components.get(i);
            boolean isOfStandard = before.equals(DataSet.TIME_PERIOD)
                            && TIME.matcher(name).matches()
                    || before.equals(DataSet.OBS_VALUE) && FIGURE.matcher(name).matches();
            if (isOfStandard) {
                labels.codes.put(name, before);
            }
            isLabelled |= isOfStandard;
        }
        for (Pair pair : pairs) {
            labels.take(pair, isLabelled);
        }
        return labels;
    }

    private void take(Pair pair, boolean isLabelled) {
        String first = pair.first().name();
        String second = pair.second().name();
        if (codes.containsKey(first) || codes.containsKey(second)) {
            return;
        }
        if (isLabel(pair.first(), pair.second(), pair.isFunction(), pair, isLabelled)) {
            codes.put(second, first);
            pairs.put(first, pair);
        } else if (LABEL.matcher(first).matches()
                && isLabel(pair.second(), pair.first(), pair.isOneToOne(), pair, false)) {
            codes.put(first, second);
            pairs.put(second, pair);
        }
    }

    private static boolean isLabel(Profile code, Profile label, boolean isFunction, Pair pair, boolean isLabelled) {
        if (!isFunction || label.codes().isEmpty() || !isCode(code)) {
            return false;
        }
        boolean isRelated = Subject.areOfOne(code.name(), label.name());
        boolean isTitle =
                ID.matcher(code.name()).matches() && !ID.matcher(label.name()).matches();
        return isTitle && (isLabelled || isRelated)
                || areWords(label) && (isRelated || pair.isOneToOne() && pair.size() >= FEWEST);
    }

    private static boolean isCode(Profile profile) {
        return profile.codes().stream().allMatch(text -> CODE.matcher(text).matches());
    }

    private static boolean areWords(Profile profile) {
        return profile.codes().stream().anyMatch(text -> WORDS.matcher(text).matches());
    }

    /** Whether a component holds labels, by what stands beside it or by its name. */
    boolean isLabel(String component) {
        return codes.containsKey(component) || LABEL.matcher(component).matches();
    }

    /** Whether its codes stand beside it. */
    boolean isBesideCodes(String component) {
        return codes.containsKey(component);
    }

    /** What the label beside a code says; empty where there is none. */
    Optional<String> of(Profile component, String code) {
        @Nullable Pair pair = pairs.get(component.name());
        return pair == null
                ? Optional.empty()
                : Optional.ofNullable(pair.first() == component ? pair.beside(code) : pair.before(code));
    }
}
