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
 * What {@code run.json} says about a run.
 *
 * @param id the run's name, unique among the runs of a project
 * @param state how far it came
 * @param started when it began
 * @param ended when it ended; absent while it runs, and if it was killed
 * @param request what was asked for
 * @param code which code was measured
 * @param machine where it was measured; of merged parts the machine of the first
 * @param cases what was to be measured
 * @param end how measuring ended
 * @param declared what the code declared, for those who judge the samples again; absent if the run does not say
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
    /** Sorts by time as text, in any file listing. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** No run takes longer: a longer one has a wrong clock, or is made up. */
    private static final Duration LONGEST = Duration.ofDays(366);

    /** How far a run came. */
    public enum State {
        /** It is running, or was killed: then no process holds its lock. */
        RUNNING,
        /** Every fork of the plan was tried. */
        FINISHED,
        /** It was stopped before its end. */
        INTERRUPTED
    }

    /** A run that begins now, under a new name: {@code <timestamp>-<random>}. */
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
     * @param hex six digits that tell it from others of the same second
     */
    public static RunManifest past(Instant when, String hex, MeasuredCode code, PlannedCases cases) {
        return new RunManifest(
                STAMP.format(when) + "-" + hex,
                State.RUNNING,
                when,
                Optional.empty(),
                RunRequest.UNKNOWN,
                code,
                Optional.empty(),
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

    /** What the code declared; nothing if the run does not say. */
    public DeclaredRules rules() {
        return declared.orElse(DeclaredRules.NONE);
    }

    /** Whether every fork of the plan was tried. */
    public boolean finished() {
        return state == State.FINISHED;
    }

    /** How long it took, in seconds; 0 if the run does not say, or says something impossible. */
    public double seconds() {
        return ended.map(end -> Duration.between(started, end))
                .filter(time -> !time.isNegative() && time.compareTo(LONGEST) <= 0)
                .map(time -> time.toMillis() / 1e3)
                .orElse(0.0);
    }
}
