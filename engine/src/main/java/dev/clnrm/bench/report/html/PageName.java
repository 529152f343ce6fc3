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

    /** Devices of Windows, whatever their ending. */
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private static final int LONGEST = 40;
    private static final int HASH_BYTES = 8;

    private PageName() {}

    /**
     * A file name without its ending: the name itself where it is letters, digits and {@code _}, else what is left of it with a part of
     * its SHA-256 after a hyphen, which no plain name has; so two names never share a file.
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
