package io.sectorwatch.ingest.format.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Repeating;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads far more than fits into memory, in a process that has little: the sound sample of each format with its last lines over
 * and over, and the same broken off somewhere with a piece of syntax over and over.
 */
final class LongReading {
    private static final String HEAP = "-Xmx32m";
    private static final long BYTES = 40L << 20;
    private static final long MOST_PIECES = 1_000_000;
    private static final int WORDS = 5;
    private static final List<String> PIECES = List.of("a", ",", "\"", "[", "{\"a\":", "<a>");

    /**
     * What became of one format.
     *
     * @param figures how many were found
     * @param expected how many there were
     * @param isRead whether nothing of the input was left
     * @param complaint empty where all of it could be read
     */
    record Result(long figures, long expected, boolean isRead, String complaint) {
        private static Result of(List<String> words) {
            return new Result(
                    Long.parseLong(words.get(1)),
                    Long.parseLong(words.get(2)),
                    Boolean.parseBoolean(words.get(3)),
                    words.get(4));
        }

        private String line(String name) {
            return String.join("\t", name, "" + figures, "" + expected, "" + isRead, complaint);
        }
    }

    /**
     * All that the process said.
     *
     * @param results by the names of the formats; of one at which it failed, and those after it, there is none
     */
    record Run(Map<String, Result> results, String said) {}

    /** Runs the process to its end. */
    static Run run() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongReading.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        return new Run(
                said.lines()
                        .map(line -> List.of(line.split("\t", -1)))
                        .filter(words -> words.size() == WORDS)
                        .collect(Collectors.toMap(words -> words.get(0), Result::of)),
                said);
    }

    public static void main(String[] arguments) throws IOException {
        for (RowFormat format : EveryFormatTest.rowFormats()) {
            Sample sound = Samples.of(format).sound();
            Result result = sound(format, sound);
            hostile(format, sound);
            System.out.println(result.line(format.name()));
        }
    }

    private static Result sound(RowFormat format, Sample sound) throws IOException {
        byte[] piece = sound.repeatable().getBytes(UTF_8);
        long times = Math.min(MOST_PIECES, BYTES / piece.length);
        Repeating input = new Repeating(
                sound.beginning().getBytes(UTF_8), piece, times, sound.end().getBytes(UTF_8));
        FigureCount count = new FigureCount();
        String complaint = "";
        try {
            format.read("long", input, ReadOptions.NONE, count);
        } catch (UnreadableException e) {
            complaint = String.valueOf(e.getMessage());
        }
        long expected = sound.figures().size() + times * sound.repeatableFigures();
        return new Result(count.figures, expected, input.isRead(), complaint);
    }

    private static void hostile(RowFormat format, Sample sound) throws IOException {
        String text = sound.text();
        int first = sound.figures().get(0).end();
        for (int cut : List.of(first / 2, first)) {
            for (String piece : PIECES) {
                byte[] bytes = piece.repeat(1_000).getBytes(UTF_8);
                try {
                    format.read(
                            "hostile",
                            new Repeating(
                                    text.substring(0, cut).getBytes(UTF_8), bytes, BYTES / bytes.length, new byte[0]),
                            ReadOptions.NONE,
                            new FigureCount());
                } catch (UnreadableException e) {
                    // Just what it may do.
                }
            }
        }
    }

    private static final class FigureCount implements Rows {
        private int components;
        private long figures;

        @Override
        public void begin(DataSet dataSet) {
            components = dataSet.components().size();
        }

        @Override
        public void row(Row row) {
            for (int i = 0; i < components; i++) {
                String value = row.get(i);
                figures += value != null && Sample.isFigure(value) ? 1 : 0;
            }
        }

        @Override
        public void rejected(Rejection rejection) {}
    }

    private LongReading() {}
}
