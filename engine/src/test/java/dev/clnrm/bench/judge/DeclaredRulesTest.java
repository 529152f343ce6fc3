package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.CODE;
import static dev.clnrm.bench.judge.RunParts.OPEN;
import static dev.clnrm.bench.judge.RunParts.TODAY;
import static dev.clnrm.bench.judge.RunParts.atMost;
import static dev.clnrm.bench.judge.RunParts.ratio;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Declared;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.SuiteSpec;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.DeclaredForks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredRulesTest {
    private static BenchmarkSpec benchmark(String name) {
        return BenchmarkSpec.of(name, new Source.Body("shape", 0), CODE);
    }

    private static BenchmarkSpec sure(String name, double confidence) {
        return benchmark(name).withMeasure(Measure.OPEN.withConfidence(confidence));
    }

    private static SuiteSpec core(BenchmarkSpec... benchmarks) {
        return new SuiteSpec("core", Measure.OPEN, List.of(benchmarks), List.of(), List.of(), CODE);
    }

    private static Declarations declarations(SuiteSpec core, String... lines) throws DeclarationException {
        String file = "suites: {core: {classpath: a.jar}}\n" + String.join("\n", lines);
        return Declarations.resolve(RunParts.file(file), source -> new Declared(List.of(core), List.of()), TODAY);
    }

    private static Plan plan(String... names) {
        Launch launch = new Launch(new ClassPath(List.of()), Jvm.own(), List.of(), List.of(), Path.of(""), "1.37");
        Effort effort = new Effort(new Forks(3, 3), new Warmup.Adaptive(1), new Iterations(2, 0.1));
        return new Plan(
                Arrays.stream(names)
                        .map(name -> new PlannedCase(
                                DeclaredForks.name(name),
                                Mode.AVERAGE,
                                new Target.Command(List.of("true")),
                                launch,
                                effort))
                        .toList(),
                1,
                Optional.empty());
    }

    @Test
    void what_is_declared_and_not_planned_is_left() throws DeclarationException {
        DeclaredRules rules =
                DeclaredRules.of(declarations(core(benchmark("open"), benchmark("shut"))), plan("core/open"));

        assertThat(rules)
                .isEqualTo(new DeclaredRules(List.of(OPEN), Set.of("core/shut"), Map.of(), List.of(), Map.of()));
    }

    @Test
    void a_law_of_the_file_replaces_one_of_code() throws DeclarationException {
        SuiteSpec core = new SuiteSpec(
                "core",
                Measure.OPEN,
                List.of(benchmark("open"), benchmark("slow")),
                List.of(ratio("in both", "slow", "open"), ratio("in code", "slow", "open")),
                List.of(),
                CODE);
        Declarations declared =
                declarations(core, "laws:", "  in both: {ratio: [core/slow, core/open], at least: 9 x}");

        assertThat(DeclaredRules.of(declared, plan("core/open", "core/slow")).laws().stream()
                        .map(Law::name))
                .containsExactly("in code");
    }

    @Test
    void budgets_are_those_of_benchmarks_that_have_one() throws DeclarationException {
        SuiteSpec core = core(benchmark("open").withBudget(atMost(1e-6)), benchmark("shut"));

        assertThat(DeclaredRules.of(declarations(core), plan("core/open", "core/shut"))
                        .budgets())
                .containsExactly("core/open", atMost(1e-6));
    }

    @Test
    void confidence_is_declared_by_suites_and_benchmarks() throws DeclarationException {
        SuiteSpec core = new SuiteSpec(
                "core",
                Measure.OPEN.withConfidence(0.9),
                List.of(sure("open", 0.99), benchmark("shut")),
                List.of(),
                List.of(),
                CODE);

        assertThat(DeclaredRules.of(declarations(core), plan("core/open", "core/shut"))
                        .confidence())
                .containsExactly("core", 0.9, "core/open", 0.99);
    }

    @Test
    void for_benchmarks_of_the_base_its_own_budgets_count() throws DeclarationException {
        Declarations base = declarations(core(benchmark("open").withBudget(atMost(1e-6)), benchmark("shut")));
        Declarations head = declarations(core(
                benchmark("open").withBudget(atMost(2e-6)),
                benchmark("shut").withBudget(atMost(3e-6)),
                benchmark("fresh").withBudget(atMost(4e-6))));

        assertThat(DeclaredRules.of(base, head, plan("core/open")).budgets())
                .containsExactly("core/open", atMost(1e-6), "core/fresh", atMost(4e-6));
    }

    @Test
    void for_suites_and_benchmarks_of_the_base_its_own_confidence_counts() throws DeclarationException {
        Declarations base = declarations(core(sure("open", 0.95), benchmark("shut")));
        Declarations head = declarations(new SuiteSpec(
                "core",
                Measure.OPEN.withConfidence(0.5),
                List.of(sure("open", 0.6), sure("shut", 0.7), sure("fresh", 0.8)),
                List.of(),
                List.of(),
                CODE));

        assertThat(DeclaredRules.of(base, head, plan("core/open")).confidence())
                .containsExactly("core/open", 0.95, "core/fresh", 0.8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void a_confidence_lies_between_0_and_1(double share) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DeclaredRules(List.of(), Set.of(), Map.of(), List.of(), Map.of("core", share)));
    }
}
