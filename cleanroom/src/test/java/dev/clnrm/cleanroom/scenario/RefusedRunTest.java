package dev.clnrm.cleanroom.scenario;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.EnvironmentClosedException;
import org.junit.jupiter.api.Test;

class RefusedRunTest {
    /** Closing sees a run that starts at that moment, and waits for its end although the run is refused. */
    @Test
    void a_run_that_a_closed_environment_refuses_has_ended_for_whoever_waits() throws Exception {
        CleanroomEnvironment environment = CleanroomEnvironment.open();
        Run run = new Run(Scenario.named("late", environment, Scripts.BACKEND).step("a", "echo", "x"));
        environment.close();
        assertThrows(EnvironmentClosedException.class, run::carryOut);

        Thread closing = new Thread(run::end, "closing");
        closing.setDaemon(true);
        closing.start();
        closing.join(60_000);

        assertThat(closing.isAlive()).isFalse();
    }
}
