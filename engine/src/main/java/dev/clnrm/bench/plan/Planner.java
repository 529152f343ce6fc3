package dev.clnrm.bench.plan;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.config.JmhVersion;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.config.SuiteProcess;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.fork.internal.CaseKey;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.JmhEntry;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.Warmup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a plan from declarations and a request. All names are resolved here, before any fork starts. */
public final class Planner {
    private final SuiteProcess suites;
    private final Path directory;
    private final Jvm own;
    private final Map<String, String> environment;

    /**
     * A planner.
     *
     * @param suites finds class paths
     * @param directory the working directory of forks
     * @param own the default JVM
     * @param environment this program's environment, searched for other JDKs
     */
    public Planner(SuiteProcess suites, Path directory, Jvm own, Map<String, String> environment) {
        this.suites = suites;
        this.directory = directory;
        this.own = own;
        this.environment = Map.copyOf(environment);
    }

    /** The plan for a request to these suites. */
    public Plan plan(List<DeclaredSuite> declared, Request request) throws CannotLoad {
        return planned(declared, sharing(declared, request) > 1 ? request : request.withoutSharing());
    }

    /** The number of cases that could share a JVM. */
    private static long sharing(List<DeclaredSuite> declared, Request request) {
        return declared.stream()
                .flatMap(suite -> suite.cases().stream())
                .filter(request::wants)
                .filter(one -> !(one.benchmark().source() instanceof Source.Command))
                .count();
    }

    private Plan planned(List<DeclaredSuite> declared, Request request) throws CannotLoad {
        List<PlannedCase> cases = new ArrayList<>();
        int seen = 0;
        Optional<Double> timeBudget = request.override().timeBudgetSeconds();
        for (DeclaredSuite suite : declared) {
            List<DeclaredCase> all =
                    suite.cases().stream().filter(request::wants).toList();
            List<DeclaredCase> wanted = request.shard().of(all, seen);
            seen += all.size();
            if (!wanted.isEmpty()) {
                ClassPath classPath = suites.classPath(suite.source());
                Catalog catalog = Catalog.of(classPath);
                for (DeclaredCase one : wanted) {
                    cases.add(planned(one, suite.source(), classPath, catalog, request));
                    timeBudget = timeBudget.or(() -> one.measure().timeBudgetSeconds());
                }
            }
        }
        return new Plan(cases, Optional.empty(), request.seed(), timeBudget, request.shared());
    }

    /** The measuring effort for a case, with all settings resolved. */
    private static Effort effort(Measure declared, Mode mode, boolean command, Request request) throws CannotLoad {
        Measure depth =
                switch (request.depth()) {
                    case QUICK ->
                        Defaults.NORMAL
                                .overriddenBy(declared)
                                .overriddenBy(request.shared() && !command ? Defaults.SHARED : Defaults.QUICK);
                    case CHECK -> Defaults.NORMAL.overriddenBy(declared).overriddenBy(Defaults.CHECK);
                    case NORMAL -> Defaults.NORMAL.overriddenBy(declared);
                    case FULL -> Defaults.NORMAL.overriddenBy(declared).overriddenBy(Defaults.FULL);
                };
        Measure all = depth.overriddenBy(request.override());
        Iterations iterations = all.iterations().orElseThrow();
        Warmup warmup = all.warmup().orElseThrow();
        if (mode == Mode.SINGLE_SHOT) {
            iterations = new Iterations(1, iterations.seconds());
            warmup = warmup instanceof Warmup.Fixed ? warmup : new Warmup.Fixed(0, iterations.seconds());
        }
        Forks forks = all.forks().orElseThrow();
        if (request.sampleSize().isPresent()) {
            int wanted = request.sampleSize().getAsInt();
            int atLeast = (wanted - 1) / iterations.count() + 1;
            if (atLeast > Defaults.MOST_FORKS) {
                throw new CannotLoad(
                        wanted + " values need " + atLeast + " forks of " + iterations.count() + " values per case",
                        "a case has at most " + Defaults.MOST_FORKS + " forks; use a smaller --sample-size");
            }
            forks = new Forks(Math.max(forks.min(), atLeast), Math.max(forks.max(), atLeast));
        }
        return new Effort(forks, warmup, iterations);
    }

