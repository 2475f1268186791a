package io.sectorwatch.application.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of lines, as {@code sha256sum} gives it for a file of them. */
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public void line(byte[] bytes) {
        digest.update(bytes);
        digest.update((byte) '\n');
    }

    public void line(String text) {
        line(text.getBytes(UTF_8));
    }

    /** In hexadecimal; the next line is the first of others. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
