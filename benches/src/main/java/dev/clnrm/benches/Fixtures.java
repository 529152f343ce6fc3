package dev.clnrm.benches;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.MockContainer;
import dev.clnrm.cleanroom.MockService;
import dev.clnrm.cleanroom.WaitingMockService;
import java.time.Duration;

/** What benchmarks are given; making it is never measured. */
final class Fixtures {
    /** The container every fixture has. */
    static final String CONTAINER = "database";

    /** The service every fixture of one service has. */
    static final String SERVICE = "service-0";

    /** What a concurrent start waits for, as a real service waits for its port. */
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

    /** Containers, services and tests enough that metrics have something to say. */
    static CleanroomEnvironment used() {
        CleanroomEnvironment environment = withRunningServices(5);
        for (int i = 0; i < 10; i++) {
            environment.getOrCreateContainer("container-" + i, MockContainer::create);
        }
        return environment;
    }
}
