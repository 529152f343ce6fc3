package dev.clnrm.benches;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.MockContainer;
import dev.clnrm.cleanroom.MockService;
import dev.clnrm.cleanroom.WaitingMockService;
import java.time.Duration;

/** The inputs of benchmarks; their creation is never measured. */
final class Fixtures {
    /** The container every fixture has. */
    static final String CONTAINER = "database";

    /** The service every fixture of one service has. */
    static final String SERVICE = "service-0";

    /** The time that a concurrent start waits, as a real service waits for its port. */
    private static final Duration LATENCY = Duration.ofMillis(1);

    private Fixtures() {}

    static CleanroomEnvironment withContainer() {
        CleanroomEnvironment environment = CleanroomEnvironment.open();
        environment.getOrCreateContainer(CONTAINER, MockContainer::create);
        return environment;
    }

    static CleanroomEnvironment withService() {
        return CleanroomEnvironment.open().register(MockService.named(SERVICE));
    }

    static CleanroomEnvironment withRunningServices(int count) {
        CleanroomEnvironment environment = CleanroomEnvironment.open();
        for (int i = 0; i < count; i++) {
            environment.register(MockService.named("service-" + i));
            environment.start("service-" + i);
        }
        return environment;
    }

    static CleanroomEnvironment withWaitingServices(int count) {
        CleanroomEnvironment environment = CleanroomEnvironment.open();
        for (int i = 0; i < count; i++) {
            environment.register(WaitingMockService.of(MockService.named("service-" + i), LATENCY));
        }
        return environment;
    }

    /** An environment with enough containers, services and tests for meaningful metrics. */
    static CleanroomEnvironment used() {
        CleanroomEnvironment environment = withRunningServices(5);
        for (int i = 0; i < 10; i++) {
            environment.getOrCreateContainer("container-" + i, MockContainer::create);
        }
        return environment;
    }
}
