package io.sectorwatch.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages inputs in all ways that transport and malice know, the same ones for the same seed. */
public final class Mutations {
    private static final String[] TRICKS = {
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\0",
        "\ufeff",
        "NaN",
        "1e400",
        "-1e-999",
        "2999",
        ":",
        "[",
        "]",
        "{",
        "}",
        "<",
        "&",
        "\\",
        "\u00e9",
        "\ud83d\ude00",
        "STRUCTURE[",
        "OBS_VALUE",
        "TIME_PERIOD",
        "DATAFLOW",
        "Country Code"
    };

    private final Random random;
    private final List<byte[]> samples;

    public Mutations(long seed, List<byte[]> samples) {
        this.random = new Random(seed);
        this.samples = List.copyOf(samples);
    }

    /** One of the samples, damaged. */
    public byte[] next() {
        byte[] input = pick();
        for (int hits = 1 + random.nextInt(6); hits > 0; hits--) {
            input = damaged(input);
        }
        return input;
    }

    private byte[] damaged(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(Math.min(input.length - from, 64) + 1);
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                byte[] flipped = input.clone();
                if (from < flipped.length) {
                    flipped[from] = (byte) random.nextInt(256);
                }
                return flipped;
            }
            case 2 -> {
                return Arrays.copyOf(input, from);
            }
            case 3 -> {
                return spliced(input, from, to, new byte[0]);
            }
            case 4 -> {
                return spliced(input, to, to, Arrays.copyOfRange(input, from, to));
            }
            case 5 -> {
                byte[] other = pick();
                int start = random.nextInt(other.length + 1);
                return spliced(input, from, to, Arrays.copyOfRange(other, start, other.length));
            }
            case 6 -> {
                byte[] many = new byte[random.nextInt(2_000)];
                Arrays.fill(many, (byte) (random.nextBoolean() ? ',' : random.nextInt(256)));
                return spliced(input, from, from, many);
            }
            default -> {
                String trick = TRICKS[random.nextInt(TRICKS.length)];
                return spliced(input, from, to, trick.getBytes(UTF_8));
            }
        }
    }

    private byte[] pick() {
        return samples.get(random.nextInt(samples.size())).clone();
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] between) {
        byte[] result = new byte[from + between.length + input.length - to];
        System.arraycopy(input, 0, result, 0, from);
        System.arraycopy(between, 0, result, from, between.length);
        System.arraycopy(input, to, result, from + between.length, input.length - to);
        return result;
    }
}
