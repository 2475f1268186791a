package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.kind.Interval;
import io.sectorwatch.processor.kind.MeasureKind;
import io.sectorwatch.processor.kind.Measurement;
import io.sectorwatch.processor.kind.Rounded;
import io.sectorwatch.processor.kind.Truth;
import io.sectorwatch.processor.kind.Wording;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.series.AreaNames;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sentence of a transition, made of its content alone. */
final class AlertText {
    static String open(
            MeasureWatch watch,
            Certainty certainty,
            @Nullable Figure figure,
            @Nullable Figure benchmark,
            @Nullable Measurement measured,
            @Nullable Transition before,
            boolean corrected) {
        MeasureKind kind = watch.kind();
        Words words = new Words(watch, corrected);
        String condition = kind.condition(words);
        StringBuilder text = new StringBuilder(words.figure(figure, before));
        String measure = measured == null ? null : measure(kind, measured, words);
        if (measure != null) {
            text.append(", ").append(measure).append(words.of(benchmark));
        }
        if (certainty == Certainty.CERTAIN && measure != null && measure.endsWith(condition)) {
            return text.toString();
        }
        text.append(": ");
        if (certainty == Certainty.CERTAIN && measured != null && holdsNoMore(watch, measured)) {
            return text.append("no longer ")
                    .append(condition)
                    .append(", but not past the edge that clears")
                    .toString();
        }
        return text.append(certainty == Certainty.POSSIBLE ? "possibly " : "")
                .append(condition)
                .toString();
    }

    static String closed(
            MeasureWatch watch,
            Transition.Type type,
            Transition alert,
            @Nullable Figure figure,
            @Nullable Figure benchmark,
            @Nullable Measurement measured,
            boolean corrected) {
        MeasureKind kind = watch.kind();
        Words words = new Words(watch, corrected);
        String condition = kind.condition(words);
        String measure = measured == null ? null : measure(kind, measured, words);
        String facts = words.figure(figure, type == Transition.Type.RETRACTED ? alert : null)
                + (measure == null ? "" : ", " + measure + words.of(benchmark));
        return type == Transition.Type.RETRACTED
                ? facts + ": it never was " + condition
                : facts + ": no longer " + condition;
    }

    static String overdue(Watch watch, @Nullable Figure figure) {
        return new Words(watch, false).subject() + ": the next release is overdue; the last figure is of "
                + (figure == null ? "an unknown period" : figure.period());
    }

    static String released(Watch watch) {
        return new Words(watch, false).subject() + ": the overdue release is there";
    }

    static String unfounded(Watch watch) {
        return new Words(watch, false).subject()
                + ": the figure that announced a release was taken back; none was overdue";
    }

    static String ruleGone(Watch watch) {
        return new Words(watch, false).subject() + ": the rule was changed or removed";
    }

    private static @Nullable String measure(MeasureKind kind, Measurement measured, Words words) {
        String measure = kind.measured(measured.value(), words);
        return measure == null || measured.of() == null ? measure : measure + " in the figure of " + measured.of();
    }

    private static boolean holdsNoMore(MeasureWatch watch, Measurement measured) {
        return watch.condition(measured.value()) == Truth.FALSE;
    }

    /**
     * How things are said of a watch.
     *
     * @param corrected whether it was not the publisher who changed a figure, but we who took one back
     */
    private record Words(Watch watch, boolean corrected) implements Wording {
        @Override
        public String amount(BigDecimal number) {
            return Rounded.of(number) + unit();
        }

        @Override
        public String area(String code) {
            return AreaNames.of(code);
        }

        String subject() {
            SeriesKey series = watch.series();
            String name = AreaNames.owner(series.area()) + ' ' + Names.indicator(series.indicator());
            String subject = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            return series.sector().equals(PolicyEvent.ECONOMY) || Names.saysItsSector(series.indicator())
                    ? subject
                    : subject + " in " + Names.words(series.sector());
        }

        /** "China's R&D intensity of 2023 was revised from 2.65 to 2.58 %". */
        String figure(@Nullable Figure figure, @Nullable Transition before) {
            Figure told = before == null ? null : before.observation();
            if (figure == null) {
                return subject() + (told == null ? "" : " of " + told.period()) + (plural() ? " are" : " is")
                        + " not known any more";
            }
            String of = subject() + " of " + figure.period();
            if (figure.value() == null) {
                return of + (plural() ? " were" : " was") + " withdrawn";
            }
            boolean revised = told != null
                    && told.period().equals(figure.period())
                    && told.value() != null
                    && !PeriodStatement.sameFigure(told, figure, false);
            return revised && told != null
                    ? of + change(told, figure) + unit()
                    : of + (plural() ? " are " : " is ") + number(figure) + unit();
        }

        private String change(Figure old, Figure figure) {
            BigDecimal was = Objects.requireNonNull(old.value());
            BigDecimal is = Objects.requireNonNull(figure.value());
            List<String> numbers = Rounded.apart(was, is);
            String from = Wording.bounded(new Interval(was, old.comparator()), numbers.get(0));
            String to = Wording.bounded(new Interval(is, figure.comparator()), numbers.get(1));
            return verb(was, is) + " from " + from + " to " + to;
        }

        private String verb(BigDecimal was, BigDecimal is) {
            // Nobody revises a count: another event has come, or one has gone.
            if (!corrected && Partitions.isDerived(watch.series().indicator()) && is.compareTo(was) != 0) {
                return is.compareTo(was) > 0 ? " rose" : " fell";
            }
            return (plural() ? " were " : " was ") + (corrected ? "corrected" : "revised");
        }

        /** " (2.72 % in 2021)": the benchmark's own figure. */
        String of(@Nullable Figure benchmark) {
            return benchmark == null ? "" : " (" + number(benchmark) + unit() + " in " + benchmark.period() + ')';
        }

        private static String number(Figure figure) {
            BigDecimal value = figure.value();
            return value == null
                    ? "nothing"
                    : Wording.bounded(new Interval(value, figure.comparator()), Rounded.of(value));
        }

        private boolean plural() {
            return Names.indicator(watch.series().indicator()).endsWith("s");
        }

        private String unit() {
            String unit = watch.views().own().history().unit();
            return unit != null && unit.startsWith("percent") ? " %" : "";
        }
    }

    private AlertText() {}
}
