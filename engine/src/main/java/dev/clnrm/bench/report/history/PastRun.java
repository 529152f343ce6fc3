package dev.clnrm.bench.report.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A stored run.
 *
 * @param id its name
 * @param started when it started
 * @param commit the full hash of what it measured; absent if it is not known
 * @param changed whether files had uncommitted changes
 * @param base what it was measured beside, in turns: {@code v1.4 (3f2c1ab)}; absent for a run of one side
 * @param anchor the full hash of that; absent if it is no commit
 * @param place the place of its commit among the commits of the repository, parents first; absent if it is not known
 */
public record PastRun(
        String id,
        Instant started,
        Optional<String> commit,
        boolean changed,
        Optional<String> base,
        Optional<String> anchor,
        Optional<Integer> place) {
    private static final int SHORT_COMMIT = 7;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A run beside nothing that can be found again. */
    public PastRun(String id, Instant started, Optional<String> commit, boolean changed, Optional<String> base) {
        this(id, started, commit, changed, base, Optional.empty(), Optional.empty());
    }

    /** When it started, to the minute, in UTC: {@code 2026-01-31 12:00}. */
    public String minute() {
        return MINUTE.format(started);
    }

    /** What it measured: {@code 3f2c1ab}, or {@code 3f2c1ab+} if files had changes; empty if it is not known. */
    public String shortCommit() {
        return commit.map(hash -> hash.substring(0, Math.min(SHORT_COMMIT, hash.length())) + (changed ? "+" : ""))
                .orElse("");
    }

    /** What it measured in one word: its commit, or the run itself if the commit is not known. */
    public String what() {
        return commit.isPresent() ? shortCommit() : id;
    }
}
