package dev.clnrm.bench.plan;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.dsl.Bench;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;

class CodeDigestsTest {
    private static final String SUITE = """
            package a;
            import static dev.clnrm.bench.dsl.Bench.*;
            import dev.clnrm.bench.dsl.*;
            public final class MySuite implements BenchmarkSuite {
                @Override public Suite declare() {
                    return suite("mine").benchmarks(
                        benchmark("first").measure(() -> One.work(3)),
                        benchmark("second").over("n", 1, 2).given(n -> helper()).measure(s -> s.length()),
                        benchmark("third").measure(Third::work));
                }
                private static String helper() { return "abc"; }
            }
            """;
    private static final Map<String, String> BASE = Map.of(
            "MySuite", SUITE,
            "One", "package a; class One { static int work(int n) { return Two.work(n) + 1; } }",
            "Two", "package a; class Two { static int work(int n) { return Three.work(n) * 2; } }",
            "Three", "package a; class Three { static int work(int n) { return lib.Library.work(n) - 3; } }",
            "Third", "package a; class Third { static Object work() { return new Object(); } }",
            "Lonely", "package a; class Lonely { int unused() { return 1; } }");
    private static final String LIBRARY =
            "package lib; public class Library { public static int work(int n) { return n; } }";

    @TempDir
    Path temp = Path.of("");

    private int sides;

    @Test
    void the_same_sources_in_another_folder_are_the_same_code() throws Exception {
        assertThat(side(BASE)).isEqualTo(side(BASE));
    }

    @Test
    void a_comment_and_another_class_change_nothing() throws Exception {
        assertThat(changed(Map.of(
                        "One", "package a;\n// why\n\nclass One { static int work(int n) { return Two.work(n) + 1; } }",
                        "Lonely", "package a; class Lonely { int unused() { return 2; } }")))
                .isEmpty();
    }

    @Test
    void a_callee_three_calls_deep_changes_the_case_that_calls_it() throws Exception {
        assertThat(changed(Map.of(
                        "Three",
                        "package a; class Three { static int work(int n) { return lib.Library.work(n) - 4; } }")))
                .containsExactly("first");
    }

    @Test
    void the_body_of_another_case_of_the_suite_changes_that_case_alone() throws Exception {
        assertThat(changed(Map.of("MySuite", SUITE.replace("One.work(3)", "One.work(4)"))))
                .containsExactly("first");
        assertThat(changed(Map.of("MySuite", SUITE.replace("abc", "abcd")))).containsExactly("second");
    }

    @Test
    void a_case_more_changes_no_other_though_lambdas_are_numbered_anew() throws Exception {
        String more = SUITE.replace(
                "benchmark(\"second\")", "benchmark(\"new\").measure(() -> One.work(9)), benchmark(\"second\")");
        assertThat(changed(Map.of("MySuite", more))).isEmpty();
    }

    @Test
    void what_all_cases_share_changes_all() throws Exception {
        String initialized =
                SUITE.replace("private static String", "static int made = One.work(1); private static String");
        assertThat(changed(Map.of("MySuite", initialized))).containsExactly("first", "second", "third");
    }

    @Test
    void names_worked_out_when_declaring_leave_the_suite_whole() throws Exception {
        Map<String, String> base = new LinkedHashMap<>(BASE);
        base.put(
                "MySuite",
                SUITE.replace("return suite", "String name = \"fir\" + helper(); return suite")
                        .replace("\"first\"", "name"));
        Map<String, String> head = new LinkedHashMap<>(base);
        head.compute("MySuite", (name, text) -> String.valueOf(text).replace("abc", "abcd"));
        assertThat(differing(side(base), side(head))).containsExactly("first", "second", "third");
    }

