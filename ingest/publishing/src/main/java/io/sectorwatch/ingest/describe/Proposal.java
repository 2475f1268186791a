package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.area.AreaCodes;
import io.sectorwatch.ingest.format.FigureHeadings;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.PublicationTime;
import io.sectorwatch.ingest.format.alfred.SeriesRow;
import io.sectorwatch.ingest.format.table.SeriesHead;
import io.sectorwatch.ingest.workbook.SheetChoice;
import io.sectorwatch.schemas.series.Frequency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mapping for a data set that nobody has described yet, guessed from its components and codes: a beginning. */
final class Proposal {
    private static final String FILL_IN = "fill-in";
    private static final String NOBODY_SAYS = "nothing in the file says it: write its code, such as USA";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int MOST_LISTED = 4;
    private static final int NARROW = 76;

    private final String file;
    private final Holdings holdings;
    private final Labels labels;
    private final @Nullable ObservationColumns guessed;
    private final Interview interview;
    private final StringBuilder yaml = new StringBuilder();
    private final List<String> doubts = new ArrayList<>();
    private int areas;

    private Proposal(String file, Holdings holdings, @Nullable ObservationColumns guessed, Interview interview) {
        this.file = file;
        this.holdings = holdings;
        this.labels = holdings.labels();
        this.guessed = guessed;
        this.interview = interview;
    }

    /**
     * Proposes one; nothing where no component looks like an area or there is no figure.
     *
     * @param guessed the columns of period and figure, where their names do not tell; null where they do
     */
    static Optional<Proposal> of(String file, Holdings holdings, @Nullable ObservationColumns guessed) {
        if (!holdings.hasFigures()) {
            return Optional.empty();
        }
        Optional<AreaChoice> area = AreaChoice.among(holdings);
        return area.isPresent() || isOfSeries(holdings) || isOfOne(holdings)
                ? Optional.of(new Proposal(file, holdings, guessed, Interview.NONE).write(area))
                : Optional.empty();
    }

    /** Proposes one with somebody's answers, who may know the area of what does not say it. */
    static Proposal asking(String file, Holdings holdings, @Nullable ObservationColumns guessed, Interview interview) {
        return new Proposal(file, holdings, guessed, interview).write(AreaChoice.among(holdings));
    }

    /** The same as a file for a person. */
    String file() {
        return "# What the rows of " + comment(file.replaceFirst("^.*[/\\\\]", ""))
                + " mean. docs/ingest.md has all that a mapping can say.\n" + yaml;
    }

    /** The mapping, a comment beside each decision. */
    String yaml() {
        return yaml.toString();
    }

    /** What may be wrong about it, in sentences. */
    List<String> doubts() {
        return doubts;
    }

    /** How many areas there are to be taken. */
    int areas() {
        return areas;
    }

    /** The mapping as one that can be tried, with an area where a person has to put one. */
    String filledIn() {
        return yaml().replace("area: " + FILL_IN, "area: XXX");
    }

    /** Whether rows are of a series by its own name, as those of FRED, whatever else is said of it. */
    private static boolean isOfSeries(Holdings holdings) {
        return holdings.dimensions().stream()
                .map(Profile::name)
                .anyMatch(name -> name.equals(SeriesRow.SERIES_ID) || SeriesHead.isName(name));
    }

    /** Whether nothing tells one series from another. */
    private static boolean isOfOne(Holdings holdings) {
        return holdings.dimensions().stream()
                .allMatch(profile -> Subject.of(profile.name()) == Subject.FREQUENCY
                        || profile.name().equals(SeriesRow.REALTIME_START));
    }

