package dev.clnrm.bench.runs;

import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.measure.Fingerprint;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The content of a run's {@code run.json}.
 *
 * @param id the run's name, unique among the runs of a project
 * @param state its state
 * @param started when it started
 * @param ended when it ended; empty while it is running, and if it was killed
 * @param request the request that it was started with
 * @param code the measured code
 * @param machine the machine; for merged parts, the machine of the first
 * @param cases the planned cases
 * @param end the end of the run
 * @param declared the declarations in its code, for judging the samples again; empty if the run has none
 */
public record RunManifest(
        String id,
        State state,
        Instant started,
        Optional<Instant> ended,
        RunRequest request,
        MeasuredCode code,
        Optional<Fingerprint> machine,
        PlannedCases cases,
        RunEnd end,
        Optional<DeclaredRules> declared) {
    /** A timestamp that file listings sort by time. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The longest possible run: a longer one has a wrong clock or is invented. */
    private static final Duration LONGEST = Duration.ofDays(366);

    public enum State {
        /** It is running, or was killed: then no process holds its lock. */
        RUNNING,
        /** Every planned fork was tried. */
        FINISHED,
        /** It was stopped before its end. */
        INTERRUPTED
    }

    /** A run that starts now, with a new name: {@code <timestamp>-<random>}. */
    public static RunManifest begin(
            Instant started,
            RunRequest request,
            MeasuredCode code,
            Optional<Fingerprint> machine,
            PlannedCases cases,
            Optional<DeclaredRules> declared) {
        byte[] random = new byte[3];
        RANDOM.nextBytes(random);
        return new RunManifest(
                STAMP.format(started) + "-" + HexFormat.of().formatHex(random),
                State.RUNNING,
                started,
                Optional.empty(),
                request,
                code,
                machine,
                cases,
                RunEnd.NONE,
                declared);
    }

    /**
     * A run that another tool measured.
     *
     * @param hex six digits that distinguish it from others of the same second
     */
    public static RunManifest past(
            Instant when, String hex, MeasuredCode code, Optional<Fingerprint> machine, PlannedCases cases) {
        return new RunManifest(
                STAMP.format(when) + "-" + hex,
                State.RUNNING,
                when,
                Optional.empty(),
                RunRequest.UNKNOWN,
                code,
                machine,
                cases,
                RunEnd.NONE,
                Optional.empty());
    }

    /** The same run when it ended. */
    public RunManifest ended(State last, RunEnd how, Instant when) {
        return with(last, Optional.of(when), how);
    }

    RunManifest with(State next, Optional<Instant> when, RunEnd how) {
        return new RunManifest(id, next, started, when, request, code, machine, cases, how, declared);
    }

    /** The declarations in the code; empty rules if the run has none. */
    public DeclaredRules rules() {
        return declared.orElse(DeclaredRules.NONE);
    }

    /** Whether every planned fork was tried. */
    public boolean finished() {
        return state == State.FINISHED;
    }

    /** Its duration in seconds; 0 if it is unknown or impossible. */
    public double seconds() {
        return ended.map(end -> Duration.between(started, end))
                .filter(time -> !time.isNegative() && time.compareTo(LONGEST) <= 0)
                .map(time -> time.toMillis() / 1e3)
                .orElse(0.0);
    }
}
