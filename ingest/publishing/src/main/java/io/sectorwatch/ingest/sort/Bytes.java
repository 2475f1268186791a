package io.sectorwatch.ingest.sort;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Builds records whose bytes sort as what they were built from. */
public final class Bytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    /** A text without a zero character; a shorter one sorts before what it begins. */
    public Bytes text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        out.write(utf8, 0, utf8.length);
        out.write(0);
        return this;
    }

    /** A number between 0 and 255. */
    public Bytes small(int number) {
        out.write(number);
        return this;
    }

    /** A constant, in the order of its enum, which has fewer than 256. */
    @SuppressWarnings("EnumOrdinal") // Records live no longer than the program that wrote them.
    public Bytes constant(Enum<?> constant) {
        return small(constant.ordinal());
    }

    public Bytes number(int number) {
        return unsigned(number ^ Integer.MIN_VALUE);
    }

    public Bytes number(long number) {
        long shifted = number ^ Long.MIN_VALUE;
        return unsigned((int) (shifted >>> 32)).unsigned((int) shifted);
    }

    /** What is left, as it is. */
    public Bytes rest(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
        return this;
    }

    /** What has been built; the next record begins with nothing. */
    public byte[] end() {
        byte[] record = out.toByteArray();
        out.reset();
        return record;
    }

    private Bytes unsigned(int number) {
        out.write(number >>> 24);
        out.write(number >>> 16);
        out.write(number >>> 8);
        out.write(number);
        return this;
    }
}
