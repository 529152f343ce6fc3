package dev.clnrm.benches;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.backend.Backend;
import dev.clnrm.cleanroom.backend.InProcessBackend;
import dev.clnrm.cleanroom.backend.MockCommand;
import dev.clnrm.cleanroom.policy.Policy;
import dev.clnrm.cleanroom.scenario.Scenario;
import dev.clnrm.cleanroom.scenario.ScenarioResult;
import java.time.Duration;

/** A scenario and the environment it runs in. */
final class PreparedScenario implements AutoCloseable {
    /**
     * The work of one step, about 25 µs: a tenth of what a step took in 2025. It costs much more than passing a run to another
     * thread, so laws between scenarios are about their steps. The overhead of the library itself is limited by the budgets on
     * allocation, which no work hides.
     */
    private static final int WORDS = 24_000;

    /** The time that a concurrent step waits, as a real one waits for a port or a disk. */
    private static final Duration WAIT = Duration.ofMillis(1);

    private static final InProcessBackend SCRIPTED =
            InProcessBackend.scripted().on("work", MockCommand.working(WORDS)).on("wait", MockCommand.waiting(WAIT));

    private final CleanroomEnvironment environment;
    private final Scenario scenario;

    private PreparedScenario(CleanroomEnvironment environment, Scenario scenario) {
        this.environment = environment;
        this.scenario = scenario;
    }

    /** Steps that work. */
    static PreparedScenario working(int steps) {
        return of(SCRIPTED, steps, "work", "table", "orders");
    }

    /** Steps that wait concurrently. */
    static PreparedScenario waitingSideBySide(int steps) {
        return waiting(steps).concurrent();
    }

    /** Steps that wait, one after the other. */
    static PreparedScenario waiting(int steps) {
        return of(SCRIPTED, steps, "wait");
    }

    /** Five steps that work, under a policy. */
    static PreparedScenario working(Policy policy) {
        PreparedScenario plain = of(SCRIPTED.standingInForSandbox(), 5, "work", "table", "orders");
        return new PreparedScenario(plain.environment, plain.scenario.policy(policy));
    }

    /** Steps of one command. */
    static PreparedScenario of(Backend backend, int steps, String... command) {
        CleanroomEnvironment environment = CleanroomEnvironment.open();
        Scenario scenario = Scenario.named("orders", environment, backend);
        for (int i = 1; i <= steps; i++) {
            scenario = scenario.step("step " + i, command);
        }
        return new PreparedScenario(environment, scenario);
    }

    PreparedScenario deterministic(long seed) {
        return new PreparedScenario(environment, scenario.deterministic(seed));
    }

    PreparedScenario timeout(Duration most) {
        return new PreparedScenario(environment, scenario.timeout(most));
    }

    PreparedScenario policy(Policy policy) {
        return new PreparedScenario(environment, scenario.policy(policy));
    }

    private PreparedScenario concurrent() {
        return new PreparedScenario(environment, scenario.concurrent());
    }

    Scenario scenario() {
        return scenario;
    }

    /** Runs it; a failed run is not a measurement. */
    ScenarioResult run() {
        return scenario.run().orThrow();
    }

    @Override
    public void close() {
        environment.close();
    }
}
