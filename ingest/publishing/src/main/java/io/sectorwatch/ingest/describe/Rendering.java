package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A description as text of 80 columns. */
final class Rendering {
    private static final int WIDTH = 80;
    private static final int WIDEST_NAME = 24;
    private static final int WIDEST_CODE = 30;
    private static final int MOST_DATA_SETS = 5;

    private final String name;
    private final Holdings holdings;
    private final StringBuilder text = new StringBuilder();

    Rendering(String name, Holdings holdings) {
        this.name = name;
        this.holdings = holdings;
    }

    void holdings(@Nullable Instant given, @Nullable ObservationColumns guessed) {
        line(name);
        item("data set", dataSets());
        item("published", published(given));
        item("rows", rows());
        holdings.notUnderstood().ifPresent(why -> item("not read", why));
        holdings.first()
                .ifPresent(first -> item(
                        "periods",
                        first + " to "
                                + holdings.last().map(Object::toString).orElse("") + ", "
                                + holdings.frequencies().stream()
                                        .map(Enum::name)
                                        .collect(Collectors.joining(" "))));
        if (guessed != null) {
            String figures = GuessedColumns.areHeaded(guessed)
                    ? "those of " + guessed.values().size() + " areas for the figures, as their headings show"
                    : guessed.values().get(0) + " for the figure, the only one left with figures";
            item("columns", "no name says which; taken are " + guessed.period() + " for the period and " + figures);
        }
        line("");
        int widest = holdings.dimensions().stream()
                .mapToInt(profile -> Math.min(WIDEST_NAME, profile.name().length()))
                .max()
                .orElse(0);
        int column = Math.max(widest, "component".length());
        line(pad("component", column) + "   codes  the first of them");
        for (Profile profile : holdings.dimensions()) {
            String count = number(profile.codes().size()) + (profile.hasMore() ? "+" : "");
            String start = pad(cut(profile.name(), WIDEST_NAME), column) + "  "
                    + " ".repeat(Math.max(0, 6 - count.length())) + count + "  ";
            line(start + first(profile.codes(), WIDTH - start.length(), profile.hasMore()));
        }
        line("");
    }

    void trial(Trial trial, long unwanted) {
        trial.harvests().forEach((mapping, harvest) -> {
            wrapped("", "With mapping " + mapping + ": " + amounts(harvest) + '.');
        });
        if (trial.harvests().isEmpty()) {
            wrapped("", "Nothing would be ingested.");
        }
        if (unwanted > 0) {
            wrapped("", count(unwanted, "row") + " left out as the mapping says.");
        }
        if (trial.rejected() > 0) {
            wrapped("", count(trial.rejected(), "row") + " rejected, for example:");
            for (Rejection rejection : trial.firstRejections()) {
                wrapped("  ", "line " + rejection.line() + ": " + rejection.reason());
            }
        }
    }

    void unmappable(Exception e) {
        wrapped("", name + ": " + e.getMessage());
        line("");
    }

    /** What may be wrong about a proposal that was tried. */
    void doubtsOf(Trial trial, int areas) {
        if (trial.observations() == 0) {
            doubts(List.of("nothing would be ingested with this proposal as it stands"));
        } else if (trial.rejected() > trial.observations()) {
            doubts(List.of("more rows are rejected than taken"));
        }
        if (trial.observations() > 0 && (trial.areas() * 2 < areas || trial.areas() == 1 && areas > 1)) {
            doubts(List.of("of " + areas + " areas only " + trial.areas() + (trial.areas() == 1 ? " is" : " are")
                    + " taken: what stands under where: leaves the others out"));
        }
        if (trial.contradictions() > 0) {
            doubts(List.of(
                    count(trial.contradictions(), "row") + " with another figure for a period that has one already:"
                            + " what stands under where: does not tell all series apart"));
        }
    }

    void doubts(List<String> doubts) {
        doubts.forEach(doubt -> wrapped("DOUBTFUL: ", " ".repeat("DOUBTFUL: ".length()), doubt + '.'));
    }

    void readyMappingFits(Trial trial) {
        wrapped(
                "",
                "A ready mapping reads this already, and none needs to be written: "
                        + String.join(", ", trial.harvests().keySet()) + '.');
    }

