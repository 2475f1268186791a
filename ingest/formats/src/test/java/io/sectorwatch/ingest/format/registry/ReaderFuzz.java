package io.sectorwatch.ingest.format.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FigureHeadings;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.Mutations;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Feeds a format damaged samples: it may give rows and rejections and say that the rest is unreadable, and nothing else, and
 * recognition may say that they are nothing. {@code -Dsectorwatch.fuzz=100000} sets their number.
 */
final class ReaderFuzz {
    private static final int IN_THE_BUILD = 3_000;
    private static final int COUNT = Integer.getInteger("sectorwatch.fuzz", IN_THE_BUILD);
    private static final int ONE_READ_OF = 100;
    private static final long SEED = Long.getLong("sectorwatch.fuzz.seed", 20_240_223L);
    // Time spent by this thread alone: a machine that stands still is no fault of the reader.
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final ReadOptions NAMED =
            new ReadOptions(null, new ObservationColumns(DataSet.TIME_PERIOD, List.of(DataSet.OBS_VALUE)));
    private static final FigureMarks SIGNED = new FigureMarks(null, null, true, true, true, "$");
    private static final ReadOptions HEADED =
            new ReadOptions(null, null, PeriodHeadings.UNKNOWN, new AnyHeading(), SIGNED);
    private static final List<ReadOptions> OPTIONS =
            List.of(NAMED, ReadOptions.NONE, HEADED, new ReadOptions(null, null, PeriodHeadings.UNKNOWN, null, SIGNED));
    private static final Set<String> OF_OBSERVATIONS = Set.of(DataSet.TIME_PERIOD, DataSet.OBS_VALUE);

    /** Runs the format over them; fails with the input as hexadecimal digits. */
    static void run(RowFormat format, List<byte[]> samples) throws IOException {
        Set<String> always = components(format, samples.get(0));
        Mutations mutations = new Mutations(SEED, samples);
        int readable = 0;
        int unreadable = 0;
        for (int i = 0; i < COUNT; i++) {
            int number = i;
            byte[] input = mutations.next();
            long start = CLOCK.getCurrentThreadCpuTime();
            Sound sound = new Sound(always);
            try {
                format.read("damaged", new ByteArrayInputStream(input), OPTIONS.get(i % OPTIONS.size()), sound);
                readable++;
            } catch (UnreadableException e) {
                assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1_000);
                unreadable++;
            } catch (IOException | RuntimeException | Error e) {
                fail(describe(i, input), e);
            }
            assertThat(sound.count).as(() -> describe(number, input)).isLessThanOrEqualTo(input.length + 1L);
            recognise(input);
            assertThat(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start))
                    .as(() -> describe(number, input))
                    .isLessThan(LONGEST);
        }
        if (COUNT > IN_THE_BUILD) {
            System.out.printf(
                    "%s: %,d damaged inputs, %,d read, %,d unreadable%n", format.name(), COUNT, readable, unreadable);
        }
        assertThat(readable)
                .as("damaged inputs that are read to their end: with fewer, too little is seen of what follows damage")
                .isGreaterThanOrEqualTo(COUNT / ONE_READ_OF);
        assertThat(unreadable).isPositive();
    }

    /** Recognises an input, or hears what it is instead. */
    static void recognise(byte[] input) {
        try {
            assertThat(Formats.recognise(input, null)).isNotNull();
        } catch (UnreadableException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1_000);
        } catch (RuntimeException e) {
            fail("recognising " + HexFormat.of().formatHex(input), e);
        }
    }

    // A format of observations never has a data set without them.
    private static Set<String> components(RowFormat format, byte[] sound) throws IOException {
        Set<String> components = new HashSet<>(
                Outcomes.of(format, new ByteArrayInputStream(sound)).components());
        components.retainAll(OF_OBSERVATIONS);
        return components;
    }

    private static String describe(int number, byte[] input) {
        return "input " + number + " of seed " + SEED + ": " + HexFormat.of().formatHex(input);
    }

    /** Every column but that of the period has figures. */
    private record AnyHeading() implements FigureHeadings {
        @Override
        public boolean isOne(String heading) {
            return true;
        }

        @Override
        public boolean areAlike() {
            return true;
        }
    }

    /** Holds a reader to what {@link Rows} promises. */
    private static final class Sound implements Rows {
        private final Set<String> always;
        private List<String> components = List.of();
        private long count;

        Sound(Set<String> always) {
            this.always = always;
        }

        @Override
        public void begin(DataSet dataSet) {
            assertThat(dataSet.components()).doesNotHaveDuplicates().containsAll(always);
            components = dataSet.components();
        }

        @Override
        public void row(Row row) {
            count++;
            assertThat(components).isNotEmpty();
            for (int i = 0; i < components.size(); i++) {
                String text = row.get(i);
                if (text != null && text.isEmpty()) {
                    fail("an empty text for " + components.get(i));
                }
            }
            assertThat(row.line()).isPositive();
            assertThat(row.text()).isNotNull();
        }

        @Override
        public void rejected(Rejection rejection) {
            count++;
            assertThat(rejection.reason()).isNotBlank();
        }
    }

    private ReaderFuzz() {}
}