    @Test
    void a_class_found_by_its_name_in_a_string_is_reached() throws Exception {
        Map<String, String> base = new LinkedHashMap<>(BASE);
        base.put(
                "Third",
                "package a; class Third { static Object work() throws Exception { return Class.forName(\"a.Lonely\"); } }");
        Map<String, String> head = new LinkedHashMap<>(base);
        head.put("Lonely", "package a; class Lonely { int unused() { return 2; } }");
        assertThat(differing(side(base), side(head))).containsExactly("third");
    }

    @Test
    void a_class_found_by_a_name_made_at_run_time_may_be_any() throws Exception {
        for (String finding : List.of(
                "Class.forName(\"a.\" + System.lineSeparator())",
                "Third.class.getClassLoader().loadClass(System.lineSeparator())",
                "java.lang.invoke.MethodHandles.lookup().findClass(System.lineSeparator())")) {
            Map<String, String> base = new LinkedHashMap<>(BASE);
            base.put(
                    "Third",
                    "package a; class Third { static Object work() throws Exception { return " + finding + "; } }");
            Map<String, String> head = new LinkedHashMap<>(base);
            head.put("Lonely", "package a; class Lonely { int unused() { return 2; } }");

            assertWithMessage(finding).that(differing(side(base), side(head))).containsExactly("third");
        }
    }

    @Test
    void a_body_that_finds_classes_by_name_reaches_the_whole_suite() throws Exception {
        Map<String, String> base = new LinkedHashMap<>(BASE);
        base.put(
                "MySuite",
                SUITE.replace("One.work(3)", "found()")
                        .replace(
                                "private static String helper()",
                                "private static Object found() throws Exception { return Class.forName(System.lineSeparator()); }\n"
                                        + "    private static String helper()"));
        Map<String, String> head = new LinkedHashMap<>(base);
        head.put("Lonely", "package a; class Lonely { int unused() { return 2; } }");

        assertThat(differing(side(base), side(head))).containsExactly("first");
    }

    @Test
    void code_that_reads_files_is_the_same_in_its_classes_only() throws Exception {
        Map<String, String> reading = new LinkedHashMap<>(BASE);
        reading.put(
                "Third",
                "package a; class Third { static Object work() throws Exception {"
                        + " return java.nio.file.Files.readString(java.nio.file.Path.of(\"rules.txt\")); } }");
        Map<String, ReachedCode> base = side(reading);
        Map<String, ReachedCode> head = side(reading);

        assertThat(same(base, head, "first")).isEqualTo(Sameness.ALL);
        assertThat(same(base, head, "third")).isEqualTo(Sameness.CLASSES);
    }

    private static Sameness same(Map<String, ReachedCode> base, Map<String, ReachedCode> head, String name) {
        return java.util.Objects.requireNonNull(base.get(name)).as(java.util.Objects.requireNonNull(head.get(name)));
    }

    @Test
    void a_library_changed_where_it_is_called_changes_the_caller() throws Exception {
        Map<String, ReachedCode> base = side(BASE);
        Map<String, ReachedCode> head = side(BASE, LIBRARY.replace("return n", "return n + 1"), "1", "x", List.of());
        assertThat(differing(base, head)).containsExactly("first");
    }

    @Test
    void another_version_of_a_library_changes_all_and_the_time_of_packing_none() throws Exception {
        Map<String, ReachedCode> base = side(BASE, LIBRARY, "1", "x", List.of());
        assertThat(differing(base, side(BASE, LIBRARY, "2", "x", List.of())))
                .containsExactly("first", "second", "third");
        assertThat(differing(base, side(BASE, LIBRARY, "1", "x", List.of()))).isEmpty();
    }

    @Test
    void a_resource_file_changes_all() throws Exception {
        assertThat(differing(side(BASE), side(BASE, LIBRARY, "1", "y", List.of())))
                .containsExactly("first", "second", "third");
    }

    @Test
    void another_argument_of_the_jvm_changes_all() throws Exception {
        assertThat(differing(side(BASE), side(BASE, LIBRARY, "1", "x", List.of("-Xmx64m"))))
                .containsExactly("first", "second", "third");
    }

