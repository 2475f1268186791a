package io.sectorwatch.processor.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.processor.series.Origins;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.processor.series.Vintages;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rule on China's R&D intensity, told figures one by one; it tells what follows from each. */
final class Desk {
    private static final SeriesKey CHINA = SeriesKey.parse("rd-intensity/CHN/economy/A");
    private static final Evidence EVIDENCE = new Evidence() {
        @Override
        public List<String> of(View view, int row) {
            return List.of(view.history().key().area() + ' ' + view.history().periodOf(row));
        }

        @Override
        public int count(View view, int row) {
            return 1;
        }

        @Override
        public boolean isVoid(String fact) {
            return false;
        }
    };

    private final Origins origins = new Origins();
    private final Map<SeriesKey, SeriesHistory> histories = new HashMap<>();
    private Watch watch;
    private long tick = Long.MIN_VALUE;

    private Desk(Rule rule) {
        watch = watch(rule);
    }

    /** Begins under a rule, from its condition and further fields as they are written in YAML. */
    static Desk under(String when, String... more) {
        return new Desk(rule(when, more));
    }

    /** A figure becomes known, of China or of what it is compared with. */
    List<Transition> tell(String figure) {
        Observation observation = Vintages.of(figure);
        SeriesHistory history = history(observation.series());
        int row = history.add(observation);
        if (row < 0) {
            return List.of();
        }
        int period = observation.period().ordinal();
        boolean own = observation.series().equals(CHINA);
        if (own) {
            watch.touched(period);
        }
        return own || watch.comparedTouched(period)
                ? watch.decide(Trigger.of(observation.published(), tick, history, row))
                : List.of();
    }

    /** The same, in short. */
    List<String> told(String figure) {
        return shortly(tell(figure));
    }

    /** Figures of which it is not of interest what follows from them. */
    Desk knowing(String... figures) {
        for (String figure : figures) {
            tell(figure);
        }
        return this;
    }

    /** Figures of China become known that are decided together. */
    List<String> toldTogether(String... figures) {
        int first = Integer.MAX_VALUE;
        Instant at = Instant.EPOCH;
        for (String figure : figures) {
            Observation observation = Vintages.of(figure);
            history(CHINA).add(observation);
            first = Math.min(first, observation.period().ordinal());
            at = observation.published();
        }
        watch.touched(first);
        return shortly(watch.decide(Trigger.of(at, tick, Reason.NEW_PERIOD)));
    }

    /** A period loses all its figures, as counts do. */
    List<String> forget(String period, String day) {
        SeriesHistory history = history(CHINA);
        int ordinal = Vintages.of("CHN " + period + " 1 " + day).period().ordinal();
        history.replace(ordinal, Long.MIN_VALUE, List.of());
        watch.touched(ordinal);
        return shortly(watch.decide(Trigger.of(moment(day), tick, Reason.REVISION)));
    }

    /** A figure of China is taken back as if it had never been known. */
    List<Transition> voided(String figure, String day) {
        Observation observation = Vintages.of(figure);
        SeriesHistory history = history(CHINA);
        history.remove(history.find(observation));
        watch.touched(observation.period().ordinal());
        return watch.decide(Trigger.of(moment(day), tick, Reason.CORRECTION));
    }

    /** Time passes. */
    List<String> tick(String day) {
        Instant now = moment(day);
        tick = Math.max(tick, now.toEpochMilli());
        return shortly(watch.decide(Trigger.of(now, tick, Reason.TIME_PASSED)));
    }

    /** Another rule takes the place of the one in effect. */
    List<String> change(String day, String when, String... more) {
        Transition open = watch.alert();
        watch = watch(rule(when, more));
        watch.resume(open, Long.MIN_VALUE);
        return shortly(watch.decide(Trigger.of(moment(day), tick, Reason.RULE_CHANGED)));
    }

    /** The rule is no longer in effect. */
    List<String> remove(String day) {
        return shortly(watch.ruleGone(Trigger.of(moment(day), tick, Reason.RULE_CHANGED)));
    }

    /** What was kept is taken up again: the figures and the open alert, and nothing else. */
    List<String> restart() {
        Transition open = watch.alert();
        watch = watch(watch.rule());
        watch.resume(open, Long.MIN_VALUE);
        return shortly(watch.decide(Trigger.of(Instant.EPOCH, tick, Reason.REVISION)));
    }

    /** The open alert in short; "none" where none is open. */
    String open() {
        Transition alert = watch.alert();
        return alert == null ? "none" : shortly(alert).replaceFirst("^\\S+ \\S+ ", "");
    }

    Watch watch() {
        return watch;
    }

    private Watch watch(Rule rule) {
        List<String> trust = rule.series().trust();
        List<View> others = rule.when().compared().stream()
                .map(other -> new View(history(other.of(CHINA)), other.trust(trust), rule.hidden()))
                .toList();
        return Watch.of(
                rule,
                Long.MIN_VALUE,
                new SeriesViews(new View(history(CHINA), trust, rule.hidden()), others),
                EVIDENCE);
    }

    private SeriesHistory history(SeriesKey key) {
        return histories.computeIfAbsent(key, added -> new SeriesHistory(added, histories.size(), origins));
    }

    private static Rule rule(String when, String... more) {
        StringBuilder yaml = new StringBuilder("rules:\n  - id: r\n    when: {" + when + "}\n");
        boolean sources = false;
        for (String field : more) {
            sources |= field.startsWith("series:");
            yaml.append("    ").append(field).append('\n');
        }
        if (!sources) {
            yaml.append("    series: {indicator: rd-intensity}\n");
        }
        try {
            return RuleFile.read(
                            "test", new ByteArrayInputStream(yaml.toString().getBytes(UTF_8)))
                    .get(0);
        } catch (UnusableFileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> shortly(List<Transition> transitions) {
        return transitions.stream().map(Desk::shortly).toList();
    }

    private static String shortly(Transition told) {
        return told.transition() + " " + told.reason().code() + ' ' + told.since() + ".." + told.period() + ' '
                + told.certainty().code() + ": " + figure(told.observation())
                + (told.benchmark() == null ? "" : " against " + figure(told.benchmark()));
    }

    /** A figure in short. */
    static String figure(@Nullable Figure figure) {
        if (figure == null) {
            return "nothing";
        }
        String bound = figure.comparator() == null ? "" : figure.comparator().symbol();
        return figure.period() + " "
                + (figure.value() == null ? "-" : bound + figure.value().toPlainString());
    }

    private static Instant moment(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