    private Proposal write(Optional<AreaChoice> guess) {
        String indicator = slug(interview.answer(
                Question.open("What do you call the indicator?", name(), "as the file is called; rules name it so")));
        String area = isHeaded() ? FigureHeadings.HEADING : interview.answer(areaQuestion(guess));
        Optional<AreaChoice> chosen = component(area)
                .map(profile -> guess.filter(one -> one.component() == profile)
                        .orElseGet(() -> AreaChoice.of(profile, holdings)));
        Optional<Multiplier> multiplier = Multiplier.in(holdings);
        DimensionChoice beside = DimensionChoice.among(holdings, chosen, multiplier);
        List<Profile> dimensions = beside.dimensions();
        String unit = interview.answer(Question.open(
                "In which unit are the figures?",
                unit().map(profile -> slug(holdings.exampleOrFirst(profile))).orElse(""),
                unit().map(profile -> "as " + profile.name() + " says").orElse("the file does not say it")));

        line("dataset: " + Yaml.quoted(indicator.isEmpty() ? name() : indicator));
        @Nullable String sheet = SheetChoice.in(file);
        if (sheet != null) {
            line("sheet: " + Yaml.quoted(sheet));
        }
        match(chosen, dimensions);
        where(dimensions);
        beside.keys()
                .forEach(key -> line("# " + comment(key.name()) + " is left out of where: each of its "
                        + key.codes().size() + " codes is of one area alone"));
        area(area, chosen, dimensions);
        line("indicator: " + Yaml.quoted(indicator.isEmpty() ? name() : indicator));
        line("sector: economy");
        if (!unit.isBlank()) {
            line("unit: " + Yaml.quoted(unit.strip())
                    + unit().map(profile -> "   # as " + comment(profile.name()) + " says")
                            .orElse(""));
        }
        value(multiplier);
        StatusProposal.of(holdings).ifPresent(status -> {
            line(status.line());
            doubts.addAll(status.doubts());
        });
        period();
        String source = slug(interview.answer(
                Question.open("Who publishes the figures?", source(), "a name that all their data sets have")));
        line("source: " + Yaml.quoted(source.isEmpty() ? source() : source));
        published();
        return this;
    }

    private boolean isHeaded() {
        return GuessedColumns.areHeaded(guessed);
    }

    private Question areaQuestion(Optional<AreaChoice> guess) {
        return new Question(
                "Which column says the area? If none does, give its code, such as USA. The columns are: "
                        + String.join(
                                ", ",
                                holdings.dimensions().stream()
                                        .map(Profile::name)
                                        .toList()),
                guess.map(one -> one.component().name()).orElse(FILL_IN),
                guess.map(AreaChoice::why).orElse(NOBODY_SAYS),
                answer -> component(answer).isPresent() || AreaCodes.isArea(answer) || answer.equals(FILL_IN)
                        ? Optional.empty()
                        : Optional.of("'" + answer + "' is no column, and no code of an area that is known"));
    }

    private Optional<Profile> component(String name) {
        return holdings.dimensions().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst();
    }

    private void area(String answer, Optional<AreaChoice> chosen, List<Profile> dimensions) {
        if (chosen.isEmpty()) {
            line("area: " + answer + (answer.equals(FILL_IN) ? "   # " + NOBODY_SAYS : "   # as you say"));
            if (answer.equals(FILL_IN)) {
                doubts.add("of which area the figures are, "
                        + NOBODY_SAYS.replace(": write its code", ". Write its code"));
            }
            return;
        }
        AreaChoice area = chosen.get();
        area.doubt().ifPresent(doubts::add);
        areas = area.component().codes().size();
        String codes = area.list().equals(AreaCodes.ANY) ? "" : ", codes: " + area.list();
        String from = isHeaded()
                ? "columns: \"*\"" + skipped(dimensions)
                : "from: " + Yaml.quoted(area.component().name());
        line("area: {" + from + codes + "}   # " + comment(area.why()));
    }

    /** Columns that the mapping does not name, and that are no areas. */
    private String skipped(List<Profile> dimensions) {
        List<String> others = holdings.dimensions().stream()
                .filter(profile -> !dimensions.contains(profile)
                        && !profile.name().equals(FigureHeadings.HEADING)
                        && Subject.of(profile.name()) != Subject.STATUS)
                .map(profile -> Yaml.quoted(profile.name()))
                .toList();
        return others.isEmpty() ? "" : ", skip: [" + String.join(", ", others) + ']';
    }

    private void match(Optional<AreaChoice> area, List<Profile> dimensions) {
        Optional<String> id = holdings.ids().stream().findFirst();
        if (id.isPresent()) {
            String bare = id.get().replaceFirst("\\(.*$", "");
            line("match: {id: \"" + Yaml.escaped(bare) + "*\"}");
            return;
        }
        List<String> names = new ArrayList<>();
        area.filter(choice -> !isHeaded())
                .ifPresent(choice -> names.add(Yaml.quoted(choice.component().name())));
        dimensions.forEach(profile -> names.add(Yaml.quoted(profile.name())));
        if (!names.isEmpty()) {
            line("match: {components: [" + String.join(", ", names) + "]}");
        }
    }

