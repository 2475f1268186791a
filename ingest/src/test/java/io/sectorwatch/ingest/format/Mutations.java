package io.sectorwatch.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages samples as transmission, careless programs and attackers do; the same seed damages them alike. */
public final class Mutations {
    private static final int MOST_CHANGES = 3;
    private static final List<byte[]> TEXTS = List.of(
                    "NaN",
                    "1e400",
                    "-",
                    "\"",
                    "<",
                    "&x;",
                    "<!DOCTYPE a>",
                    "]]>",
                    "{",
                    "[",
                    "}",
                    "]",
                    ":",
                    ",",
                    "null",
                    "\u0000",
                    "\u00ff\u00fe",
                    "\u00ef\u00bb\u00bf",
                    "\n",
                    "\t",
                    "99999999999999999999",
                    "-1",
                    "0:0:0:0")
            .stream()
            .map(text -> text.getBytes(ISO_8859_1))
            .toList();

    private final Random random;
    private final List<byte[]> samples;

    public Mutations(long seed, List<byte[]> samples) {
        this.random = new Random(seed);
        this.samples = samples;
    }

    /** The next damaged sample. */
    public byte[] next() {
        byte[] bytes = any().clone();
        for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0; i--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(Math.min(bytes.length - from, random.nextInt(200)) + 1);
        return switch (random.nextInt(16)) {
            case 0 -> flipped(bytes);
            case 1 -> join(part(bytes, 0, from));
            case 2 -> join(part(bytes, 0, from), part(bytes, to, bytes.length));
            case 3 -> join(part(bytes, 0, to), part(bytes, from, bytes.length));
            case 4 -> join(part(bytes, 0, from), piece(any()), part(bytes, to, bytes.length));
            case 5 -> join(part(bytes, 0, from), text(), part(bytes, from, bytes.length));
            case 6 -> join(part(bytes, 0, from), text(), part(bytes, to, bytes.length));
            case 7 -> swapped(bytes);
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
        return join(part(bytes, 0, from), text, part(bytes, to, bytes.length));
    }

    private static int quote(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '"') {
                return i;
            }
        }
        return -1;
    }

    private byte[] piece(byte[] of) {
        int from = random.nextInt(of.length + 1);
        return part(of, from, from + random.nextInt(Math.min(of.length - from, 400) + 1));
    }

    private byte[] text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private byte[] any() {
        return samples.get(random.nextInt(samples.size()));
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
