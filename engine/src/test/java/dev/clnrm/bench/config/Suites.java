package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Declared;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Parameter;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.SuiteSpec;
import dev.clnrm.bench.model.Time;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Suites that exist in tests only, and a loader that knows them. */
final class Suites {
    static final Place JAVA = new Place("CleanroomSuite.java", 12, 0);

    private Suites() {}

    static Declared load(SuiteSource source) throws SuiteLoader.CannotLoad {
        return switch (source.name()) {
            case "cleanroom" -> declared(cleanroom());
            case "scenario" -> declared(scenario());
            case "memory" -> declared(suite("memory", benchmark("creation"), benchmark("growth", numbers("n", 0, 1))));
            case "broken" -> throw new SuiteLoader.CannotLoad("broken.jar is not a jar", "build it first");
            case "failing" ->
                new Declared(
                        List.of(),
                        List.of(new Declared.Failure(
                                "x.FailingSuite",
                                "java.lang.IllegalStateException: no\u001b[31m",
                                List.of("x.A.b(A.java:1)"))));
            case "renamed" -> declared(suite("remaned"));
            case "faulty" -> declared(faulty());
            case "huge" -> declared(suite("huge", huge()));
            default -> new Declared(List.of(), List.of());
        };
    }

    static BenchmarkSpec benchmark(String name, Parameter... parameters) {
        return BenchmarkSpec.of(name, new Source.Body("shape", 0), JAVA).withParameters(List.of(parameters));
    }

    static CasePattern pattern(String text) {
        return CasePattern.parse(text).orElseThrow();
    }

    static Parameter parameter(String name, String... values) {
        return new Parameter(name, List.of(values));
    }

    static Parameter numbers(String name, int... values) {
        return new Parameter(
                name, Arrays.stream(values).mapToObj(Integer::toString).toList());
    }

    static SuiteSpec suite(String name, BenchmarkSpec... benchmarks) {
        return new SuiteSpec(name, Measure.OPEN, List.of(benchmarks), List.of(), List.of(), JAVA);
    }

    private static SuiteSpec cleanroom() {
        return new SuiteSpec(
                "cleanroom",
                Measure.OPEN.withForks(new Forks(4, 4)),
                List.of(
                        benchmark("cleanroom_creation")
                                .withBudget(Budget.NONE
                                        .withTime(Limit.atMost(new Time(1e-3), JAVA))
                                        .withBecause("every test starts with it")),
                        benchmark("container_reuse/first_creation"),
                        benchmark("container_reuse/reuse_existing")
                                .withMeasure(Measure.OPEN.withForks(new Forks(9, 9))),
                        benchmark("concurrent_operations", numbers("tasks", 1, 5, 10, 50))),
                List.of(
                        new Law.Ratio(
                                "reuse pays",
                                "container_reuse/first_creation",
                                "container_reuse/reuse_existing",
                                10,
                                JAVA),
                        new Law.Efficiency("tasks pay", "cleanroom/concurrent_operations", "tasks", 50, 3, JAVA)),
                List.of(),
                JAVA);
    }

    private static SuiteSpec scenario() {
        return suite(
                "scenario",
                benchmark("creation"),
                benchmark("multi_step_scenario", numbers("steps", 1, 10, 50)),
                benchmark("scenario_with_policy", parameter("level", "low", "high")),
                benchmark("matrix", numbers("steps", 1, 10), parameter("level", "low", "high")),
                benchmark("late", numbers("steps", 10, 20)),
                benchmark("single", numbers("steps", 10)),
                benchmark("alike", parameter("steps", "1", "1.0", "2")));
    }

    private static SuiteSpec faulty() {
        return new SuiteSpec(
                "faulty",
                Measure.OPEN,
                List.of(benchmark("a")),
                List.of(new Law.Ratio("l", "a", "b", 2, JAVA)),
                List.of(
                        new Fault(JAVA, "`a` is declared twice, first at line 9", "rename one of them"),
                        new Fault(Place.UNKNOWN, "something else", "")),
                JAVA);
    }

    private static BenchmarkSpec huge() {
        int[] values = IntStream.range(0, 100).toArray();
        return benchmark("all", Collections.nCopies(11, numbers("p", values)).toArray(Parameter[]::new));
    }

    private static Declared declared(SuiteSpec suite) {
        return new Declared(List.of(suite), List.of());
    }
}
