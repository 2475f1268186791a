package io.sectorwatch.ingest.describe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The components beside the area that tell series apart.
 *
 * @param dimensions those of which a mapping has to choose codes
 * @param keys those that say no more than the area does
 */
record DimensionChoice(List<Profile> dimensions, List<Profile> keys) {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int MOST_WITH_FEW_ROWS = 8;

    DimensionChoice {
        dimensions = List.copyOf(dimensions);
        keys = List.copyOf(keys);
    }

    /** Chooses among all components, beside the area and what figures are multiplied with. */
    static DimensionChoice among(Holdings holdings, Optional<AreaChoice> area, Optional<Multiplier> multiplier) {
        Map<Boolean, List<Profile>> byKey = holdings.dimensions().stream()
                .filter(profile -> isDimension(holdings, profile, area, multiplier))
                .collect(Collectors.partitioningBy(
                        profile -> area.filter(one -> holdings.isKeyOf(one.component(), profile))
                                .isPresent()));
        return new DimensionChoice(byKey.getOrDefault(false, List.of()), byKey.getOrDefault(true, List.of()));
    }

    // What only some rows have, or what is different in nearly all of them, says something about figures and does not
    // tell series apart; of a text that was too long to be kept nobody knows the end.
    private static boolean isDimension(
            Holdings holdings, Profile profile, Optional<AreaChoice> area, Optional<Multiplier> multiplier) {
        boolean isMultiplier = multiplier
                .filter(one -> one.component() == profile)
                .map(one -> !one.isOfWords())
                .orElse(false);
        return profile.present() == holdings.rows()
                && area.filter(one -> one.component() == profile).isEmpty()
                && !profile.hasMore()
                && !profile.isShortened()
                && profile.codes().size() * 2L <= Math.max(holdings.rows(), MOST_WITH_FEW_ROWS)
                && !holdings.labels().isLabel(profile.name())
                && !isMultiplier
                && !isAnotherNameOfIt(profile, area)
                && !CONTROL.matcher(holdings.exampleOrFirst(profile)).find()
                && isTelling(Subject.of(profile.name()));
    }

    private static boolean isTelling(Subject subject) {
        return switch (subject) {
            case FREQUENCY, STATUS, PARTICULAR -> false;
            default -> true;
        };
    }

    /** Whether it says of which area a figure is, as another component does already. */
    private static boolean isAnotherNameOfIt(Profile profile, Optional<AreaChoice> area) {
        Subject subject = Subject.of(profile.name());
        return profile.codes().size() > 1
                && area.isPresent()
                && (subject == Subject.STANDARD_AREA
                        || subject == Subject.AREA
                        || subject == Subject.PERHAPS_AREA
                                && profile.codes().size()
                                        == area.get().component().codes().size());
    }
}