    private PlannedCase planned(
            DeclaredCase one, SuiteSource source, ClassPath classPath, Catalog catalog, Request request)
            throws CannotLoad {
        BenchmarkSpec spec = one.benchmark();
        Measure measure = one.measure().overriddenBy(request.override());
        Jvm jvm = measure.java().isPresent() ? Jvm.find(measure.java().get(), environment) : own;
        Mode mode = modeOf(one);
        List<String> annotated = List.of();
        Target target;
        if (spec.source() instanceof Source.Command command) {
            target = new Target.Command(command.line());
        } else {
            JmhEntry entry = catalog.entry(spec.source(), mode);
            target = target(one, source, entry, mode);
            annotated = entry.jvmArgs();
        }
        Launch launch = new Launch(
                classPath,
                jvm,
                JvmArgs.complete(measure.jvmArgs(), annotated, request.shared()),
                measure.env(),
                directory,
                catalog.jmhVersion());
        return new PlannedCase(
                one.name(),
                mode,
                target,
                launch,
                effort(one.measure(), mode, target instanceof Target.Command, request));
    }

    /** The mode of a case: a budget on a percentile needs the times of single operations. */
    private static Mode modeOf(DeclaredCase one) {
        boolean percentile =
                one.budget().time().flatMap(limit -> limit.percentile()).isPresent();
        return one.benchmark().mode().orElse(percentile ? Mode.SAMPLE : Mode.AVERAGE);
    }

    private static Target target(DeclaredCase one, SuiteSource source, JmhEntry entry, Mode mode) {
        BenchmarkSpec spec = one.benchmark();
        int operations = spec.operations().or(entry::operations).orElse(1);
        int threads = spec.threads().or(entry::threads).orElse(1);
        Map<String, String> parameters = one.name().params();
        if (spec.source() instanceof Source.Body body) {
            String suiteClass = ((SuiteSource.Dsl) source).suiteClass().orElse("");
            parameters = new LinkedHashMap<>(new CaseKey(
                            suiteClass.isEmpty() ? one.name().suite() : suiteClass,
                            spec.name(),
                            List.copyOf(parameters.values()))
                    .toParameters());
            if (body.batch() > 0) {
                boolean single = mode == Mode.SAMPLE || mode == Mode.SINGLE_SHOT;
                int batch = single ? 1 : body.batch();
                parameters.put(CaseKey.BATCH, Integer.toString(batch));
                operations *= batch;
            }
        }
        int group = entry.threadGroups().stream().mapToInt(Integer::intValue).sum();
        int wanted = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
        int whole = Math.max(1, group);
        return new Target.Jmh(
                entry.name(),
                entry.generatedTarget(),
                (wanted + whole - 1) / whole * whole,
                entry.threadGroups(),
                entry.threadGroupLabels(),
                operations,
                entry.batchSize().orElse(1),
                parameters);
    }

    /** The benchmarks on a class path. */
    private record Catalog(Map<String, List<JmhEntry>> byName, String jmhVersion) {
        static Catalog of(ClassPath classPath) throws CannotLoad {
            return new Catalog(
                    SuiteProcess.entries(classPath).stream().collect(Collectors.groupingBy(JmhEntry::name)),
                    JmhVersion.of(classPath));
        }

        JmhEntry entry(Source source, Mode mode) throws CannotLoad {
            String name = source instanceof Source.Jmh jmh
                    ? jmh.className() + "." + jmh.method()
                    : ((Source.Body) source).shape();
            List<JmhEntry> listed = byName.getOrDefault(name, List.of());
            if (listed.isEmpty()) {
                throw new CannotLoad(
                        "the class path does not list the benchmark `" + name + "`",
                        "if the jar is shaded, append META-INF/BenchmarkList and META-INF/CompilerHints instead of replacing them");
            }
            JmhEntry any = SuiteProcess.preferred(listed);
            return listed.stream()
                    .filter(entry -> entry.mode() == mode)
                    .findFirst()
                    .orElseGet(() -> inMode(any, mode));
        }

        /** The benchmark in another mode. JMH generates the code of every mode; its name ends in the name of the mode. */
        private static JmhEntry inMode(JmhEntry entry, Mode mode) {
            String target = entry.generatedTarget();
            String stem = target.substring(0, target.lastIndexOf('_'));
            String word =
                    switch (mode) {
                        case AVERAGE -> "AverageTime";
                        case THROUGHPUT -> "Throughput";
                        case SAMPLE -> "SampleTime";
                        case SINGLE_SHOT -> "SingleShotTime";
                    };
            return new JmhEntry(
                    entry.name(),
                    stem + "_" + word,
                    mode,
                    entry.parameters(),
                    entry.threads(),
                    entry.threadGroups(),
                    entry.threadGroupLabels(),
                    entry.operations(),
                    entry.batchSize(),
                    entry.jvmArgs());
        }
    }
}
