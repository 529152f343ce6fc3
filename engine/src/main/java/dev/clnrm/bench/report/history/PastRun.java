package dev.clnrm.bench.report.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A run of another time.
 *
 * @param id its name
 * @param started when it began
 * @param commit the full name of what it measured; absent where it does not say
 * @param changed whether files differed from that commit
 */
public record PastRun(String id, Instant started, Optional<String> commit, boolean changed) {
    private static final int SHORT_COMMIT = 7;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** When it began, to the minute, in UTC: {@code 2026-01-31 12:00}. */
    public String minute() {
        return MINUTE.format(started);
    }

    /** What it measured: {@code 3f2c1ab}, or {@code 3f2c1ab+} where files were changed; empty where it does not say. */
    public String shortCommit() {
        return commit.map(hash -> hash.substring(0, Math.min(SHORT_COMMIT, hash.length())) + (changed ? "+" : ""))
                .orElse("");
    }
}
