package io.sectorwatch.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.message.Transition.Measure;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Decimals;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages of every shape the codecs can write; the same seed gives the same ones. */
public final class RandomMessages {
    private static final Instant LAST_MOMENT = Instant.parse("2060-01-01T00:00:00Z");
    private final Random random;

    public RandomMessages(long seed) {
        random = new Random(seed);
    }

    public Observation observation() {
        SeriesKey series = series();
        BigDecimal value = maybe(this::number);
        return new Observation(
                series,
                period(series.frequency()),
                value,
                value == null ? null : bound(),
                maybe(this::text),
                value == null ? one(List.of("M"), List.of("O")) : status(),
                moment(),
                source(),
                maybe(this::day));
    }

    public Tick tick() {
        return new Tick(moment());
    }

    public PolicyEvent policy() {
        return new PolicyEvent(
                id(),
                text(),
                area(),
                List.copyOf(new TreeSet<>(List.of(sector(), sector()))),
                one("funding", "export-control", "assessment"),
                texts(),
                texts(),
                one("support", "restrict", "risk", "neutral"),
                period(one(Frequency.values())),
                moment(),
                source());
    }

    public ClosedRelease release() {
        return new ClosedRelease(
                releaseId(),
                maybe(this::text),
                moment(),
                source(),
                maybe(() -> new ClosedRelease.Tally(random.nextInt(999), random.nextInt(99), random.nextInt(9))));
    }

    public String releaseId() {
        return one("oecd-msti/2024-03-13", "国家统计局 公报", "\"7\" of 9 | \\") + random.nextInt(100);
    }

    public Correction correction() {
        return new Correction(ContentId.of(id().getBytes(UTF_8)), one(Correction.State.values()), text(), moment());
    }

    public Instant moment() {
        long millis = random.nextLong(LAST_MOMENT.toEpochMilli());
        return Instant.ofEpochMilli(random.nextBoolean() ? millis : millis / 1000 * 1000);
    }

    public Transition transition() {
        SeriesKey series = series();
        Limit.Side side = one(Limit.Side.values());
        return new Transition(
                ContentId.of(id().getBytes(UTF_8)),
                one(Transition.Type.values()),
                one(Transition.Reason.values()),
                id(),
                ContentId.of(new byte[] {1}),
                one(Severity.values()),
                labels(),
                series,
                period(series.frequency()),
                period(series.frequency()),
                one(Transition.Certainty.values()),
                new Measure(one("value", "gap", "overdue"), maybe(this::difference), bound()),
                maybe(() -> new Limit(side, number(), maybe(this::number))),
                maybe(this::figure),
                maybe(this::figure),
                maybe(this::figure),
                text(),
                moment(),
                List.of(ContentId.of(new byte[] {2}), ContentId.of(new byte[] {3})),
                maybe(() -> 3 + random.nextInt(99)));
    }

    public Scorecard scorecard() {
        return new Scorecard(
                area(),
                sector(),
                maybe(() -> one(Severity.values())),
                Stream.generate(this::line).limit(random.nextInt(4)).toList(),
                new Scorecard.Policies(counts(), counts()),
                severities(),
                moment());
    }

    public SectorCard sectorCard() {
        SortedMap<String, SortedMap<Severity, Integer>> openByArea = new TreeMap<>();
        Stream.generate(this::area).limit(random.nextInt(3)).forEach(area -> openByArea.put(area, severities()));
        return new SectorCard(
                sector(),
                maybe(() -> one(Severity.values())),
                Stream.generate(this::spread).limit(random.nextInt(4)).toList(),
                new Scorecard.Policies(counts(), counts()),
                severities(),
                openByArea,
                moment());
    }

    private SortedMap<Severity, Integer> severities() {
        SortedMap<Severity, Integer> severities = new TreeMap<>();
        if (random.nextBoolean()) {
            severities.put(one(Severity.values()), random.nextInt(9));
        }
        return severities;
    }

    private SectorCard.Spread spread() {
        return new SectorCard.Spread(
                series().indicator(),
                one(Frequency.values()),
                random.nextInt(250),
                maybe(this::text),
                maybe(this::statistic),
                maybe(this::statistic),
                maybe(this::statistic),
                maybe(() -> new SectorCard.Comparison(random.nextInt(9), random.nextInt(9), random.nextInt(9))));
    }

    private SectorCard.Statistic statistic() {
        return new SectorCard.Statistic(
                difference(),
                bound(),
                Stream.generate(this::areaFigure).limit(1 + random.nextInt(2)).toList());
    }

    private SectorCard.AreaFigure areaFigure() {
        return new SectorCard.AreaFigure(area(), period(one(Frequency.values())), number(), bound());
    }

    private Scorecard.Line line() {
        Frequency frequency = one(Frequency.values());
        return new Scorecard.Line(
                series().indicator(),
                frequency,
                period(frequency),
                number(),
                bound(),
                maybe(this::text),
                status(),
                maybe(this::number),
                maybe(this::difference),
                maybe(() -> new Scorecard.Gap(series(), period(frequency), difference(), bound())));
    }

    private Scorecard.Counts counts() {
        return new Scorecard.Counts(
                random.nextInt(99),
                new TreeMap<>(Map.of("funding", random.nextInt(9))),
                new TreeMap<>(Map.of(one("support", "risk"), random.nextInt(9))));
    }

    private Figure figure() {
        return new Figure(
                maybe(this::series),
                period(one(Frequency.values())),
                maybe(this::number),
                bound(),
                status(),
                moment(),
                id());
    }

    private SeriesKey series() {
        return new SeriesKey(
                one("rd-intensity", "ai-publications", "chip.exports"), area(), sector(), one(Frequency.values()));
    }

    private String area() {
        return one("CHN", "OECD", "EU27", "WLD");
    }

    private String sector() {
        return one("economy", "semiconductors", "artificial-intelligence");
    }

    private String id() {
        return one("nbs", "oecd:msti", "eai-brief-1752", "<odd>%\"id\"#[]") + random.nextInt(100);
    }

    private Source source() {
        return new Source(id(), maybe(this::text), maybe(this::text));
    }

    private String text() {
        return one("percent-of-gdp", "a \"quoted\" \\ one", "研发经费 亿元", "R&D 🔬", "ü") + random.nextInt(100);
    }

    private List<String> texts() {
        return Stream.generate(this::text).limit(random.nextInt(3)).toList();
    }

    private List<String> status() {
        return one(List.of("A"), List.of("P"), List.of("B", "E"));
    }

    private SortedMap<String, String> labels() {
        SortedMap<String, String> labels = new TreeMap<>();
        texts().forEach(text -> labels.put("label-" + text, text));
        return labels;
    }

    private BigDecimal number() {
        return Decimals.canonical(new BigDecimal(new BigInteger(random.nextInt(100), random), random.nextInt(-20, 40))
                .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
    }

    private BigDecimal difference() {
        return Decimals.computed(number().subtract(number()));
    }

    private @Nullable Bound bound() {
        return maybe(() -> one(Bound.values()));
    }

    private Period period(Frequency frequency) {
        return Period.containing(day(), frequency);
    }

    private LocalDate day() {
        return LocalDate.of(1950, 1, 1).plusDays(random.nextInt(40_000));
    }

    private <T> @Nullable T maybe(Supplier<T> some) {
        return random.nextInt(3) == 0 ? null : some.get();
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
