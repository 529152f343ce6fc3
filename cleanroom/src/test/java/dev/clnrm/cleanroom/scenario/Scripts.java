package dev.clnrm.cleanroom.scenario;

import dev.clnrm.cleanroom.backend.Execution;
import dev.clnrm.cleanroom.backend.InProcessBackend;
import dev.clnrm.cleanroom.backend.MockCommand;
import java.time.Duration;

/** Commands that tests of scenarios run. */
final class Scripts {
    static final InProcessBackend BACKEND = InProcessBackend.scripted()
            .on(
                    "echo",
                    call -> Execution.success(String.join(
                            " ", call.command().subList(1, call.command().size()))))
            .on("fail", call -> Execution.failure(3, "no row\nat all"))
            .on("seed", call -> Execution.success(call.seed().toString()))
            .on("hang", MockCommand.waiting(Duration.ofHours(1)));

    private Scripts() {}
}
