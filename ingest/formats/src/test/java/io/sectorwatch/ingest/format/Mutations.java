package io.sectorwatch.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Damages samples as transmission, careless programs and attackers do; the same seed damages them alike. */
public final class Mutations {
    private static final int MOST_CHANGES = 6;
    private static final List<byte[]> TEXTS = Stream.concat(
                    Stream.of(
                                    "\"",
                                    "\"\"",
                                    ",",
                                    ";",
                                    "\t",
                                    "\n",
                                    "\r",
                                    "\0",
                                    "\ufeff",
                                    "-",
                                    "-1",
                                    "NaN",
                                    "1e400",
                                    "-1e-999",
                                    "99999999999999999999",
                                    "2999",
                                    "null",
                                    ":",
                                    "0:0:0:0",
                                    "[",
                                    "]",
                                    "{",
                                    "}",
                                    "<",
                                    "&",
                                    "&x;",
                                    "<!DOCTYPE a>",
                                    "]]>",
                                    "\\",
                                    "\u00e9",
                                    "\ud83d\ude00",
                                    "STRUCTURE[",
                                    "OBS_VALUE",
                                    "TIME_PERIOD",
                                    "DATAFLOW",
                                    "Country Code")
                            .map(text -> text.getBytes(UTF_8)),
                    // No characters of any text in UTF-8.
                    Stream.of("\u00ff\u00fe".getBytes(ISO_8859_1)))
            .toList();

    private final Random random;
    private final List<byte[]> samples;

    public Mutations(long seed, List<byte[]> samples) {
        this.random = new Random(seed);
        this.samples = List.copyOf(samples);
    }

    /** One of the samples, damaged. */
    public byte[] next() {
        byte[] input = any();
        for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0; i--) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(Math.min(bytes.length - from, 200) + 1);
        return switch (random.nextInt(20)) {
            case 0 -> flipped(bytes);
            case 1 -> spliced(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            case 2 -> part(bytes, 0, from);
            case 3 -> spliced(bytes, from, to, new byte[0]);
            case 4 -> spliced(bytes, to, to, part(bytes, from, to));
            case 5 -> spliced(bytes, from, to, piece(any(), 400));
            case 6 -> spliced(bytes, from, to, piece(any(), Integer.MAX_VALUE));
            case 7 -> spliced(bytes, from, from, many());
            case 8, 9 -> spliced(bytes, from, from, text());
            case 10, 11 -> spliced(bytes, from, to, text());
            case 12 -> swapped(bytes);
            default -> quoted(bytes, from);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(4); i >= 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] swapped(byte[] bytes) {
        int middle = random.nextInt(bytes.length + 1);
        int from = random.nextInt(middle + 1);
        int to = middle + random.nextInt(bytes.length - middle + 1);
        return join(
                part(bytes, 0, from),
                part(bytes, middle, to),
                part(bytes, from, middle),
                part(bytes, to, bytes.length));
    }

    // Leaves the punctuation whole, so that the damage gets past the parser.
    private byte[] quoted(byte[] bytes, int near) {
        int from = quote(bytes, near) + 1;
        int to = quote(bytes, from);
        if (from == 0 || to < 0) {
            return flipped(bytes);
        }
        byte[] other = any();
        int start = quote(other, random.nextInt(other.length)) + 1;
        int end = quote(other, start);
        byte[] text = random.nextBoolean() && end >= start ? part(other, start, end) : text();
        return spliced(bytes, from, to, text);
    }

    private static int quote(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '"') {
                return i;
            }
        }
        return -1;
    }

    private byte[] many() {
        byte[] many = new byte[random.nextInt(2_000)];
        Arrays.fill(many, (byte) (random.nextBoolean() ? ',' : random.nextInt(256)));
        return many;
    }

    private byte[] piece(byte[] of, int longest) {
        int from = random.nextInt(of.length + 1);
        return part(of, from, from + random.nextInt(Math.min(of.length - from, longest) + 1));
    }

    private byte[] text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private byte[] any() {
        return samples.get(random.nextInt(samples.size()));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        return join(part(bytes, 0, from), between, part(bytes, to, bytes.length));
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
