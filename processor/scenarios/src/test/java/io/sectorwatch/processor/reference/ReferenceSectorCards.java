package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the cards of sectors have to say after some inputs: text of the same form as {@link #text} gives of a card. */
public final class ReferenceSectorCards {
    private static final Set<String> GROUPS = Set.of("OECD");
    private static final BigDecimal LITTLE = new BigDecimal("0.001");
    private static final BigDecimal MUCH = new BigDecimal("1000");

    private static final Comparator<String> BY_INDICATOR_AND_LONGEST_FREQUENCY = Comparator.comparing(
                    (String indicator) -> indicator.substring(0, indicator.indexOf('/')))
            .thenComparing(indicator -> Frequency.of(indicator.substring(indicator.indexOf('/') + 1)));

    private final Arrived arrived = new Arrived();

    /** Takes the next input. */
    public void accept(Input input) {
        if (input instanceof Input.Fact fact) {
            arrived.add(fact.message());
        } else if (input instanceof Input.Corrected corrected) {
            arrived.correct(corrected.correction(), corrected.ofPolicies());
        }
    }

    /** What is to be said of a sector with what is known until a moment, and with some alerts open. */
    public String expected(String sector, Instant knownAt, Collection<Transition> open) {
        StringBuilder text = new StringBuilder();
        figures(sector).forEach((indicator, figures) -> {
            text.append(indicator).append(" of ").append(figures.size());
            if (!figures.isEmpty()) {
                int last = figures.size() - 1;
                text.append(" highest ").append(statistic(figures, sorted -> sorted.get(last), true));
                text.append(" median ").append(statistic(figures, ReferenceSectorCards::median, true));
                text.append(" lowest ").append(statistic(figures, sorted -> sorted.get(0), false));
            }
            text.append('\n');
        });
        text.append(policies(sector, knownAt)).append('\n');
        SortedMap<String, SortedMap<Severity, Integer>> byArea = new TreeMap<>();
        for (Transition transition : open) {
            if (transition.series().sector().equals(sector)) {
                byArea.computeIfAbsent(transition.series().area(), area -> new TreeMap<>())
                        .merge(transition.severity(), 1, Integer::sum);
            }
        }
        Optional<Severity> worst = byArea.values().stream()
                .flatMap(severities -> severities.keySet().stream())
                .max(Comparator.naturalOrder());
        return text.append(byArea).append(' ').append(worst).toString();
    }

    /** What a card says of all that is expected. */
    public static String text(SectorCard card) {
        StringBuilder text = new StringBuilder();
        for (SectorCard.Spread spread : card.indicators()) {
            text.append(spread.indicator()).append('/').append(spread.frequency());
            text.append(" of ").append(spread.areas());
            if (spread.areas() > 0) {
                text.append(" highest ").append(text(spread.highest()));
                text.append(" median ").append(text(spread.median()));
                text.append(" lowest ").append(text(spread.lowest()));
            }
            text.append('\n');
        }
        text.append(counts(card.policies().trailingYear().kinds()))
                .append(counts(card.policies().trailingYear().stances()))
                .append(counts(card.policies().total().kinds()))
                .append(counts(card.policies().total().stances()))
                .append('\n');
        return text.append(card.openByArea())
                .append(' ')
                .append(Optional.ofNullable(card.state()))
                .toString();
    }

    private static String text(SectorCard.@Nullable Statistic statistic) {
        return statistic == null
                ? ""
                : (statistic.comparator() == null ? "" : statistic.comparator().symbol()) + plain(statistic.value());
    }

    private SortedMap<String, List<ReferenceFigure>> figures(String sector) {
        Knowledge knowledge = arrived.knowledge();
        Sight sight = new Sight(knowledge, null, Set.of("F"));
        SortedMap<String, List<ReferenceFigure>> all = new TreeMap<>(BY_INDICATOR_AND_LONGEST_FREQUENCY);
        for (SeriesKey series : knowledge.series()) {
            if (series.sector().equals(sector) && !knowledge.isCount(series)) {
                Optional<ReferenceFigure> figure =
                        sight.newestFigure(series, knowledge.stated(series).lastKey());
                if (figure.isPresent()) {
                    List<ReferenceFigure> figures = all.computeIfAbsent(
                            series.indicator() + '/' + series.frequency(), indicator -> new ArrayList<>());
                    if (!GROUPS.contains(series.area())) {
                        figures.add(figure.get());
                    }
                }
            }
        }
        return all;
    }

    private String policies(String sector, Instant knownAt) {
        Map<String, PolicyEvent> newest = arrived.policies().stream()
                .sorted(Comparator.comparing(Message::time).thenComparing(FactId::of))
                .collect(Collectors.toMap(PolicyEvent::id, event -> event, (older, newer) -> newer));
        List<PolicyEvent> events = newest.values().stream()
                .filter(event -> event.sectors().contains(sector))
                .toList();
        LocalDate end =
                knownAt.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1).plusMonths(1);
        List<PolicyEvent> trailing = events.stream()
                .filter(event -> isMonthOrShorter(event.occurred())
                        && event.occurred().start().isBefore(end)
                        && !event.occurred().start().isBefore(end.minusMonths(12)))
                .toList();
        return counted(trailing, PolicyEvent::kind)
                + counted(trailing, PolicyEvent::stance)
                + counted(events, PolicyEvent::kind)
                + counted(events, PolicyEvent::stance);
    }

    private static boolean isMonthOrShorter(Period period) {
        return period.frequency() == Frequency.M || period.frequency() == Frequency.D;
    }

    private static String counted(List<PolicyEvent> events, Function<PolicyEvent, String> by) {
        return counts(events.stream().collect(Collectors.toMap(by, event -> 1, Integer::sum, TreeMap::new)));
    }

    // A count of none is as good as no count.
    private static String counts(Map<String, Integer> counts) {
        SortedMap<String, Integer> some = new TreeMap<>(counts);
        some.values().removeIf(count -> count == 0);
        return some.toString();
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        return lower.add(sorted.get(sorted.size() / 2)).divide(BigDecimal.valueOf(2));
    }

    /** Tries all that bounded figures can be, as far as it matters. */
    private static String statistic(
            List<ReferenceFigure> figures, Function<List<BigDecimal>, BigDecimal> of, boolean ratherBelow) {
        List<List<BigDecimal>> all = List.of(List.of());
        for (ReferenceFigure figure : figures) {
            all = all.stream()
                    .flatMap(chosen -> values(figure).stream().map(value -> {
                        List<BigDecimal> more = new ArrayList<>(chosen);
                        more.add(value);
                        return more;
                    }))
                    .map(List::copyOf)
                    .toList();
        }
        List<BigDecimal> can = all.stream()
                .map(values -> of.apply(values.stream().sorted().toList()))
                .sorted()
                .toList();
        BigDecimal least = can.get(0);
        BigDecimal greatest = can.get(can.size() - 1);
        if (least.compareTo(greatest) == 0) {
            return plain(least);
        }
        boolean below = least.compareTo(BigDecimal.valueOf(-100)) > 0;
        boolean above = greatest.compareTo(BigDecimal.valueOf(100)) < 0;
        if (below && (ratherBelow || !above)) {
            return (isNear(least) ? ">" : ">=") + plain(least);
        }
        return above ? (isNear(greatest) ? "<" : "<=") + plain(greatest) : "";
    }

    private static List<BigDecimal> values(ReferenceFigure figure) {
        BigDecimal value = figure.value();
        if (figure.comparator() == null) {
            return List.of(value);
        }
        return switch (figure.comparator()) {
            case LESS -> List.of(value.subtract(MUCH), value.subtract(LITTLE));
            case AT_MOST -> List.of(value.subtract(MUCH), value);
            case AT_LEAST -> List.of(value, value.add(MUCH));
            case MORE -> List.of(value.add(LITTLE), value.add(MUCH));
        };
    }

    private static boolean isNear(BigDecimal value) {
        return value.compareTo(new BigDecimal(plain(value))) != 0;
    }

    private static String plain(BigDecimal value) {
        // Half of so little is less than half a unit of the third place; what is given has at most three.
        BigDecimal rounded = value.divide(new BigDecimal("0.005"))
                .setScale(0, RoundingMode.HALF_EVEN)
                .multiply(new BigDecimal("0.005"));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
