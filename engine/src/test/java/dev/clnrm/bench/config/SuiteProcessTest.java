package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.faulty.ExitingSuite;
import dev.clnrm.bench.faulty.FaultyJar;
import dev.clnrm.bench.faulty.FloodingSuite;
import dev.clnrm.bench.faulty.HangingSuite;
import dev.clnrm.bench.faulty.NoSuite;
import dev.clnrm.bench.faulty.PrintingSuite;
import dev.clnrm.bench.faulty.SpawningSuite;
import dev.clnrm.bench.faulty.ThrowingSuite;
import dev.clnrm.bench.measure.OwnJars;
import dev.clnrm.bench.model.Declared;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suite classes that do what they must not while they are asked what they declare. */
@Tag("slow")
class SuiteProcessTest {
    private final Path folder;

    SuiteProcessTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_suite_that_prints_declares_all_the_same() throws CannotLoad {
        assertThat(names(load(PrintingSuite.class, 20))).containsExactly("printing");
    }

    @Test
    void a_suite_that_leaves_a_thread_behind_declares_all_the_same() throws CannotLoad {
        assertThat(names(load(SpawningSuite.class, 20))).containsExactly("spawning");
    }

    @Test
    void a_suite_that_throws_is_a_failure_with_the_frames_of_its_author() throws CannotLoad {
        Declared declared = load(ThrowingSuite.class, 20);

        assertThat(declared.suites()).isEmpty();
        Declared.Failure failure = declared.failures().get(0);
        assertThat(failure.message())
                .isEqualTo("declare() threw java.lang.IllegalStateException: the database is not there");
        assertThat(failure.trace().get(0)).startsWith(ThrowingSuite.class.getName() + ".declare(");
    }

    @Test
    void a_class_that_is_no_suite_is_a_failure() throws CannotLoad {
        assertThat(load(NoSuite.class, 20).failures().get(0).message())
                .isEqualTo("it does not implement dev.clnrm.bench.dsl.BenchmarkSuite");
    }

    @Test
    void a_suite_that_ends_the_jvm_cannot_be_loaded() {
        CannotLoad refused = assertThrows(CannotLoad.class, () -> load(ExitingSuite.class, 20));

        assertThat(refused).hasMessageThat().isEqualTo("the JVM ended with status 0 while suite `x` was declaring");
    }

    @Test
    void a_suite_that_hangs_is_given_up() {
        CannotLoad refused = assertThrows(CannotLoad.class, () -> load(HangingSuite.class, 1.2));

        assertThat(refused).hasMessageThat().isEqualTo("suite `x` was still declaring after 1 s");
        assertThat(refused.help()).isEqualTo("declaring only makes values; move work into .given(…)");
    }

    @Test
    void a_suite_that_prints_without_end_is_given_up_and_fills_no_disk() {
        CannotLoad refused = assertThrows(CannotLoad.class, () -> load(FloodingSuite.class, 1.2));

        assertThat(refused).hasMessageThat().startsWith("suite `x` was still declaring after 1 s; it printed: ####");
        assertThat(folder.toFile().listFiles()).hasLength(1);
        assertThat(folder.toFile().listFiles()[0].length()).isEqualTo(0L);
    }

    @Test
    void suites_asked_together_answer_for_themselves() throws CannotLoad {
        List<SuiteSource> sources = Stream.of(
                        PrintingSuite.class,
                        ExitingSuite.class,
                        ThrowingSuite.class,
                        HangingSuite.class,
                        SpawningSuite.class)
                .<SuiteSource>map(SuiteProcessTest::source)
                .toList();
        SuiteProcess process = new SuiteProcess(folder, folder, Optional.empty(), OwnJars.find(), System.getenv(), 4);
        process.expect(BudgetsFile.empty("budgets.yaml").onlyMeasuring(sources));

        assertThat(names(process.load(sources.get(0)))).containsExactly("printing");
        assertThat(assertThrows(CannotLoad.class, () -> process.load(sources.get(1))))
                .hasMessageThat()
                .contains("ended with status 0");
        assertThat(process.load(sources.get(2)).failures()).hasSize(1);
        assertThat(assertThrows(CannotLoad.class, () -> process.load(sources.get(3))))
                .hasMessageThat()
                .contains("was still declaring after 4 s");
        assertThat(names(process.load(sources.get(4)))).containsExactly("spawning");
    }

    @Test
    void suites_of_one_class_path_are_asked_by_one_process() throws CannotLoad {
        List<SuiteSource> sources = List.of(source(PrintingSuite.class), source(SpawningSuite.class));
        SuiteProcess process = new SuiteProcess(folder, folder, Optional.empty(), OwnJars.find(), System.getenv(), 20);
        process.expect(BudgetsFile.empty("budgets.yaml").onlyMeasuring(sources));

        process.load(sources.get(0));
        int answers = folder.toFile().listFiles().length;
        process.load(sources.get(1));

        assertThat(answers).isEqualTo(2);
        assertThat(folder.toFile().listFiles()).hasLength(answers);
    }

