package dev.clnrm.bench.notation;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Parameter;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Quantity;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.SuiteSpec;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** A suite without faults that says a little of everything; the same for the same seed. */
final class RandomSuite {
    private static final List<String> TEXTS = List.of(
            "plain",
            "every test starts with it",
            "#41: it's 5 %, \"quoted\"",
            "- not a list",
            "{not: a map}",
            "yes",
            "null",
            "12",
            "größer 😀",
            "a\\b",
            "@team",
            "*star &anchor !tag",
            " blanks around ",
            "ends with colon:");
    private static final List<String> VALUES =
            List.of("low", "high", "a b", "ü", "x*", "%5", "#1", "01", "true", "a:b", "\"q\"", "1.5");

    private final SplittableRandom random;
    private final String name;

    RandomSuite(long seed) {
        this.random = new SplittableRandom(seed);
        this.name = "suite-" + seed + ".é";
    }

    SuiteSpec suite() {
        List<BenchmarkSpec> benchmarks = new ArrayList<>();
        benchmarks.add(scaling("scaling"));
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            benchmarks.add(benchmark("b" + i + (random.nextBoolean() ? "/part" : "")));
        }
        return new SuiteSpec(name, measure(), benchmarks, laws(benchmarks), List.of(), Place.UNKNOWN);
    }

    /** A benchmark laws can be stated of: a parameter of numbers from 1, and one other. */
    private BenchmarkSpec scaling(String benchmark) {
        return body(benchmark, List.of(new Parameter("n", List.of("1", "10", "50")), new Parameter("p", values())));
    }

    private BenchmarkSpec benchmark(String benchmark) {
        return switch (random.nextInt(6)) {
            case 0 -> clauses(BenchmarkSpec.of(benchmark, new Source.Jmh("java.lang.String", "parse"), Place.UNKNOWN));
            case 1 ->
                clauses(BenchmarkSpec.of(
                        benchmark, new Source.Command(List.of("./tool", text(), "--flag")), Place.UNKNOWN));
            default -> {
                List<Parameter> parameters = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    parameters.add(new Parameter("p" + i, random.nextBoolean() ? values() : List.of("1", "5", "100")));
                }
                yield body(benchmark, parameters);
            }
        };
    }

    private BenchmarkSpec body(String benchmark, List<Parameter> parameters) {
        boolean fresh = random.nextInt(3) == 0;
        String kind = pick(List.of("Object", "Int", "Long", "Double", "Into", "Async"));
        String state = fresh ? "Batch.Fresh" : pick(List.of("Body.Shared", "Body.PerThread"));
        int unprepared = parameters.size() > 2 ? 1 : parameters.size();
        int arguments;
        if (state.equals("Body.Shared") && random.nextBoolean()) {
            arguments = unprepared;
        } else {
            arguments = parameters.isEmpty() ? 1 : 1 + random.nextInt(2);
        }
        Source source = new Source.Body(
                "dev.clnrm.bench.fork.internal." + kind + state + "."
                        + List.of("none", "one", "two").get(arguments),
                fresh ? 1 + random.nextInt(500) : 0);
        return clauses(BenchmarkSpec.of(benchmark, source, Place.UNKNOWN).withParameters(parameters));
    }

    private BenchmarkSpec clauses(BenchmarkSpec bare) {
        BenchmarkSpec spec = bare.withBudget(budget());
        spec = maybe(this::measure).map(spec::withMeasure).orElse(spec);
        spec = maybe(() -> pick(List.of(Mode.values()))).map(spec::withMode).orElse(spec);
        spec = maybe(() -> 1 + random.nextInt(8)).map(spec::withThreads).orElse(spec);
        spec = maybe(() -> 1 + random.nextInt(8)).map(spec::withOperations).orElse(spec);
        return random.nextBoolean() ? spec : spec.withGroups(List.of("integration", text()));
    }

    private Budget budget() {
        return random.nextInt(4) == 0
                ? Budget.NONE
                : new Budget(
                        maybe(this::text),
                        maybe(this::text),
                        maybe(() -> limit(1e-9, Time::new, maybe(() -> pick(List.of(50.0, 99.0, 99.9, 100.0))))),
                        maybe(() -> limit(0, amount -> new Bytes(Math.rint(amount * 1e6)), Optional.empty())),
                        maybe(this::change),
                        maybe(this::change),
                        maybe(this::text),
                        maybe(this::text));
    }

    private <Q extends Quantity<Q>> Limit<Q> limit(double least, DoubleFunction<Q> of, Optional<Double> percentile) {
        double amount = least + random.nextDouble() * Math.pow(10, random.nextInt(10) - 7);
        return new Limit<>(
                of.apply(amount), maybe(() -> of.apply(amount * (1 + random.nextInt(5)))), percentile, Place.UNKNOWN);
    }

    private Change change() {
        double[] rising = DoubleStream.generate(this::share).limit(3).sorted().toArray();
        // A threshold without the next one could be above that of the file.
        int given = random.nextInt(4);
        return new Change(
                maybe(this::share),
                given > 2 ? Optional.of(rising[0]) : Optional.empty(),
                given > 1 ? Optional.of(rising[1]) : Optional.empty(),
                given > 0 ? Optional.of(rising[2]) : Optional.empty(),
                Place.UNKNOWN);
    }

    private Measure measure() {
        return new Measure(
                maybe(() -> new Forks(1 + random.nextInt(5), 5 + random.nextInt(50))),
                maybe(() -> random.nextBoolean()
                        ? new Warmup.Adaptive(random.nextDouble(10))
                        : new Warmup.Fixed(random.nextInt(20), seconds())),
                maybe(() -> new Iterations(1 + random.nextInt(100), seconds())),
                Optional.empty(),
                maybe(() -> (50 + random.nextInt(50)) / 100.0),
                random.nextBoolean() ? List.of() : List.of("-Xmx1g", "-Dtext=" + text()),
                maybe(() -> pick(List.of("17", "21", "/opt/jdk 25"))),
                random.nextBoolean() ? List.of() : List.of("HOME", "_a1"));
    }

    private List<Law> laws(List<BenchmarkSpec> benchmarks) {
        BenchmarkSpec scaling = benchmarks.get(0);
        Parameter other = scaling.parameters().get(1);
        String along = name + "/scaling{p=" + pick(other.values()) + "}";
        List<CaseName> cases = benchmarks.stream().map(this::anyCase).toList();
        List<Law> laws = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String called = text() + " " + i;
            int first = random.nextInt(cases.size());
            String one = cases.get(first).toString();
            String two = cases.get((first + 1) % cases.size()).toString();
            double low = random.nextInt(5) - 2 + random.nextDouble();
            laws.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Law.Ratio(called, one, two, random.nextDouble(100), Place.UNKNOWN);
                        case 1 -> new Law.Exponent(called, along, "n", low, low + random.nextDouble(), Place.UNKNOWN);
                        case 2 ->
                            new Law.Efficiency(
                                    called, along, "n", pick(List.of(1.0, 10.0, 50.0)), share() * 10, Place.UNKNOWN);
                        default -> new Law.Overhead(called, one, two, share(), Place.UNKNOWN);
                    });
        }
        return laws;
    }

    private CaseName anyCase(BenchmarkSpec spec) {
        Map<String, String> params = new LinkedHashMap<>();
        for (Parameter parameter : spec.parameters()) {
            // A star names other values too.
            params.put(
                    parameter.name(),
                    pick(parameter.values().stream()
                            .filter(v -> v.indexOf('*') < 0)
                            .toList()));
        }
        return new CaseName(name, spec.name(), params);
    }

    /** Two values or more, one of which anything can name. */
    private List<String> values() {
        List<String> values = new ArrayList<>(List.of("low"));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String value = pick(VALUES);
            if (!values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private double seconds() {
        return Math.max(1e-3, random.nextDouble());
    }

    /** A share of which the hundredth of its hundredfold is the share again. */
    private double share() {
        double share = random.nextInt(100_000) / 1000.0 / 100;
        return JavaText.hundredfold(share) / 100 == share && JavaText.hundredfold(share * 10) / 100 == share * 10
                ? share
                : share();
    }

    private String text() {
        return pick(TEXTS);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
