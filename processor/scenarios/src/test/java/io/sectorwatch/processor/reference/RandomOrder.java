package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** The order in which inputs arrive. */
final class RandomOrder {
    // What is published at one moment comes in the order of the periods, then of the series, as the contract has it.
    private static final Comparator<Input.Fact> AS_PUBLISHED =
            Comparator.comparing(RandomOrder::isObservation).thenComparing(RandomOrder::place);

    private final Random random;

    RandomOrder(Random random) {
        this.random = random;
    }

    /** By time; of one moment the facts in their order, closings behind theirs, and anything else between. */
    List<Input> asPublished(List<Input.Fact> messages, List<Input> others, List<Input.Closed> closings) {
        SortedMap<Instant, List<Input>> moments = new TreeMap<>();
        messages.stream()
                .filter(message -> !isTick(message))
                .sorted(AS_PUBLISHED)
                .forEach(fact -> at(moments, fact.time()).add(fact));
        messages.stream().filter(RandomOrder::isTick).forEach(tick -> insert(at(moments, tick.time()), tick, 0));
        others.forEach(other -> insert(at(moments, other.time()), other, 0));
        for (Input.Closed closing : closings) {
            List<Input> moment = at(moments, closing.time());
            insert(moment, closing, 1 + lastFact(moment, closing));
        }
        return new ArrayList<>(moments.values().stream().flatMap(List::stream).toList());
    }

    /** Brings inputs that came as published out of their order. */
    void disorder(List<Input> inputs, RandomHistory.Arrival arrival) {
        switch (arrival) {
            case AS_PUBLISHED -> {}
            case SOME_LATE -> {
                for (int i = random.nextInt(5); i >= 0; i--) {
                    int from = random.nextInt(inputs.size());
                    int to = from + random.nextInt(inputs.size() - from);
                    Collections.rotate(inputs.subList(from, to + 1), -1);
                }
            }
            case HISTORY_LAST -> {
                Instant now = inputs.get(random.nextInt(inputs.size())).time();
                inputs.sort(Comparator.comparing(input -> input.time().isBefore(now)));
            }
            case SHUFFLED -> Collections.shuffle(inputs, random);
        }
    }

    private static List<Input> at(SortedMap<Instant, List<Input>> moments, Instant time) {
        return moments.computeIfAbsent(time, moment -> new ArrayList<>());
    }

    private void insert(List<Input> moment, Input input, int earliest) {
        moment.add(earliest + random.nextInt(moment.size() - earliest + 1), input);
    }

    private static int lastFact(List<Input> moment, Input.Closed closing) {
        int last = -1;
        for (int i = 0; i < moment.size(); i++) {
            if (moment.get(i) instanceof Input.Fact fact
                    && Objects.equals(fact.release(), closing.release().release())) {
                last = i;
            }
        }
        return last;
    }

    private static boolean isTick(Input.Fact input) {
        return input.message() instanceof Tick;
    }

    private static boolean isObservation(Input.Fact input) {
        return input.message() instanceof Observation;
    }

    private static String place(Input.Fact input) {
        return input.message() instanceof Observation observation
                ? observation.period() + " " + observation.series()
                : "";
    }
}
