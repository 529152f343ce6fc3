package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceLifecycleTest {
    private final CleanroomEnvironment environment = CleanroomEnvironment.open();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void a_registered_service_does_not_run() {
        MockService service = MockService.named("database");
        assertThat(environment.register(service)).isSameInstanceAs(environment);

        assertThat(environment.hasService("database")).isTrue();
        assertThat(environment.hasService("queue")).isFalse();
        assertThat(service.starts()).isEqualTo(0);
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(1, 0));
    }

    @Test
    void start_gives_the_handle_and_stop_ends_the_service() {
        MockService service = MockService.named("database");
        environment.register(service);

        ServiceHandle handle = environment.start("database");
        assertThat(handle.serviceName()).isEqualTo("database");
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(1, 1));
        assertThat(environment.stop("database")).isTrue();
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(1, 0));
        assertThat(service.running()).isEqualTo(0);
        assertThat(service.starts()).isEqualTo(1);
        assertThat(service.stops()).isEqualTo(1);
    }

    @Test
    void starting_a_running_service_gives_the_same_handle() {
        MockService service = MockService.named("database");
        environment.register(service);

        assertThat(environment.start("database")).isSameInstanceAs(environment.start("database"));
        assertThat(service.starts()).isEqualTo(1);
    }

    @Test
    void stopping_a_service_that_does_not_run_does_nothing() {
        MockService service = MockService.named("database");
        environment.register(service);

        assertThat(environment.stop("database")).isFalse();
        assertThat(service.stops()).isEqualTo(0);
    }

    @Test
    void a_stopped_service_starts_again_with_another_handle() {
        environment.register(MockService.named("database"));
        ServiceHandle first = environment.start("database");
        environment.stop("database");

        assertThat(environment.start("database").id()).isNotEqualTo(first.id());
    }

    @Test
    void a_failing_start_leaves_the_service_stopped_and_it_may_be_tried_again() {
        IOException cause = new IOException("port 5432 is taken");
        AtomicBoolean taken = new AtomicBoolean(true);
        environment.register(new ScriptedService("database").onStart(() -> {
            if (taken.get()) {
                throw cause;
            }
        }));

        ServiceException failure = assertThrows(ServiceException.class, () -> environment.start("database"));
        assertThat(failure).hasCauseThat().isSameInstanceAs(cause);
        assertThat(failure)
                .hasMessageThat()
                .isEqualTo("session " + environment.sessionId()
                        + ", service 'database': start failed: port 5432 is taken\n"
                        + "  help: the service is not running; remove the cause and start it again");
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(1, 0));

        taken.set(false);
        environment.start("database");
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(1, 1));
    }

    @Test
    void a_service_that_fails_to_stop_counts_as_running_and_may_be_stopped_again() {
        AtomicBoolean stuck = new AtomicBoolean(true);
        environment.register(new ScriptedService("database").onStop(() -> {
            if (stuck.get()) {
                throw new IOException("process 7 does not end");
            }
        }));
        environment.start("database");

        ServiceException failure = assertThrows(ServiceException.class, () -> environment.stop("database"));
        assertThat(failure.what()).isEqualTo("stop failed: process 7 does not end");
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(1, 1));

        stuck.set(false);
        assertThat(environment.stop("database")).isTrue();
        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(1, 0));
    }

    @Test
    void a_name_is_registered_once() {
        environment.register(MockService.named("database"));
        NameException failure =
                assertThrows(NameException.class, () -> environment.register(MockService.named("database")));

        assertThat(failure.what()).isEqualTo("service 'database' is registered already");
        assertThat(environment.metrics().services().registered()).isEqualTo(1);
    }

    @Test
    void a_blank_name_is_refused() {
        assertThrows(NameException.class, () -> environment.register(MockService.named("")));
        assertThat(environment.metrics().services().registered()).isEqualTo(0);
    }

    @Test
    void an_unknown_name_is_answered_with_the_nearest_known_one() {
        environment.register(MockService.named("queue")).register(MockService.named("database"));

        NameException start = assertThrows(NameException.class, () -> environment.start("databse"));
        assertThat(start.what()).isEqualTo("service 'databse' is not registered");
        assertThat(start.help()).isEqualTo("did you mean 'database'?");
        NameException stop = assertThrows(NameException.class, () -> environment.stop("mail"));
        assertThat(stop.help()).isEqualTo("register it first with register(plugin); registered now: 2");
    }

    @Test
    void a_start_that_asks_for_its_own_service_fails_and_does_not_hang() {
        environment.register(new ScriptedService("database").onStart(() -> environment.start("database")));

        ServiceException failure = assertThrows(ServiceException.class, () -> environment.start("database"));
        assertThat(failure).hasCauseThat().hasMessageThat().contains("its own start asks for it");
    }

    @Test
    void a_stop_that_asks_for_its_own_service_fails_and_does_not_hang() {
        AtomicBoolean again = new AtomicBoolean(true);
        environment.register(new ScriptedService("database").onStop(() -> {
            if (again.getAndSet(false)) {
                environment.start("database");
            }
        }));
        environment.start("database");

        ServiceException failure = assertThrows(ServiceException.class, () -> environment.stop("database"));
        assertThat(failure).hasCauseThat().hasMessageThat().contains("its own stop asks for it");
    }

    @Test
    void a_start_may_start_another_service() {
        environment
                .register(MockService.named("network"))
                .register(new ScriptedService("database").onStart(() -> environment.start("network")));
        environment.start("database");

        assertThat(environment.metrics().services()).isEqualTo(new ServiceStatistics(2, 2));
    }

    @Test
    void an_interrupted_start_leaves_the_thread_interrupted() {
        environment.register(new ScriptedService("database").onStart(() -> {
            throw new InterruptedException("asked to end");
        }));
        assertThrows(ServiceException.class, () -> environment.start("database"));
        assertThat(Thread.interrupted()).isTrue();
    }
}
