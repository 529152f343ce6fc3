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
 * Steps to run, with their settings. Immutable and safe for concurrent use: each method returns a new scenario, and one scenario
 * may be run many times, even at the same time.
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
 * <p>Its steps run one after the other up to the first failure. With {@link #concurrent()}, all of them run at the same time. A
 * run counts as a test of its environment, with the scenario's name, and closing the environment ends it.
 */
public final class Scenario {
    /** The default timeout of a minute: a longer test must set its own, and a test that hangs does not hang forever. */
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

    /** A scenario without steps and policy, sequential, with a timeout of a minute. */
    public static Scenario named(String name, CleanroomEnvironment environment, Backend backend) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a scenario has a blank name; use a visible character");
        }
        return new Scenario(
                name, environment, backend, List.of(), Optional.empty(), OptionalLong.empty(), TIMEOUT, false);
    }

    /**
     * Adds a step.
     *
     * @param label its name for people; not blank
     * @param command the program and its arguments, at least one
     */
    public Scenario step(String label, String... command) {
        List<Step> more = Stream.concat(steps.stream(), Stream.of(new Step(label, List.of(command))))
                .toList();
        return new Scenario(name, environment, backend, more, policy, seed, timeout, concurrent);
    }

    /** Sets the policy; it replaces an earlier one. */
    public Scenario policy(Policy rules) {
        return new Scenario(name, environment, backend, steps, Optional.of(rules), seed, timeout, concurrent);
    }

    /**
     * Gives each step a seed derived from this one and its position: in Java by its invocation, in processes by the variable
     * {@code CLNRM_SEED}. Steps that derive everything random from it do the same in each run.
     */
    public Scenario deterministic(long from) {
        return new Scenario(name, environment, backend, steps, policy, OptionalLong.of(from), timeout, concurrent);
    }

    /**
     * Sets the time after which running steps are ended and no more are started.
     *
     * @param most above zero
     */
    public Scenario timeout(Duration most) {
        if (most.isNegative() || most.isZero()) {
            throw new IllegalArgumentException("a timeout of " + most + "; it must be above zero");
        }
        return new Scenario(name, environment, backend, steps, policy, seed, most, concurrent);
    }

    /** Runs the steps concurrently, at most as many as the environment has threads; each runs even if others fail. */
    public Scenario concurrent() {
        return new Scenario(name, environment, backend, steps, policy, seed, timeout, true);
    }

    /**
     * Runs the scenario and waits for it. A failed step is part of the result, not an exception.
     *
     * @throws PolicyException if the policy forbids a step, before the first one runs, or if an audit record cannot be stored
     * @throws BackendException if the backend itself fails, independent of the step
     * @throws EnvironmentClosedException after the environment was closed
     */
    public ScenarioResult run() {
        return new Run(this).carryOut();
    }

    /**
     * Runs the scenario on the environment's executor, with the result of {@link #run()}; the stage fails with the exceptions of
     * that method. A thread that waits for the stage before it has started performs the scenario itself. Cancelling the stage
     * ends the run.
     */
    public CompletionStage<ScenarioResult> runAsync() {
        AsyncRun run = new AsyncRun(new Run(this));
        environment.executor().execute(run);
        return run;
    }

    /** Its name for people. */
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
