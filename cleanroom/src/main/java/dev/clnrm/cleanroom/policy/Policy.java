package dev.clnrm.cleanroom.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a scenario may run and show. Immutable.
 *
 * <p>A policy checks the command of a step, its first word; it does not see what a shell then runs. Only level
 * {@link SecurityLevel#HIGH} protects against a malicious step, because there the backend isolates it.
 *
 * @param level how much of this is enforced
 * @param allowed the only commands that may run, exactly as a step writes them; enforced at level high
 * @param denied commands that may not run, by the last part of their path
 * @param redactor removes secrets from output; enforced from level medium
 * @param outputLimit characters kept of each of a step's two outputs; enforced from level medium
 * @param stepTime the longest time of a step; enforced from level medium
 * @param log the additional store of audit records; used at level high
 */
public record Policy(
        SecurityLevel level,
        Set<String> allowed,
        Set<String> denied,
        Redactor redactor,
        int outputLimit,
        Duration stepTime,
        AuditLog log) {
    /** Commands that change the user or shut down the machine: no test needs them. */
    public static final Set<String> DENIED =
            Set.of("sudo", "su", "doas", "pkexec", "shutdown", "reboot", "halt", "poweroff", "mount", "umount");

    /** About a million characters: more than a person reads, and few enough to be harmless. */
    public static final int OUTPUT_LIMIT = 1 << 20;

    /** Half a minute: ten times what a slow test step takes. */
    public static final Duration STEP_TIME = Duration.ofSeconds(30);

    public Policy {
        allowed = Set.copyOf(allowed);
        denied = Set.copyOf(denied);
        if (outputLimit < 0) {
            throw new IllegalArgumentException("an output limit of " + outputLimit + "; it cannot be negative");
        }
        if (stepTime.isNegative() || stepTime.isZero()) {
            throw new IllegalArgumentException("a step time of " + stepTime + "; it must be above zero");
        }
    }

    /** A policy that checks commands. */
    public static Policy low() {
        return of(SecurityLevel.LOW);
    }

    /** A policy that checks commands, redacts secrets and limits output and time. */
    public static Policy medium() {
        return of(SecurityLevel.MEDIUM);
    }

    /** A policy that allows only these commands, isolated and with an audit record for each step; it also redacts and limits. */
    public static Policy high(String... allowed) {
        return of(SecurityLevel.HIGH).allowing(allowed);
    }

    private static Policy of(SecurityLevel level) {
        return new Policy(level, Set.of(), DENIED, Redactor.STANDARD, OUTPUT_LIMIT, STEP_TIME, AuditLog.NONE);
    }

    /** Also allows these commands. */
    public Policy allowing(String... commands) {
        return new Policy(level, with(allowed, commands), denied, redactor, outputLimit, stepTime, log);
    }

    /** Also denies these commands, in every folder. */
    public Policy denying(String... commands) {
        return new Policy(level, allowed, with(denied, commands), redactor, outputLimit, stepTime, log);
    }

    /**
     * Also removes these texts from output.
     *
     * @throws IllegalArgumentException if one is shorter than {@link Redactor#SHORTEST} characters
     */
    public Policy withSecrets(String... secrets) {
        return new Policy(level, allowed, denied, redactor.with(List.of(secrets)), outputLimit, stepTime, log);
    }

    /**
     * Keeps this many characters of each output.
     *
     * @param characters from 0
     */
    public Policy withOutputLimit(int characters) {
        return new Policy(level, allowed, denied, redactor, characters, stepTime, log);
    }

    /** Limits the time of each step. */
    public Policy withStepTime(Duration most) {
        return new Policy(level, allowed, denied, redactor, outputLimit, most, log);
    }

    /** Also stores audit records in this log. */
    public Policy auditedBy(AuditLog where) {
        return new Policy(level, allowed, denied, redactor, outputLimit, stepTime, where);
    }

    /** The reason why the command may not run; empty if it may. */
    public Optional<String> refusal(List<String> command) {
        String program = command.get(0);
        if (program.isBlank()) {
            return Optional.of("the command has a blank name");
        }
        for (String word : command) {
            if (word.indexOf('\0') >= 0) {
                return Optional.of("the command has a word with a NUL character in it");
            }
        }
        String name = program.substring(program.lastIndexOf('/') + 1);
        if (denied.contains(name)) {
            return Optional.of("the command '" + name + "' is denied");
        }
        if (level == SecurityLevel.HIGH && !allowed.contains(program)) {
            return Optional.of("the command '" + program + "' is not in the list of allowed commands");
        }
        return Optional.empty();
    }

    private static Set<String> with(Set<String> known, String... more) {
        return Stream.concat(known.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
