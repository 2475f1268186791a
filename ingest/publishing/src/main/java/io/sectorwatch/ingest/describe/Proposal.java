package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.area.AreaCodes;
import io.sectorwatch.ingest.format.alfred.SeriesRow;
import io.sectorwatch.ingest.workbook.SheetChoice;
import io.sectorwatch.schemas.series.Frequency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mapping for a data set that nobody has described yet, guessed from its components and codes: a beginning. */
final class Proposal {
    private static final Pattern STATUS = Pattern.compile("(?i).*(OBS_?STATUS|OBS_FLAG|flag).*");
    private static final Pattern UNIT = Pattern.compile("(?i)unit(_?measure)?");
    private static final Pattern LABEL = Pattern.compile("(?i).*(name|label|title|note|comment|[.]value)|entity");
    private static final Pattern NO_DIMENSION = Pattern.compile(
            "(?i)freq(uency)?|decimals?|unit_?mult|conf_?status"
                    + "|aux_.*|.*last_?update.*|updated|structure(_id)?|realtime_(start|end)|action|series_?key|obs_key|time_format");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern YAML_WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off");
    private static final String FILL_IN = "area: fill-in";
    private static final int MOST_LISTED = 4;
    private static final int NARROW = 76;

    private final String file;
    private final Holdings holdings;
    private final StringBuilder yaml = new StringBuilder();

    private Proposal(String file, Holdings holdings) {
        this.file = file;
        this.holdings = holdings;
    }

    /** The proposed YAML; nothing where no component looks like an area or there is no figure. */
    static Optional<String> of(String file, Holdings holdings) {
        Proposal proposal = new Proposal(file, holdings);
        if (!holdings.hasFigures()) {
            return Optional.empty();
        }
        Optional<Profile> area = area(holdings);
        return area.isPresent() || isOfSeries(holdings)
                ? Optional.of(proposal.write(area.orElse(null)))
                : Optional.empty();
    }

    /** The proposal as one that can be tried, with an area where a person has to put one. */
    static String filledIn(String proposal) {
        return proposal.replace(FILL_IN, "area: XXX");
    }

    /** Whether rows are of a series that has a name and nothing else, as those of FRED. */
    private static boolean isOfSeries(Holdings holdings) {
        return holdings.dimensions().stream().anyMatch(profile -> profile.name().equals(SeriesRow.SERIES_ID));
    }

    private String write(@Nullable Profile area) {
        Optional<Profile> unit = holdings.dimensions().stream()
                .filter(profile -> UNIT.matcher(profile.name()).matches()
                        && !profile.codes().isEmpty())
                .findFirst();
        List<String> status = holdings.dimensions().stream()
                .filter(profile -> STATUS.matcher(profile.name()).matches()
                        && !profile.name().toUpperCase(Locale.ROOT).startsWith("AUX"))
                .map(Profile::name)
                .toList();
        List<Profile> dimensions = holdings.dimensions().stream()
                .filter(profile -> profile != area && isDimension(profile, status))
                .toList();

        line("dataset: " + word(name()));
        @Nullable String sheet = SheetChoice.in(file);
        if (sheet != null) {
            line("sheet: " + quoted(sheet));
        }
        match(area, dimensions);
        where(dimensions);
        if (area == null) {
            line(FILL_IN + "             # nothing in the file says it: write its code, such as USA");
        } else {
            line("area: {from: " + quoted(area.name()) + (isOfCodes(area) ? "" : ", codes: names") + "}");
        }
        line("indicator: " + word(name()));
        line("sector: economy");
        unit.ifPresent(profile -> line("unit: " + quoted(slug(profile.codes().get(0)))));
        holdings.columns().ifPresent(columns -> line("period: {columns: " + columns + "}"));
        holdings.marks().ifPresent(marks -> line("value: {" + marks + "}          # as its figures show"));
        status(status);
        if (holdings.withoutPeriod() > 0 || holdings.frequencies().contains(Frequency.D)) {
            PeriodProposal.of(holdings.writtenPeriods(), holdings.withoutPeriod() == 0)
                    .ifPresent(this::line);
        }
        line("source: " + word(source()));
        if (holdings.dimensions().stream().anyMatch(profile -> profile.name().equals(SeriesRow.REALTIME_START))) {
            line("published: {from: " + SeriesRow.REALTIME_START + "}");
        } else if (holdings.published().isEmpty()) {
            line("published: given          # nothing in the file says when: --published 2024-03-13");
        }
        return yaml.toString();
    }

