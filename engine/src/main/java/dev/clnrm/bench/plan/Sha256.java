package dev.clnrm.bench.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Computes SHA-256 of parts, each with its length, so that two different lists of parts never have the same input; or of plain
 * bytes.
 */
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    public static String of(byte[] bytes) {
        return new Sha256().add(bytes).hex();
    }

    public Sha256 add(byte[] part) {
        int length = part.length;
        digest.update(new byte[] {(byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        digest.update(part);
        return this;
    }

    public Sha256 add(String part) {
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes without a length. */
    public Sha256 append(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return this;
    }

    public Sha256 append(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return append(bytes, bytes.length);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    public byte[] bytes() {
        return digest.digest();
    }
}
