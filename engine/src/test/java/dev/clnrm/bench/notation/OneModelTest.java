package dev.clnrm.bench.notation;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.BudgetsWriter;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.config.DiagnosticRenderer;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.config.WrittenClassPath;
import dev.clnrm.bench.dsl.Internals;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Declared;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.SuiteSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code budgets.yaml} says and what Java says is one model: each is written as the other and read back. */
class OneModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final String HEAD = """
            import static dev.clnrm.bench.dsl.Bench.*;

            import dev.clnrm.bench.dsl.BenchmarkSuite;
            import dev.clnrm.bench.dsl.Suite;
            import dev.clnrm.bench.model.Mode;
            import java.util.concurrent.CompletableFuture;

            public final class Written {
            """;

    /** The suites, in one file, compiled, and asked what they declare. */
    private static List<SuiteSpec> throughJava(List<SuiteSpec> suites, Path folder) throws Exception {
        String text = IntStream.range(0, suites.size())
                .mapToObj(i -> JavaText.suiteClass("S" + i, suites.get(i)))
                .collect(Collectors.joining("\n", HEAD, "}\n"));
        List<String> classes =
                IntStream.range(0, suites.size()).mapToObj(i -> "Written$S" + i).toList();
        return Javac.suites(folder, "Written", text, classes).stream()
                .map(suite -> Internals.spec(suite.declare()))
                .toList();
    }

    /** The text of a file that says of the suite's benchmarks what the suite says itself. */
    private static String asYaml(SuiteSpec suite) throws DeclarationException {
        return BudgetsWriter.write(resolve(fileOf(suite), suite));
    }

    /** What the text and a suite that says nothing but what there is to measure say together. */
    private static SuiteSpec throughYaml(SuiteSpec suite, String yaml) throws DeclarationException {
        SuiteSpec bare = new SuiteSpec(
                suite.name(),
                Measure.OPEN,
                suite.benchmarks().stream().map(b -> b.withBudget(Budget.NONE)).toList(),
                List.of(),
                List.of(),
                suite.place());
        return spec(resolve(read(yaml), bare));
    }

    private static BudgetsFile read(String yaml) throws DeclarationException {
        try {
            return BudgetsReader.read("budgets.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        } catch (DeclarationException e) {
            throw new AssertionError(DiagnosticRenderer.render(e.diagnostics()) + yaml, e);
        }
    }

    private static BudgetsFile fileOf(SuiteSpec suite) {
        BudgetsFile nothing = BudgetsFile.empty("budgets.yaml");
        SuiteSource source = new SuiteSource.Dsl(
                suite.name(), WrittenClassPath.of("x.jar"), Optional.empty(), Measure.OPEN, Place.UNKNOWN);
        return new BudgetsFile(
                nothing.text(),
                List.of(source),
                nothing.build(),
                nothing.measure(),
                nothing.changes(),
                nothing.budgets(),
                nothing.laws(),
                nothing.waivers(),
                nothing.hooks(),
                nothing.warnings());
    }

    private static Declarations resolve(BudgetsFile file, SuiteSpec suite) throws DeclarationException {
        try {
            return Declarations.resolve(file, source -> new Declared(List.of(suite), List.of()), TODAY);
        } catch (DeclarationException e) {
            throw new AssertionError(DiagnosticRenderer.render(e.diagnostics()), e);
        }
    }

    /** The suite that would declare all this itself. */
    private static SuiteSpec spec(Declarations declarations) {
        DeclaredSuite suite = declarations.suites().get(0);
        List<BenchmarkSpec> benchmarks = suite.spec().benchmarks().stream()
                .map(b -> b.withBudget(suite.cases().stream()
                        .filter(c -> c.benchmark().equals(b))
                        .map(DeclaredCase::budget)
                        .distinct()
                        .reduce((x, y) -> {
                            throw new AssertionError("two budgets: " + x + ", " + y);
                        })
                        .orElseThrow()))
                .toList();
        Measure measure = suite.spec().measure().overriddenBy(suite.source().measure());
        return new SuiteSpec(
                suite.spec().name(),
                measure,
                benchmarks,
                declarations.laws(),
                List.of(),
                suite.spec().place());
    }

    private static List<SuiteSpec> random(int count) {
        return IntStream.range(0, count)
                .mapToObj(seed -> new RandomSuite(seed).suite())
                .toList();
    }

    @Test
    void any_model_can_be_written_in_java(@TempDir Path folder) throws Exception {
        List<SuiteSpec> suites = random(100);
        List<SuiteSpec> read = throughJava(suites, folder);
        for (int i = 0; i < suites.size(); i++) {
            assertWithMessage(JavaText.suiteClass("S" + i, suites.get(i)))
                    .that(Placeless.of(read.get(i)))
                    .isEqualTo(suites.get(i));
        }
    }

    @Test
    void any_model_can_be_written_in_yaml() throws DeclarationException {
        for (SuiteSpec suite : random(300)) {
            String yaml = asYaml(suite);
            assertWithMessage(yaml).that(Placeless.of(throughYaml(suite, yaml))).isEqualTo(suite);
        }
    }

    @Test
    void what_is_written_in_yaml_twice_is_written_alike() throws DeclarationException {
        for (SuiteSpec suite : random(100)) {
            String yaml = asYaml(suite);
            assertThat(BudgetsWriter.write(read(yaml))).isEqualTo(yaml);
        }
    }

    @Test
    void java_to_yaml_to_java_is_where_it_began(@TempDir Path folder) throws Exception {
        List<SuiteSpec> written = throughJava(random(20), folder);
        List<SuiteSpec> back = new ArrayList<>();
        for (SuiteSpec suite : written) {
            back.add(throughYaml(suite, asYaml(suite)));
        }
        Path other = Files.createDirectory(folder.resolve("back"));
        List<SuiteSpec> again = throughJava(back, other);
        assertThat(again.stream().map(Placeless::of).toList())
                .containsExactlyElementsIn(written.stream().map(Placeless::of).toList())
                .inOrder();
    }

    @Test
    void the_same_said_by_hand_in_both_is_the_same() throws Exception {
        SuiteSpec java = Internals.spec(new ByHand().declare());
        assertThat(java.faults()).isEmpty();
        SuiteSpec yaml = throughYaml(java, ByHand.YAML);
        assertThat(Placeless.of(yaml)).isEqualTo(Placeless.of(java));
    }

    @Test
    void a_generated_suite_says_a_little_of_everything() {
        List<SuiteSpec> suites = random(100);
        List<BenchmarkSpec> benchmarks =
                suites.stream().flatMap(s -> s.benchmarks().stream()).toList();
        assertThat(suites.stream()
                        .flatMap(s -> s.laws().stream())
                        .map(Object::getClass)
                        .distinct()
                        .count())
                .isEqualTo(4);
        assertThat(benchmarks.stream()
                        .map(b -> b.source().getClass())
                        .distinct()
                        .count())
                .isEqualTo(3);
        assertThat(benchmarks.stream().map(BenchmarkSpec::source).distinct().count())
                .isAtLeast(100);
        assertThat(benchmarks.stream().map(b -> b.parameters().size()).distinct())
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(benchmarks.stream()
                        .filter(b -> b.budget().time().isPresent()
                                && b.budget().timeChange().isPresent()))
                .isNotEmpty();
    }
}