    @Test
    void the_shapes_of_the_dsl_are_no_benchmarks_of_a_jar_that_holds_it() throws IOException {
        Path dsl = ManifestJar.of(folder.resolve("dsl.jar"), OwnJars.find());
        SuiteProcess process = new SuiteProcess(folder, folder, Optional.empty(), OwnJars.find(), System.getenv());
        SuiteSource jar = new SuiteSource.Jmh(
                "x",
                WrittenClassPath.ofJar(dsl.toString()),
                List.of(),
                List.of(),
                Map.of(),
                Measure.OPEN,
                Place.UNKNOWN);

        assertThat(assertThrows(CannotLoad.class, () -> process.load(jar)))
                .hasMessageThat()
                .contains("has no JMH benchmarks");
    }

    @Test
    void a_suite_of_a_newer_java_is_refused_by_both_versions() throws Exception {
        int feature = Math.max(25, Runtime.version().feature() + 1);
        String name = PrintingSuite.class.getName();
        Path compiled = folder.resolve("classes").resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(compiled.getParent());
        Files.write(compiled, compiledFor(feature, PrintingSuite.class));

        Declared.Failure failure = process(Optional.empty())
                .load(source(folder.resolve("classes"), Measure.OPEN))
                .failures()
                .get(0);

        assertThat(failure.message())
                .isEqualTo(String.format(
                        "`%s` is compiled for Java %d, but Java %d runs it; write `java: %d` below `measure:`, or start"
                                + " clnrm-bench with JDK %d",
                        name, feature, Runtime.version().feature(), feature, feature));
        assertThat(failure.trace()).isEmpty();
    }

    private static byte[] compiledFor(int feature, Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            byte[] content = in.readAllBytes();
            content[7] = (byte) (44 + feature);
            return content;
        }
    }

    @Test
    void a_suite_is_asked_on_the_jdk_that_it_is_measured_on() throws Exception {
        Path jdk = Files.createDirectories(folder.resolve("jdk"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\necho asked >>" + folder + "/asked\nexec "
                        + Jvm.own().launcher() + " \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Measure measured = Measure.OPEN.withJava(jdk.toString());

        process(Optional.empty()).load(source(FaultyJar.path(), measured));
        process(Optional.of(Jvm.own())).load(source(FaultyJar.path(), measured));
        process(Optional.empty()).load(source(FaultyJar.path(), Measure.OPEN.withJava("/no/such/jdk")));

        assertThat(Files.readAllLines(folder.resolve("asked"))).hasSize(1);
    }

    private SuiteProcess process(Optional<Jvm> jvm) {
        return new SuiteProcess(folder, folder, jvm, OwnJars.find(), System.getenv(), 20);
    }

    private static SuiteSource source(Path code, Measure measure) {
        return new SuiteSource.Dsl(
                "x",
                WrittenClassPath.of(code.toString(), FaultyJar.path().toString()),
                Optional.of(PrintingSuite.class.getName()),
                measure,
                Place.UNKNOWN);
    }

    @Test
    void names_the_version_of_a_dsl_that_lacks_what_this_program_starts() throws Exception {
        CannotLoad refused = assertThrows(
                CannotLoad.class,
                () -> load(folder, new DslJar("0.9.0").without("DeclareMain").write(folder)));

        assertThat(refused)
                .hasMessageThat()
                .isEqualTo("`bench-dsl-0.9.0.jar` holds bench-dsl 0.9.0, but this program needs bench-dsl 1.0.0");
        assertThat(refused.help()).isEqualTo("build the suites with bench-dsl 1.0.0, or use clnrm-bench 0.9.0");
    }

    @Test
    void names_the_version_of_a_dsl_that_answers_in_another_format() throws Exception {
        CannotLoad refused = assertThrows(
                CannotLoad.class,
                () -> load(folder, new DslJar("0.9.0").with("DeclareMain", """
                package dev.clnrm.bench.fork.internal;
                public class DeclareMain {
                    public static void main(String[] args) throws java.io.IOException {
                        java.nio.file.Files.write(java.nio.file.Path.of(args[0]), new byte[] {0, 0, 0, 0});
                    }
                }
                """).write(folder)));

        assertThat(refused)
                .hasMessageThat()
                .isEqualTo(
                        "suite `x` could not be loaded: declarations of format 0 cannot be read by this version, which reads 1;"
                                + " `bench-dsl-0.9.0.jar` holds bench-dsl 0.9.0, but this program needs bench-dsl 1.0.0");
    }

    private static void load(Path folder, Path dsl) throws Exception {
        List<Path> own = new ArrayList<>(OwnJars.find());
        own.set(0, new DslJar("1.0.0").write(folder));
        new SuiteProcess(folder, folder, Optional.empty(), own, System.getenv(), 20)
                .load(new SuiteSource.Dsl(
                        "x",
                        WrittenClassPath.of(FaultyJar.path().toString(), dsl.toString()),
                        Optional.of(PrintingSuite.class.getName()),
                        Measure.OPEN,
                        Place.UNKNOWN));
    }

    private Declared load(Class<?> suite, double patienceSeconds) throws CannotLoad {
        return new SuiteProcess(folder, folder, Optional.empty(), OwnJars.find(), System.getenv(), patienceSeconds)
                .load(source(suite));
    }

    private static SuiteSource.Dsl source(Class<?> suite) {
        return new SuiteSource.Dsl(
                "x",
                WrittenClassPath.of(FaultyJar.path().toString()),
                Optional.of(suite.getName()),
                Measure.OPEN,
                Place.UNKNOWN);
    }

    private static List<String> names(Declared declared) {
        return declared.suites().stream().map(suite -> suite.name()).toList();
    }
}
