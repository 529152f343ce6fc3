package dev.clnrm.benches.overhead;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.MockContainer;
import dev.clnrm.cleanroom.backend.Backend;
import dev.clnrm.cleanroom.backend.InProcessBackend;
import dev.clnrm.cleanroom.backend.Invocation;
import dev.clnrm.cleanroom.backend.MockCommand;
import dev.clnrm.cleanroom.backend.ProcessBackend;
import dev.clnrm.cleanroom.backend.SandboxBackend;
import dev.clnrm.cleanroom.backend.ScriptedCommand;
import dev.clnrm.cleanroom.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The overhead of the library over the bare operation that it wraps: each pair is {@code bare/x} and {@code library/x}, measured
 * in one run. A bare process is started with the same command line as the library's, and its output is discarded.
 */
public final class LibrarySuite implements BenchmarkSuite {
    private static final ScriptedCommand WORK = MockCommand.working(1_000);
    private static final Invocation INVOCATION = new Invocation(List.of("work"), OptionalLong.of(42), 1024);
    private static final String NAME = "container-50";

    @Override
    public Suite declare() {
        return suite("library")
                .measuredBy(forks(5, 5).warmup(4, millis(500)).iterations(10, millis(100)))
                .benchmarks(
                        benchmark("bare/lookup").given(LibrarySuite::map).measure(map -> map.get(NAME)),
                        benchmark("library/lookup")
                                .given(LibrarySuite::environment)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(env -> env.getOrCreateContainer(NAME, MockContainer::create)),
                        benchmark("bare/scripted_step").measure(() -> WORK.run(INVOCATION)),
                        benchmark("library/scripted_step")
                                .given(() ->
                                        scenario(InProcessBackend.scripted().on("work", WORK), "work"))
                                .measure(Scenario::run),
                        benchmark("bare/process").measure(() -> BareProcess.run(List.of("/usr/bin/true"))),
                        benchmark("library/process")
                                .given(() -> scenario(ProcessBackend.host(), "/usr/bin/true"))
                                .measure(Scenario::run),
                        benchmark("bare/bwrap")
                                .given(() -> SandboxBackend.find().line(List.of("/usr/bin/true")))
                                .measure(BareProcess::run),
                        benchmark("library/bwrap")
                                .given(() -> scenario(SandboxBackend.find(), "/usr/bin/true"))
                                .measure(Scenario::run));
    }

    private static Map<String, MockContainer> map() {
        return new ConcurrentHashMap<>(IntStream.range(0, 100)
                .mapToObj(i -> MockContainer.create("container-" + i))
                .collect(Collectors.toMap(MockContainer::name, container -> container)));
    }

    private static CleanroomEnvironment environment() {
        CleanroomEnvironment environment = CleanroomEnvironment.open();
        map().keySet().forEach(name -> environment.getOrCreateContainer(name, MockContainer::create));
        return environment;
    }

    private static Scenario scenario(Backend backend, String command) {
        return Scenario.named("one step", CleanroomEnvironment.open(), backend).step("step", command);
    }
}