    private void where(List<Profile> dimensions) {
        if (dimensions.isEmpty()) {
            return;
        }
        line("where:");
        for (Profile profile : dimensions) {
            List<String> codes = profile.codes();
            String code = holdings.exampleOrFirst(profile);
            if (codes.size() > 1) {
                String others = (profile.hasMore() ? "more than " : "") + codes.size() + " codes: "
                        + String.join(", ", codes.subList(0, Math.min(MOST_LISTED, codes.size())))
                        + (codes.size() > MOST_LISTED ? ", …" : "");
                line("  # " + (others.length() > NARROW ? others.substring(0, NARROW - 1) + '…' : others));
            }
            line("  " + Yaml.quoted(profile.name()) + ": " + Yaml.quoted(code)
                    + labels.of(profile, code)
                            .map(label -> "   # " + comment(label))
                            .orElse(""));
        }
    }

    private void value(Optional<Multiplier> multiplier) {
        List<String> parts = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        if (guessed != null && !isHeaded()) {
            parts.add("from: " + Yaml.quoted(guessed.values().get(0)));
            reasons.add("the only column left with figures");
        }
        holdings.marks().ifPresent(marks -> {
            parts.add(marks);
            reasons.add("as its figures show");
        });
        if (!holdings.flags().isEmpty()) {
            parts.add("flags: behind");
            reasons.add("'" + holdings.flags().iterator().next() + "' stands behind one");
        }
        multiplier.ifPresent(found -> found.multiply()
                .ifPresentOrElse(
                        multiply -> {
                            parts.add("multiply: " + multiply);
                            reasons.add(
                                    found.isOfWords()
                                            ? "as " + found.component().name() + " says"
                                            : "the power of ten of each figure");
                        },
                        () -> doubts.add(
                                found.component().name() + " says '" + holdings.exampleOrFirst(found.component())
                                        + "', and with what figures are to be multiplied then is not known: write value:"
                                        + " {multiply: 1000}")));
        if (!parts.isEmpty()) {
            line("value: {" + String.join(", ", parts) + "}   # " + comment(String.join("; ", reasons)));
        }
    }

    private void period() {
        holdings.columns().ifPresent(columns -> line("period: {columns: " + columns + "}"));
        Optional<String> said =
                holdings.withoutPeriod() > 0 || holdings.frequencies().contains(Frequency.D)
                        ? PeriodProposal.of(holdings.writtenPeriods(), holdings.withoutPeriod() == 0)
                        : Optional.empty();
        if (said.filter(period -> period.contains("fiscal:")).isPresent()) {
            doubts.add("of two years such as 2022/23 nothing says which one counts: fiscal: start or fiscal: end");
        }
        boolean areSeveral = component(SeriesRow.SERIES_ID)
                        .map(profile -> profile.codes().size())
                        .orElse(0)
                > 1;
        if (said.isPresent() && areSeveral) {
            doubts.add("the days of all series together show their frequency, and one of them may have another");
        }
        if (guessed == null) {
            said.ifPresent(this::line);
            return;
        }
        String from = "period: {from: " + Yaml.quoted(guessed.period());
        line(said.map(period -> period.replace("period: {", from + ", ")).orElse(from + "}"));
    }

    private void published() {
        boolean isByRow = component(SeriesRow.REALTIME_START).isPresent();
        String proposed =
                isByRow ? SeriesRow.REALTIME_START : holdings.published().isPresent() ? "prepared" : "given";
        String why = isByRow
                ? "each row says it"
                : holdings.published().isPresent()
                        ? "the file says it"
                        : "nothing in the file says when: --published 2024-03-13";
        String answer = interview
                .answer(new Question(
                        "When did the figures become known? A day such as 2024-03-13, the column that says it, or given:"
                                + " with each edition",
                        proposed,
                        why,
                        text -> text.equals(proposed)
                                        || text.equals("given")
                                        || component(text).isPresent()
                                        || PublicationTime.parse(text).isPresent()
                                ? Optional.empty()
                                : Optional.of("'" + text + "' is no day, and no column")))
                .strip();
        if (component(answer).isPresent()) {
            line("published: {from: " + Yaml.quoted(answer) + "}   # each row says it");
        } else if (PublicationTime.parse(answer).isPresent()) {
            line("published: given   # of the edition at hand: --published " + answer);
        } else if (answer.equals("given")) {
            line("published: given   # nothing in the file says when: --published 2024-03-13");
        }
    }

    private Optional<Profile> unit() {
        return holdings.dimensions().stream()
                .filter(profile -> Subject.of(profile.name()) == Subject.UNIT
                        && !labels.isBesideCodes(profile.name())
                        && !profile.codes().isEmpty())
                .findFirst();
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

    private static String comment(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