    @Test
    void the_code_of_a_program_is_not_known() throws Exception {
        PlannedCase program = planned(new Target.Command(List.of("ls")), new ClassPath(List.of()), temp, List.of());
        assertWithMessage("digest")
                .that(new CodeDigests().reached(program).isEmpty())
                .isTrue();
    }

    private Set<String> changed(Map<String, String> changes) throws Exception {
        Map<String, String> head = new LinkedHashMap<>(BASE);
        head.putAll(changes);
        return differing(side(BASE), side(head));
    }

    private static Set<String> differing(Map<String, ReachedCode> base, Map<String, ReachedCode> head) {
        Set<String> differing = new TreeSet<>();
        base.forEach((name, reached) -> {
            if (reached.as(head.getOrDefault(name, reached)) == Sameness.DIFFERENT) {
                differing.add(name);
            }
        });
        return differing;
    }

    private Map<String, ReachedCode> side(Map<String, String> sources) throws Exception {
        return side(sources, LIBRARY, "1", "x", List.of());
    }

    /** The digests of the three cases of a side that is compiled in a folder of its own. */
    private Map<String, ReachedCode> side(
            Map<String, String> sources, String library, String version, String resource, List<String> arguments)
            throws Exception {
        Path side = Files.createDirectory(temp.resolve("side" + sides++));
        Path libraryClasses = compile(side.resolve("library"), Map.of("Library", library), List.of());
        Path jar = side.resolve("library.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("lib/Library.class"));
            out.write(Files.readAllBytes(libraryClasses.resolve("lib/Library.class")));
            out.putNextEntry(new JarEntry("META-INF/maven/lib/lib/pom.properties"));
            out.write(("#packed " + side + "\nversion=" + version + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        List<Path> own = List.of(location(Bench.class), location(Benchmark.class));
        Path classes = compile(
                side.resolve("classes"),
                sources,
                Stream.concat(Stream.of(jar), own.stream()).toList());
        Files.writeString(classes.resolve("settings.txt"), resource);
        ClassPath classPath = new ClassPath(
                Stream.concat(Stream.of(classes, jar), own.stream()).toList());
        CodeDigests code = new CodeDigests();
        Map<String, ReachedCode> digests = new LinkedHashMap<>();
        for (String benchmark : List.of("first", "second", "third")) {
            Target target = new Target.Jmh(
                    "dev.clnrm.bench.fork.internal.ObjectBody.Shared.none",
                    "dev.clnrm.bench.fork.internal.jmh_generated.ObjectBody_Shared_none_jmhTest.none_AverageTime",
                    1,
                    List.of(1),
                    List.of(),
                    1,
                    1,
                    Map.of("suiteClass", "a.MySuite", "benchmark", benchmark, "values", ""));
            List<String> all = new ArrayList<>(arguments);
            all.add("-Dproject=" + side);
            digests.put(
                    benchmark,
                    code.reached(planned(target, classPath, side, all)).orElseThrow());
        }
        return digests;
    }

    private static PlannedCase planned(Target target, ClassPath classPath, Path directory, List<String> arguments) {
        Launch launch = new Launch(classPath, Jvm.own(), arguments, List.of(), directory, "1.37");
        Effort effort = new Effort(new Forks(3, 10), new Warmup.Adaptive(1), new Iterations(20, 0.1));
        return new PlannedCase(new CaseName("s", "b", Map.of()), Mode.AVERAGE, target, launch, effort);
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Path compile(Path folder, Map<String, String> sources, List<Path> classPath) throws IOException {
        Path written = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-sources"));
        Path classes = Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            files.add(Files.writeString(written.resolve(source.getKey() + ".java"), source.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            manager,
                            null,
                            List.of(
                                    "-g",
                                    "-proc:none",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    new ClassPath(classPath).argument()),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertWithMessage("compiles: %s", said).that(compiled).isTrue();
        }
        return classes;
    }
}
