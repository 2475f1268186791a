package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.format.table.MissingFigures;
import io.sectorwatch.ingest.mapping.StatusCodes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping may say of flags, beside figures and behind them.
 *
 * @param line of the mapping, with its reason
 * @param doubts what may be wrong about it, in sentences
 */
record StatusProposal(String line, List<String> doubts) {
    private static final String FLAG = "OBS_FLAG";
    private static final Pattern SDMX = Pattern.compile("[A-Z_][A-Z0-9_]*");
    /** What is longer is a word and no code of a status. */
    private static final int LONGEST = 5;

    StatusProposal {
        doubts = List.copyOf(doubts);
    }

    /** Proposes it; nothing where there are no flags. */
    static Optional<StatusProposal> of(Holdings holdings) {
        List<Profile> components = holdings.dimensions().stream()
                .filter(profile -> Subject.of(profile.name()) == Subject.STATUS
                        && !holdings.labels().isBesideCodes(profile.name())
                        && profile.codes().stream().allMatch(code -> code.length() <= LONGEST))
                .toList();
        if (components.isEmpty() && holdings.flags().isEmpty()) {
            return Optional.empty();
        }
        List<String> doubts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> flags = new LinkedHashSet<>(holdings.flags());
        for (Profile component : components) {
            names.add(component.name());
            flags.addAll(component.codes());
        }
        if (!holdings.flags().isEmpty()) {
            names.remove(FLAG);
            names.add(FLAG);
            if (holdings.flags().contains("b")) {
                doubts.add("b behind a figure is taken for a break in the series, and may stand for billions");
            }
        }
        String codes = codes(single(flags), doubts);
        String from = String.join(", ", names.stream().map(Yaml::quoted).toList());
        return Optional.of(new StatusProposal("status: {from: [" + from + "]" + codes, doubts));
    }

    private static Set<String> single(Set<String> flags) {
        Set<String> single = new LinkedHashSet<>();
        for (String flag : flags) {
            single.addAll(List.of(StatusCodes.withoutFootnotes(flag).split("[\\s,;|]+")));
        }
        single.removeIf(flag -> flag.isEmpty() || MissingFigures.isMissing(flag));
        return single;
    }

    private static String codes(Set<String> flags, List<String> doubts) {
        if (flags.stream().allMatch(flag -> SDMX.matcher(flag).matches())) {
            return "}   # codes of SDMX";
        }
        boolean areLetters = flags.stream().anyMatch(flag -> Character.isLowerCase(flag.charAt(0)));
        if (areLetters && flags.stream().allMatch(StatusCodes::areOfEurostat)) {
            return ", codes: eurostat}   # flags as Eurostat has them";
        }
        List<String> codes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String flag : flags) {
            @Nullable String code = StatusCodes.usual(flag);
            if (code != null) {
                codes.add(Yaml.quoted(flag) + ": " + (code.isEmpty() ? "\"\"" : code));
            } else {
                unknown.add("'" + flag + "'");
            }
        }
        if (!unknown.isEmpty()) {
            doubts.add("what " + String.join(", ", unknown)
                    + " says of a figure is not known: say it in the codes of status, such as P, or \"\" for nothing");
        }
        return ", codes: {" + String.join(", ", codes) + "}}   # as such flags are usually meant; \"\" is a footnote";
    }
}