    private void match(@Nullable Profile area, List<Profile> dimensions) {
        Optional<String> id = holdings.ids().stream().findFirst();
        if (id.isPresent()) {
            String bare = id.get().replaceFirst("\\(.*$", "");
            line("match: {id: \"" + escaped(bare) + "*\"}");
            return;
        }
        List<String> names = new ArrayList<>();
        if (area != null) {
            names.add(quoted(area.name()));
        }
        dimensions.forEach(profile -> names.add(quoted(profile.name())));
        line("match: {components: [" + String.join(", ", names) + "]}");
    }

    private void where(List<Profile> dimensions) {
        if (dimensions.isEmpty()) {
            return;
        }
        line("where:");
        for (Profile profile : dimensions) {
            List<String> codes = profile.codes();
            String wanted = "  " + quoted(profile.name()) + ": " + quoted(codes.get(0));
            if (codes.size() == 1) {
                line(wanted);
            } else {
                String others = (profile.hasMore() ? "more than " : "") + codes.size() + " codes: "
                        + String.join(", ", codes.subList(0, Math.min(MOST_LISTED, codes.size())))
                        + (codes.size() > MOST_LISTED ? ", …" : "");
                line("  # " + (others.length() > NARROW ? others.substring(0, NARROW - 1) + '…' : others));
                line(wanted);
            }
        }
    }

    private void status(List<String> status) {
        if (status.isEmpty()) {
            return;
        }
        boolean letters = holdings.dimensions().stream()
                .filter(profile -> status.contains(profile.name()))
                .flatMap(profile -> profile.codes().stream())
                .anyMatch(code -> !code.isEmpty() && Character.isLowerCase(code.charAt(0)));
        String names = String.join(", ", status.stream().map(Proposal::quoted).toList());
        line("status: {from: [" + names + "]" + (letters ? ", codes: eurostat" : "") + "}");
    }

    private static Optional<Profile> area(Holdings holdings) {
        AreaCodes areas = AreaCodes.of(AreaCodes.ANY);
        return most(holdings, areas::ofCode).or(() -> most(holdings, AreaCodes.of(AreaCodes.NAMES)::find));
    }

    private static boolean isOfCodes(Profile area) {
        AreaCodes areas = AreaCodes.of(AreaCodes.ANY);
        return area.codes().stream().anyMatch(code -> areas.ofCode(code) != null);
    }

    private static Optional<Profile> most(Holdings holdings, Function<String, @Nullable String> area) {
        Profile best = null;
        long most = 0;
        for (Profile profile : holdings.dimensions()) {
            long known = profile.codes().stream()
                    .filter(code -> area.apply(code) != null)
                    .count();
            if (known > most && known * 2 >= profile.codes().size()) {
                best = profile;
                most = known;
            }
        }
        return Optional.ofNullable(best);
    }

    // What only some rows have, or what is different in nearly all of them, says something about figures and does not
    // tell series apart.
    private boolean isDimension(Profile profile, List<String> status) {
        return profile.present() == holdings.rows()
                && !status.contains(profile.name())
                && !profile.hasMore()
                && profile.codes().size() * 2L <= Math.max(holdings.rows(), 2 * MOST_LISTED)
                && !LABEL.matcher(profile.name()).matches()
                && !NO_DIMENSION.matcher(profile.name()).matches();
    }

    // OECD.STI.STP:DSD_SBRD(1.0) is called dsd-sbrd; a file without a name of its own is called as the file.
    private String name() {
        String id = holdings.ids().stream()
                .findFirst()
                .orElseGet(() -> file.replaceFirst("^.*[/\\\\]", "")
                        .replaceFirst("\\.xls[a-z]#", "-")
                        .replaceFirst("\\.\\w+$", ""));
        String slug = slug(id.replaceFirst("^[^:]*:", "").replaceFirst("\\(.*$", ""));
        return slug.isEmpty() ? "name-me" : slug;
    }

    private String source() {
        String agency = holdings.ids().stream()
                .filter(id -> id.indexOf(':') > 0)
                .map(id -> slug(id.replaceFirst("[.:].*$", "")))
                .findFirst()
                .orElse("");
        return agency.equals("estat") ? "eurostat" : agency.isEmpty() ? "name-the-publisher" : agency;
    }

    private static String slug(String text) {
        String slug =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.length() > NARROW ? slug.substring(0, NARROW).replaceAll("-+$", "") : slug;
    }

    private static String word(String slug) {
        return quoted(slug);
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !YAML_WORD.matcher(text).matches() ? text : '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
