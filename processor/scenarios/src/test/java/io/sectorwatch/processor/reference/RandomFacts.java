package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Decimals;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Facts of a random world, of which many speak of what others spoke of. */
final class RandomFacts {
    private static final List<List<String>> STATUSES =
            List.of(List.of("P"), List.of("P"), List.of("E"), List.of("F"), List.of("E", "P"));
    private static final List<BigDecimal> GROWING =
            RandomWorld.decimals("2.1", "2.2", "2.4", "2.5", "2.55", "2.6", "2.9", "2.6");
    private static final List<String> OCCURRED =
            List.of("2023", "2024", "2023-Q4", "2023-W52", "2023-10", "2023-12", "2024-01", "2023-12-15", "2024-02-01");

    private final RandomWorld world;
    private final List<Observation> observations = new ArrayList<>();
    private final List<PolicyEvent> policies = new ArrayList<>();
    private final Map<SeriesKey, Period> lastPeriods = new TreeMap<>();

    RandomFacts(RandomWorld world) {
        this.world = world;
    }

    Message next() {
        if (world.chance(8)) {
            return new Tick(world.moment());
        }
        if (world.policies && world.chance(40)) {
            PolicyEvent policy =
                    !policies.isEmpty() && world.chance(8) ? sameElsewhere(world.pick(policies)) : policy();
            policies.add(policy);
            return policy;
        }
        Observation observation = observation();
        observations.add(observation);
        return observation;
    }

    private Observation observation() {
        if (world.converging && world.chance(75)) {
            return catchingUp();
        }
        if (!observations.isEmpty() && world.chance(30)) {
            Observation earlier = world.pick(observations);
            return switch (world.upTo(5)) {
                case 1 -> sameElsewhere(earlier);
                case 2 -> besides(earlier);
                default -> saidAgain(earlier);
            };
        }
        SeriesKey series = world.series();
        Period period = period(series);
        lastPeriods.put(series, period);
        boolean withdrawn = world.chance(8);
        return observation(
                series,
                period,
                withdrawn ? null : world.value(),
                withdrawn || !world.chance(12) ? null : world.pick(List.of(Bound.values())),
                withdrawn ? world.pick(List.of(Observation.MISSING, List.of("O"))) : status());
    }

    /** The next period of one of two, of which one is steady and the other grows more often than not. */
    private Observation catchingUp() {
        String area = world.pick(List.of("CHN", "OECD"));
        SeriesKey series = new SeriesKey(world.indicators.get(0), area, world.sectors.get(0), world.frequencies.get(0));
        Period first = world.firstPeriod(series.frequency());
        Period period =
                lastPeriods.containsKey(series) ? lastPeriods.get(series).plus(1) : first;
        lastPeriods.put(series, period);
        BigDecimal value = area.equals("OECD")
                ? new BigDecimal("2.7")
                : GROWING.get((period.ordinal() - first.ordinal()) % GROWING.size())
                        .add(world.pick(RandomWorld.decimals("0", "0", "0.1", "-0.2")));
        return observation(series, period, Decimals.canonical(value), null, Observation.NORMAL);
    }

    /** What another source, or the same one, says of it at the same moment. */
    private Observation besides(Observation o) {
        return new Observation(
                o.series(),
                o.period(),
                world.value(),
                o.comparator(),
                o.unit(),
                status(),
                o.published(),
                source(),
                nextRelease());
    }

    private Period period(SeriesKey series) {
        Period last = lastPeriods.get(series);
        return last != null && world.chance(50) ? last.plus(1) : world.period(series.frequency());
    }

    private List<String> status() {
        return world.chance(70) ? Observation.NORMAL : world.pick(STATUSES);
    }

    private Observation saidAgain(Observation earlier) {
        return observation(earlier.series(), earlier.period(), earlier.value(), earlier.comparator(), earlier.status());
    }

    private Observation observation(
            SeriesKey series,
            Period period,
            @Nullable BigDecimal value,
            @Nullable Bound comparator,
            List<String> status) {
        return new Observation(
                series, period, value, comparator, null, status, world.moment(), source(), nextRelease());
    }

    private @Nullable LocalDate nextRelease() {
        LocalDate day = world.moment().atZone(ZoneOffset.UTC).toLocalDate();
        return world.chance(35) ? day.plusDays(world.chance(20) ? 1 : 0) : null;
    }

    /** The same fact, read at another place of the publication. */
    private static Observation sameElsewhere(Observation o) {
        return new Observation(
                o.series(),
                o.period(),
                o.value(),
                o.comparator(),
                o.unit(),
                o.status(),
                o.published(),
                elsewhere(o.source()),
                o.nextRelease());
    }

    private static PolicyEvent sameElsewhere(PolicyEvent p) {
        return new PolicyEvent(
                p.id(),
                p.title(),
                p.area(),
                p.sectors(),
                p.kind(),
                p.instruments(),
                p.actors(),
                p.stance(),
                p.occurred(),
                p.published(),
                elsewhere(p.source()));
    }

    private static Source elsewhere(Source source) {
        return new Source(source.id(), "table/2", null);
    }

    private Source source() {
        return new Source(world.pick(RandomWorld.SOURCES), null, null);
    }

    private PolicyEvent policy() {
        return new PolicyEvent(
                world.pick(List.of("p1", "p2", "p3", "p4")),
                world.pick(List.of("Announced", "In force")),
                world.pick(List.of("CHN", "CHN", "USA")),
                List.copyOf(new TreeSet<>(world.some(world.sectors))),
                world.pick(List.of("funding", "regulation")),
                List.of(),
                List.of(),
                world.pick(List.of("support", "restrict")),
                Period.parse(world.pick(OCCURRED)),
                world.moment(),
                source());
    }
}
