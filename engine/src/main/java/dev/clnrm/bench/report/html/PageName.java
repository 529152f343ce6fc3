package dev.clnrm.bench.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files made of names from outside. */
final class PageName {
    /** Safe on every file system, and in an address as it is. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    /** Device names of Windows, reserved with any extension. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private static final int LONGEST = 40;
    private static final int HASH_BYTES = 8;

    private PageName() {}

    /**
     * A file name without its extension: the name itself if it has only lower-case letters, digits and {@code _}; else those of its characters
     * and, after a hyphen, a part of its SHA-256. No plain name has a hyphen, so two names never share a file.
     */
    static String of(String name) {
        if (PLAIN.matcher(name).matches() && !DEVICE.matcher(name).matches()) {
            return name;
        }
        String left = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-");
        return left.substring(0, Math.min(LONGEST, left.length())) + "-" + hash(name);
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