    void proposal(Optional<Proposal> proposal) {
        if (proposal.isEmpty()) {
            wrapped(
                    "",
                    holdings.hasFigures()
                            ? "No ready mapping wants any of this, and none can be proposed: in no component are most codes"
                                    + " those of areas. docs/ingest.md says how one is written."
                            : "No ready mapping wants any of this, and none can be proposed: there is no figure."
                                    + " docs/ingest.md says how a mapping for policy events is written.");
            return;
        }
        wrapped(
                "",
                "No ready mapping wants any of this. Here is the beginning of one: put it into a file, say what you know"
                        + " better, and give it with --mapping FILE.");
        line("");
        if (!proposal.get().doubts().isEmpty()) {
            doubts(proposal.get().doubts());
            line("");
        }
        proposal.get().yaml().lines().forEach(row -> line("    " + row));
        line("");
    }

    String text() {
        return text.toString();
    }

    private String dataSets() {
        if (holdings.ids().isEmpty()) {
            return "without a name";
        }
        List<String> first = holdings.ids().stream().limit(MOST_DATA_SETS).toList();
        int others = holdings.ids().size() - first.size();
        return String.join(", ", first) + (others > 0 ? " and " + others + " more" : "");
    }

    private String published(@Nullable Instant given) {
        if (given != null) {
            return given + ", as given"
                    + holdings.published()
                            .filter(said -> !said.equals(given))
                            .map(said -> "; the file says " + said)
                            .orElse("");
        }
        return holdings.published()
                .map(said -> said + ", as the file says")
                .orElse("the file as a whole does not say; give it with --published 2024-03-13,"
                        + " unless each row says so for itself");
    }

    private String rows() {
        String rows = number(holdings.rows());
        List<String> flaws = new ArrayList<>();
        if (holdings.missing() > 0) {
            flaws.add(number(holdings.missing()) + " without a figure");
        }
        if (holdings.withoutPeriod() > 0) {
            flaws.add(number(holdings.withoutPeriod()) + " with a period that is not understood");
        }
        if (!flaws.isEmpty()) {
            rows += ", of which " + String.join(" and ", flaws);
        }
        if (holdings.withoutObservation() > 0) {
            rows += ", and " + number(holdings.withoutObservation()) + " without an observation";
        }
        return holdings.rejected() > 0 ? rows + ", and " + number(holdings.rejected()) + " unreadable" : rows;
    }

    private static String amounts(Trial.Harvest harvest) {
        List<String> amounts = new ArrayList<>();
        if (harvest.policies() > 0) {
            amounts.add(count(harvest.policies(), "policy event"));
        }
        if (harvest.observations() > 0) {
            String more = harvest.series() == Trial.MOST_SERIES ? "more than " : "";
            amounts.add(more + number(harvest.series()) + " series");
            amounts.add(count(harvest.observations(), "observation"));
        }
        if (harvest.missing() > 0) {
            amounts.add(count(harvest.missing(), "row") + " without a figure");
        }
        return String.join(", ", amounts);
    }

    private static String first(List<String> codes, int width, boolean hasMore) {
        StringBuilder listed = new StringBuilder();
        int shown = 0;
        for (String code : codes) {
            String next = (shown == 0 ? "" : ", ") + cut(code.replaceAll("\\p{Cntrl}", " "), WIDEST_CODE);
            boolean isLast = shown == codes.size() - 1 && !hasMore;
            if (listed.length() + next.length() + (isLast ? 0 : ", …".length()) > width) {
                break;
            }
            listed.append(next);
            shown++;
        }
        if (shown < codes.size() || hasMore) {
            listed.append(shown == 0 ? "…" : ", …");
        }
        return listed.toString();
    }

    private void item(String what, String value) {
        String start = "  " + pad(what, "published".length()) + "  ";
        wrapped(start, " ".repeat(start.length()), value);
    }

    private void wrapped(String indent, String words) {
        wrapped(indent, indent.isEmpty() ? "" : indent + "  ", words);
    }

    private void wrapped(String first, String others, String words) {
        StringBuilder line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : words.split(" ")) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(others);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        line(line.toString());
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private static String count(long number, String what) {
        return number(number) + ' ' + what + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String cut(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + '…' : text;
    }
}
