package io.sectorwatch.benchmark.cluster;

import io.sectorwatch.benchmark.history.Facts;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Decimals;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An endless history, drawn with a seed: month after month each indicator has a release with the figures of all areas and
 * with revisions of older ones, and now and then a figure is made void, or valid again.
 */
final class GeneratedMoments {
    private static final int INDICATORS = 24;
    private static final int AREAS = 8;
    private static final int CORRECTED = 6;
    private static final int REVISED = 3;
    private static final int REMEMBERED = 2_000;
    private static final Duration APART = Duration.ofMinutes(1);
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Period FIRST_MONTH = Period.parse("1900-01");
    private static final Source OFFICE = new Source("statistics-office", null, null);

    private final Random random;
    private final int[] months = new int[INDICATORS];
    private final List<Observation> recent = new ArrayList<>();
    private final Set<String> voided = new HashSet<>();
    private Instant now = FIRST;

    GeneratedMoments(long seed) {
        random = new Random(seed);
    }

    /** In effect before the first of them. */
    static List<Rule> rules() {
        return IntStream.range(0, INDICATORS).mapToObj(Facts::rule).toList();
    }

    /** Where they are, of so many partitions. */
    static Set<Integer> partitions(int partitions) {
        return IntStream.range(0, INDICATORS)
                .mapToObj(indicator -> Partitions.of(Facts.indicator(indicator), partitions))
                .collect(Collectors.toSet());
    }

    /** The next one, later than all before it. */
    Moment next() {
        now = now.plus(APART);
        return !recent.isEmpty() && random.nextInt(CORRECTED) == 0 ? correction() : release(random.nextInt(INDICATORS));
    }

    private Moment correction() {
        Observation fact = recent.get(random.nextInt(recent.size()));
        String id = FactId.of(fact);
        boolean valid = voided.remove(id);
        if (!valid) {
            voided.add(id);
        }
        Correction.State state = valid ? Correction.State.VALID : Correction.State.VOID;
        return new Moment(
                fact.series().indicator(), null, List.of(new Correction(id, state, "drawn by the benchmark", now)));
    }

    private Moment release(int indicator) {
        int month = months[indicator]++;
        List<Message> messages = new ArrayList<>();
        for (int area = 0; area < AREAS; area++) {
            if (month > 0 && random.nextInt(REVISED) == 0) {
                messages.add(figure(indicator, area, random.nextInt(Math.max(0, month - 5), month)));
            }
            messages.add(figure(indicator, area, month));
        }
        String release = Facts.indicator(indicator) + '/' + now;
        messages.add(new ClosedRelease(release, null, now, OFFICE, null));
        return new Moment(Facts.indicator(indicator), release, messages);
    }

    // Around the edges of the rule, so that many cross them.
    private Observation figure(int indicator, int area, int month) {
        SeriesKey yearly = Facts.series(indicator, area);
        int value = area == 0 ? 250 + random.nextInt(10) : 180 + random.nextInt(80);
        Observation figure = new Observation(
                new SeriesKey(yearly.indicator(), yearly.area(), yearly.sector(), Frequency.M),
                new Period(Frequency.M, FIRST_MONTH.ordinal() + month),
                Decimals.canonical(BigDecimal.valueOf(value, 2)),
                null,
                null,
                Observation.NORMAL,
                now,
                OFFICE,
                null);
        if (recent.size() == REMEMBERED) {
            recent.remove(0);
        }
        recent.add(figure);
        return figure;
    }
}
