package dev.clnrm.cleanroom.scenario;

import dev.clnrm.cleanroom.BackendException;
import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.EnvironmentClosedException;
import dev.clnrm.cleanroom.PolicyException;
import dev.clnrm.cleanroom.backend.Backend;
import dev.clnrm.cleanroom.policy.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Steps to run, and how. Immutable and safe for concurrent use: each word gives a new scenario, and one scenario may be
 * run many times, also at once.
 *
 * <pre>{@code
 * Scenario.named("orders", environment, SandboxBackend.find())
 *         .step("create", "sh", "-c", "echo 1 > orders; cat orders")
 *         .step("list", "ls")
 *         .policy(Policy.high("sh", "ls"))
 *         .timeout(Duration.ofSeconds(10))
 *         .run()
 *         .orThrow();
 * }</pre>
 *
 * <p>Its steps run one after the other up to the first that fails, or, told {@link #concurrent()}, side by side and all.
 * A run counts as a test of its environment, under the scenario's name, and closing the environment ends it.
 */
public final class Scenario {
    /** A minute: a test that takes longer says so, and one that hangs does not hang for ever. */
    public static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final String name;
    private final CleanroomEnvironment environment;
    private final Backend backend;
    private final List<Step> steps;
    private final Optional<Policy> policy;
    private final OptionalLong seed;
    private final Duration timeout;
    private final boolean concurrent;
    private final Guard guard;

    private Scenario(
            String name,
            CleanroomEnvironment environment,
            Backend backend,
            List<Step> steps,
            Optional<Policy> policy,
            OptionalLong seed,
            Duration timeout,
            boolean concurrent) {
        this.name = name;
        this.environment = environment;
        this.backend = backend;
        this.steps = steps;
        this.policy = policy;
        this.seed = seed;
        this.timeout = timeout;
        this.concurrent = concurrent;
        this.guard = new Guard(policy);
    }

    /** A scenario without steps, without a policy, sequential, and with a minute's time. */
    public static Scenario named(String name, CleanroomEnvironment environment, Backend backend) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a scenario has a blank name; it takes a visible character");
        }
        return new Scenario(
                name, environment, backend, List.of(), Optional.empty(), OptionalLong.empty(), TIMEOUT, false);
    }

    /**
     * Adds a step.
     *
     * @param label what people call it; not blank
     * @param command the program and its arguments, at least one word
     */
    public Scenario step(String label, String... command) {
        List<Step> more = Stream.concat(steps.stream(), Stream.of(new Step(label, List.of(command))))
                .toList();
        return new Scenario(name, environment, backend, more, policy, seed, timeout, concurrent);
    }

    /** Runs under a policy, in place of an earlier one. */
    public Scenario policy(Policy rules) {
        return new Scenario(name, environment, backend, steps, Optional.of(rules), seed, timeout, concurrent);
    }

    /**
     * Gives each step a seed made from this one and its position: in Java by its invocation, in processes by the variable
     * {@code CLNRM_SEED}. Steps that draw everything random from it do the same in each run.
     */
    public Scenario deterministic(long from) {
        return new Scenario(name, environment, backend, steps, policy, OptionalLong.of(from), timeout, concurrent);
    }

    /**
     * Ends what is running after this time, and starts nothing more.
     *
     * @param most more than none
     */
    public Scenario timeout(Duration most) {
        if (most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("a timeout of " + most + "; it takes more than none");
        }
        return new Scenario(name, environment, backend, steps, policy, seed, most, concurrent);
    }

    /** Runs the steps side by side, as many at once as the environment has threads; each runs, whether others fail or not. */
    public Scenario concurrent() {
        return new Scenario(name, environment, backend, steps, policy, seed, timeout, true);
    }

    /**
     * Runs the scenario and waits for it. A step that fails is part of the result, not an exception.
     *
     * @throws PolicyException if the policy forbids any step, before the first runs, or an audit record cannot be kept
     * @throws BackendException if the backend fails, whatever the step is
     * @throws EnvironmentClosedException after the environment was closed
     */
    public ScenarioResult run() {
        return new Run(this).carryOut();
    }

    /**
     * Runs the scenario on the environment's executor, with the result of {@link #run()}; the stage fails with what that
     * throws. Whoever waits for the stage before its turn has come carries the scenario out on the spot. Cancelling the
     * stage ends the run.
     */
    public CompletionStage<ScenarioResult> runAsync() {
        AsyncRun run = new AsyncRun(new Run(this));
        environment.executor().execute(run);
        return run;
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** Its steps, in order. */
    public List<Step> steps() {
        return steps;
    }

    CleanroomEnvironment environment() {
        return environment;
    }

    Backend backend() {
        return backend;
    }

    Guard guard() {
        return guard;
    }

    OptionalLong seed() {
        return seed;
    }

    Duration timeout() {
        return timeout;
    }

    boolean isConcurrent() {
        return concurrent;
    }
}
