package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.area.AreaCodes;
import io.sectorwatch.ingest.format.FigureHeadings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The component that says of which area a figure is, and how sure that is.
 *
 * @param list under which most of its texts are areas
 * @param why what speaks for it, for a person
 * @param doubt what speaks against it; empty where nothing does
 */
record AreaChoice(Profile component, String list, String why, Optional<String> doubt) {
    private static final Pattern NUMBER = Pattern.compile("'?\\d{1,3}");
    private static final String NUTS = "nuts";
    private static final String REGIONS = "iso-3166-2";
    /** Regions without a figure in their code look like anything else. */
    private static final Pattern NUTS_CODE = Pattern.compile("[A-Z]{2}(?=.*\\d)[A-Z0-9]{1,3}");

    private static final Pattern REGION_CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    private static final int MOST_UNKNOWN = 3;
    /** Two letters are the code of some country more often than not, and three are often enough. */
    private static final int FEWEST_SHORT = 3;

    private static final int FEWEST_LONG = 2;

    private static final int LONGEST_SHORT = 2;

    private record Candidate(Profile component, Subject subject, boolean isLabel, String list, long known) {
        // Publishers number countries in their own ways, unless the name says in whose.
        private boolean isByNumbersAlone() {
            return list.equals(AreaCodes.M49) && !Subject.isOfNumbers(component.name());
        }

        private boolean isNamed() {
            return subject != Subject.OTHER;
        }

        private boolean areMostKnown() {
            return known > 0 && known * 2 >= component.codes().size();
        }

        private boolean isInNames() {
            return list.equals(AreaCodes.NAMES);
        }

        // Without a name that says so, what a unit or a kind is called may be the code of a country as well.
        private boolean isLikely() {
            if (isNamed()) {
                return areMostKnown() || subject != Subject.PERHAPS_AREA && !isLabel;
            }
            List<String> texts = component.codes();
            boolean areShort = texts.stream().allMatch(text -> text.length() <= LONGEST_SHORT);
            return areMostKnown()
                    && (isInNames()
                            || texts.size() >= (areShort ? FEWEST_SHORT : FEWEST_LONG)
                                    && known * 10 >= texts.size() * 9L);
        }
    }

    /** The one among components; empty where none is likely. */
    static Optional<AreaChoice> among(Holdings holdings) {
        Optional<AreaChoice> headings = holdings.dimensions().stream()
                .filter(profile -> profile.name().equals(FigureHeadings.HEADING))
                .map(profile -> ofHeadings(candidate(profile, Subject.OTHER, holdings)))
                .findFirst();
        if (headings.isPresent()) {
            return headings;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Profile profile : holdings.dimensions()) {
            Subject subject = Subject.of(profile.name());
            boolean mayBe = subject.compareTo(Subject.PERHAPS_AREA) <= 0 || subject == Subject.OTHER;
            if (mayBe && !profile.codes().isEmpty()) {
                candidates.add(candidate(profile, subject, holdings));
            }
        }
        return candidates.stream()
                .filter(Candidate::isLikely)
                .min(Comparator.comparing((Candidate each) -> !each.areMostKnown())
                        .thenComparing(Candidate::isByNumbersAlone)
                        .thenComparing(Candidate::subject)
                        .thenComparing(Candidate::isInNames)
                        .thenComparing(Candidate::isLabel)
                        .thenComparing(each -> -each.known()))
                .map(AreaChoice::chosen);
    }

    /** A component that somebody has chosen. */
    static AreaChoice of(Profile component, Holdings holdings) {
        Candidate candidate = candidate(component, Subject.of(component.name()), holdings);
        return new AreaChoice(component, candidate.list(), "as you say; " + known(candidate), Optional.empty());
    }

    private static AreaChoice ofHeadings(Candidate headings) {
        boolean isSure = headings.isInNames()
                && headings.known() == headings.component().codes().size();
        return new AreaChoice(
                headings.component(),
                headings.list(),
                "the headings; " + known(headings),
                isSure
                        ? Optional.empty()
                        : Optional.of("nothing says that the headings are areas; " + known(headings)));
    }

    private static AreaChoice chosen(Candidate chosen) {
        String name = chosen.component().name();
        Optional<String> doubt = Optional.empty();
        if (!chosen.areMostKnown()) {
            doubt = Optional.of(name + " is called as areas are, but " + known(chosen)
                    + ": say what they are in codes: {theirs: ours}");
        } else if (chosen.isByNumbersAlone()) {
            doubt = Optional.of(
                    "the numbers in " + name + " are taken for those of UN M49, and nothing says so: other lists"
                            + " number countries otherwise");
        } else if (!chosen.isNamed()) {
            doubt = Optional.of("no name says which component is the area; of " + name + ", " + known(chosen));
        }
        String why = chosen.isNamed() ? "by its name; " : "by its texts alone; ";
        return new AreaChoice(chosen.component(), chosen.list(), why + known(chosen), doubt);
    }

    private static Candidate candidate(Profile profile, Subject subject, Holdings holdings) {
        boolean isLabel = holdings.labels().isBesideCodes(profile.name());
        String best = AreaCodes.ANY;
        long most = -1;
        for (String list : lists(profile, subject)) {
            long known = known(profile, list);
            if (known > most) {
                best = list;
                most = known;
            }
        }
        return new Candidate(profile, subject, isLabel, most > 0 ? best : AreaCodes.ANY, most);
    }

    private static List<String> lists(Profile profile, Subject subject) {
        List<String> texts = profile.codes();
        if (subject != Subject.OTHER
                && texts.stream().allMatch(text -> NUMBER.matcher(text).matches())) {
            return List.of(AreaCodes.M49);
        }
        AreaCodes any = AreaCodes.of(AreaCodes.ANY);
        String first = texts.stream().noneMatch(text -> any.ofCode(text) != null) ? AreaCodes.NAMES : AreaCodes.ANY;
        AreaCodes areas = AreaCodes.of(first);
        List<String> others =
                texts.stream().filter(text -> areas.find(text) == null).toList();
        if (subject != Subject.OTHER && areMost(NUTS_CODE, others)) {
            return List.of(first, NUTS);
        }
        return subject != Subject.OTHER && areMost(REGION_CODE, others) ? List.of(first, REGIONS) : List.of(first);
    }

    private static boolean areMost(Pattern pattern, List<String> texts) {
        return !texts.isEmpty()
                && texts.stream()
                                        .filter(text -> pattern.matcher(text).matches())
                                        .count()
                                * 2
                        >= texts.size();
    }

    private static long known(Profile profile, String list) {
        AreaCodes areas = AreaCodes.of(list);
        // A list with names knows more than the codes that are meant here.
        boolean areNames = list.equals(AreaCodes.NAMES);
        return profile.codes().stream()
                .filter(text -> (areNames ? areas.find(text) : areas.ofCode(text)) != null)
                .count();
    }

    private static String known(Candidate candidate) {
        List<String> texts = candidate.component().codes();
        AreaCodes areas = AreaCodes.of(candidate.list());
        List<String> unknown =
                texts.stream().filter(text -> areas.find(text) == null).toList();
        int known = texts.size() - unknown.size();
        String count = known + " of " + (candidate.component().hasMore() ? "the first " : "") + texts.size()
                + (texts.size() == 1 ? " text is known" : " texts are known");
        return unknown.isEmpty()
                ? count
                : count + ", not " + String.join(", ", unknown.subList(0, Math.min(MOST_UNKNOWN, unknown.size())))
                        + (unknown.size() > MOST_UNKNOWN ? ", …" : "");
    }
}
