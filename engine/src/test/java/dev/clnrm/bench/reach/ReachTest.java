package dev.clnrm.bench.reach;

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
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Sameness;
import dev.clnrm.bench.plan.Target;
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
import java.util.Objects;
import java.util.Optional;
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
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.openjdk.jmh.annotations.Benchmark;

class ReachTest {
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

    private Map<String, String> services = Map.of();

    private List<String> options = List.of("-g");

    private int sides;

    @Test
    void the_same_sources_in_another_folder_are_the_same_code() throws Exception {
        assertThat(changed(Map.of())).isEmpty();
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
    void a_case_whose_own_body_changed_is_affected_because_its_suite_says_so() throws Exception {
        Map<String, String> head = new LinkedHashMap<>(BASE);
        head.put("MySuite", SUITE.replace("One.work(3)", "One.work(4)"));

        assertThat(Reach.between(side(BASE), side(head)).affected().stream()
                        .map(one -> one.name().benchmark() + " " + one.why()))
                .containsExactly("first DECLARED");
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
    void code_is_reached_by_those_it_is_named_for_and_perhaps_by_those_that_make_names() throws Exception {
        Map<String, String> base = new LinkedHashMap<>(BASE);
        base.put(
                "Third",
                "package a; class Third { static Object work() throws Exception { return Class.forName(\"a.\" + System.lineSeparator()); } }");
        Map<String, String> head = new LinkedHashMap<>(base);
        head.put("Two", "package a; class Two { static int work(int n) { return Three.work(n) * 4; } }");

        Reach reach = Reach.between(side(base), side(head));

        ReachedMember changed = reach.reached().findFirst().orElseThrow();
        assertThat(changed.cases().stream().map(CaseName::benchmark)).containsExactly("first");
        assertThat(changed.byName()).isEqualTo(1);
        assertThat(reach.affected().stream().map(one -> one.name().benchmark() + " " + one.why()))
                .containsExactly("first CODE", "third BY_NAME");
    }

    @Test
    void a_service_whose_class_is_no_constant_may_be_any_service_and_nothing_else() throws Exception {
        Map<String, String> base = new LinkedHashMap<>(BASE);
        base.put("Codec", "package a; public interface Codec { int code(); }");
        base.put("Plain", "package a; public class Plain implements Codec { public int code() { return 1; } }");
        base.put(
                "Third",
                "package a; class Third { static Object work() { return all(Codec.class.arrayType().componentType()); }"
                        + " static <T> T all(Class<T> service) { return java.util.ServiceLoader.load(service).iterator().next(); } }");
        Map<String, String> provider = new LinkedHashMap<>(base);
        provider.compute("Plain", (name, text) -> String.valueOf(text).replace("return 1", "return 2"));
        Map<String, String> other = new LinkedHashMap<>(base);
        other.put("Lonely", "package a; class Lonely { int unused() { return 2; } }");

        services = Map.of("a.Codec", "a.Plain");
        assertThat(differing(side(base), side(provider))).containsExactly("third");
        assertThat(differing(side(base), side(other))).isEmpty();
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
        Plan base = side(reading);
        Plan head = side(reading);

        assertThat(same(base, head, "first")).isEqualTo(Sameness.ALL);
        assertThat(same(base, head, "third")).isEqualTo(Sameness.CLASSES);
    }

    private static Sameness same(Plan base, Plan head, String name) {
        return Reach.between(base, head).cases().stream()
                .filter(one -> one.name().benchmark().equals(name))
                .map(CaseReach::sameness)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_library_changed_where_it_is_called_changes_the_caller() throws Exception {
        Plan base = side(BASE);
        Plan head = side(BASE, LIBRARY.replace("return n", "return n + 1"), "1", "x", List.of());
        assertThat(differing(base, head)).containsExactly("first");
    }

    @Test
    void another_version_of_a_library_changes_all_and_the_time_of_packing_none() throws Exception {
        Plan base = side(BASE, LIBRARY, "1", "x", List.of());
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
    void another_method_of_a_class_that_is_reached_changes_nothing() throws Exception {
        assertThat(
                        changed(
                                Map.of(
                                        "Two",
                                        "package a; class Two { static int work(int n) { return Three.work(n) * 2; } static int more() { return 3; } }")))
                .isEmpty();
    }

    @Test
    void a_field_more_changes_who_reaches_the_class() throws Exception {
        assertThat(changed(Map.of(
                        "Two",
                        "package a; class Two { long padding; static int work(int n) { return Three.work(n) * 2; } }")))
                .containsExactly("first");
    }

    @Test
    void what_initialises_a_class_is_reached_with_it() throws Exception {
        assertThat(
                        changed(
                                Map.of(
                                        "Two",
                                        "package a; class Two { static { Third.work(); } static int work(int n) { return Three.work(n) * 2; } }")))
                .containsExactly("first");
    }

    @Test
    void a_constant_that_the_compiler_copies_changes_who_has_the_copy() throws Exception {
        Map<String, String> base = with(
                "Two", "package a; class Two { static int work(int n) { return Three.work(n) * Sizes.ONE; } }",
                "Sizes", "package a; class Sizes { static final int ONE = 2; }");
        Map<String, String> head = new LinkedHashMap<>(base);
        head.put("Sizes", "package a; class Sizes { static final int ONE = 5; }");
        assertThat(differing(side(base), side(head))).containsExactly("first");
    }

    @Test
    void a_call_of_an_interface_leads_to_the_classes_of_which_there_are_instances() throws Exception {
        Map<String, String> base = with(
                "Shape", "package a; interface Shape { int area(); default int twice() { return 2 * area(); } }",
                "Square", "package a; class Square implements Shape { public int area() { return 4; } }",
                "Circle", "package a; class Circle implements Shape { public int area() { return 3; } }",
                "Third",
                        "package a; class Third { static Object work() { Shape shape = new Square(); return shape.twice(); } }");

        Map<String, String> square = new LinkedHashMap<>(base);
        square.put("Square", "package a; class Square implements Shape { public int area() { return 5; } }");
        assertThat(differing(side(base), side(square))).containsExactly("third");

        Map<String, String> circle = new LinkedHashMap<>(base);
        circle.put("Circle", "package a; class Circle implements Shape { public int area() { return 5; } }");
        assertThat(differing(side(base), side(circle))).isEmpty();

        Map<String, String> overridden = new LinkedHashMap<>(base);
        overridden.put(
                "Square",
                "package a; class Square implements Shape { public int area() { return 4; } public int twice() { return 8; } }");
        assertThat(differing(side(base), side(overridden))).containsExactly("third");
        assertThat(differing(side(overridden), side(base))).containsExactly("third");
    }

    @Test
    void a_method_that_the_jdk_calls_is_reached_with_an_instance() throws Exception {
        Map<String, String> base = with(
                "Order",
                        "package a; class Order implements java.util.Comparator<String> { public int compare(String a, String b) { return a.compareTo(b); } int other() { return 1; } }",
                "Third",
                        "package a; class Third { static Object work() { java.util.List<String> all = new java.util.ArrayList<>(); all.sort(new Order()); return all; } }");
        Map<String, String> head = new LinkedHashMap<>(base);
        head.compute("Order", (name, text) -> String.valueOf(text).replace("a.compareTo(b)", "b.compareTo(a)"));
        assertThat(differing(side(base), side(head))).containsExactly("third");

        Map<String, String> other = new LinkedHashMap<>(base);
        other.compute("Order", (name, text) -> String.valueOf(text).replace("return 1", "return 2"));
        assertThat(differing(side(base), side(other))).isEmpty();
    }

    @Test
    void a_method_found_by_reflection_may_be_any_of_a_class_that_is_named() throws Exception {
        Map<String, String> base = with(
                "Bean", "package a; class Bean { Inner inner; public int getSize() { return 1; } }",
                "Inner", "package a; class Inner { public int getSize() { return 1; } }",
                "Third",
                        "package a; class Third { static Object work() throws Exception { return Bean.class.getMethods()[0].invoke(new Bean()); } }");
        for (String found : List.of("Bean", "Inner")) {
            Map<String, String> head = new LinkedHashMap<>(base);
            head.compute(found, (name, text) -> String.valueOf(text).replace("return 1", "return 2"));
            assertWithMessage(found).that(differing(side(base), side(head))).containsExactly("third");
        }
    }

    @Test
    void a_lambda_is_part_of_the_method_that_makes_it() throws Exception {
        String third = "package a; class Third {\n static Object more() { return null; }\n"
                + " static Object work() { Runnable one = () -> One.work(1); one.run(); return one; } }";
        Map<String, String> base = with("Third", third);
        Plan before = side(base);
        Map<String, String> head = new LinkedHashMap<>(base);
        head.put("Third", third.replace("One.work(1)", "One.work(2)"));

        Reach reach = Reach.between(before, side(head));

        assertThat(shown(reach)).containsExactly("a.Third.work() changed a/Third.java:3 by [third]");

        Map<String, String> numbered = new LinkedHashMap<>(base);
        numbered.put("Third", third.replace("return null", "Runnable no = () -> {}; return no"));
        assertThat(shown(Reach.between(before, side(numbered))))
                .containsExactly("a.Third.more() changed a/Third.java:2 by []");
    }

    @Test
    void a_default_method_of_a_lambdas_interface_is_reached_with_the_lambda() throws Exception {
        String mapped = "package a; interface Mapped extends java.util.function.Function<Integer, Integer> {"
                + " Integer tried(Integer x) throws Exception;"
                + " default Integer apply(Integer x) { try { return tried(x) + 1; } catch (Exception e) { return 0; } } }";
        String derived =
                "package a; interface Derived extends Based { int go(int x); default int run(int x) { return go(x) + 1; } }";
        String marker = "package a; interface Marker extends Based { default int run(int x) { return x + 1; } }";
        Map<String, String> base = with(
                "Based", "package a; interface Based { int run(int x); }",
                "Mapped", mapped,
                "Derived", derived,
                "Marker", marker,
                "Third", """
                        package a; class Third {
                            static Object work() {
                                Mapped mapped = x -> x * 2;
                                Derived derived = x -> x * 3;
                                Object marked = (Runnable & Marker) () -> {};
                                return java.util.List.of(1).stream().map(mapped).toList().get(0)
                                        + called(derived) + called((Based) marked);
                            }
                            static int called(Based based) { return based.run(3); }
                        }
                        """);
        for (String changed : List.of("Mapped", "Derived", "Marker")) {
            Map<String, String> head = new LinkedHashMap<>(base);
            head.compute(changed, (name, text) -> String.valueOf(text).replace("+ 1", "+ 2"));
            assertWithMessage(changed).that(differing(side(base), side(head))).containsExactly("third");
        }
    }

    @Test
    void another_lambda_of_two_that_the_compiler_joins_is_a_change() throws Exception {
        options = List.of("-g:none");
        String third = "package a; import java.util.function.IntUnaryOperator; class Third { static Object work() {"
                + " IntUnaryOperator a = y -> y + 1; IntUnaryOperator b = y -> y * 77; IntUnaryOperator c = y -> y + 1;"
                + " return a.applyAsInt(1) + b.applyAsInt(2) + c.applyAsInt(3); } }";

        assertThat(differing(
                        side(with("Third", third)),
                        side(with("Third", third.replace("c = y -> y + 1", "c = y -> y * 77")))))
                .containsExactly("third");
    }

    /** The compiler of Scala moves the code of a lambda that boxes its values to another one, which the first calls. */
    @Test
    void a_lambda_that_another_lambda_calls_is_part_of_the_same_method() {
        assertThat(digestOfScala(1)).isNotEqualTo(digestOfScala(2));
        assertThat(digestOfScala(1)).isEqualTo(digestOfScala(1));
    }

    private static String digestOfScala(int constant) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "a/S", null, "java/lang/Object", null);
        MethodVisitor run = type.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
        run.visitCode();
        Handle adapted = new Handle(Opcodes.H_INVOKESTATIC, "a/S", "$anonfun$run$1$adapted", "()I", false);
        run.visitInvokeDynamicInsn("get", "()Ljava/lang/Object;", adapted, adapted);
        run.visitInsn(Opcodes.POP);
        run.visitInsn(Opcodes.RETURN);
        run.visitMaxs(0, 0);
        int access = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        MethodVisitor boxing = type.visitMethod(access, "$anonfun$run$1$adapted", "()I", null, null);
        boxing.visitCode();
        boxing.visitMethodInsn(Opcodes.INVOKESTATIC, "a/S", "$anonfun$run$1", "()I", false);
        boxing.visitInsn(Opcodes.IRETURN);
        boxing.visitMaxs(0, 0);
        MethodVisitor code = type.visitMethod(access, "$anonfun$run$1", "()I", null, null);
        code.visitCode();
        code.visitLdcInsn(constant);
        code.visitInsn(Opcodes.IRETURN);
        code.visitMaxs(0, 0);
        return Objects.requireNonNull(
                        NormalForm.of(type.toByteArray()).members().get("a/S.run()V"))
                .digest();
    }

    @Test
    void the_provider_of_a_service_is_reached_with_the_service() throws Exception {
        Map<String, String> base = with(
                "Codec", "package a; public interface Codec { int code(); }",
                "Plain", "package a; public class Plain implements Codec { public int code() { return 1; } }",
                "Third",
                        "package a; class Third { static Object work() { return java.util.ServiceLoader.load(Codec.class).iterator().next(); } }");
        Map<String, String> head = new LinkedHashMap<>(base);
        head.compute("Plain", (name, text) -> String.valueOf(text).replace("return 1", "return 2"));

        assertThat(differing(side(base), side(head))).isEmpty();
        services = Map.of("a.Codec", "a.Plain");
        assertThat(differing(side(base), side(head))).containsExactly("third");
    }

    @Test
    void changed_code_that_no_case_reaches_is_named_with_its_place_the_largest_first() throws Exception {
        Map<String, String> head = new LinkedHashMap<>(BASE);
        head.put(
                "Lonely",
                "package a;\nclass Lonely {\n int unused() { return 2; }\n int more() { return unused() * 3 + 4; }\n}");

        Reach reach = Reach.between(side(BASE), side(head));

        assertThat(reach.affected()).isEmpty();
        assertThat(reach.unreached().stream().map(one -> one.name() + " " + one.place()))
                .containsExactly("a.Lonely.more() a/Lonely.java:4", "a.Lonely.unused() a/Lonely.java:3")
                .inOrder();
        ReachSummary summary = reach.summary(true).orElseThrow();
        assertThat(summary.unreached()).isEqualTo(2);
        assertThat(summary.methods()).isEqualTo(2);
        assertThat(reach.summary(false)).isEqualTo(Optional.empty());
    }

    @Test
    void a_changed_source_whose_changed_class_no_class_path_has_is_unmeasured() throws Exception {
        Map<String, String> changed = new LinkedHashMap<>(BASE);
        changed.put("Three", "package a; class Three { static int work(int n) { return lib.Library.work(n) - 4; } }");
        Plan base = side(BASE);
        Plan head = side(changed);
        String java = "core/src/main/java/";

        Reach reach = Reach.between(
                base,
                head,
                new ChangedSources(
                        List.of(
                                java + "a/Three.java",
                                java + "a/Two.java",
                                java + "lost/Three.java",
                                "core/src/main/kotlin/Three.kt",
                                "core/src/main/kotlin/Four.kt"),
                        base,
                        head));

        assertThat(reach.unmeasured())
                .containsExactly(java + "a/Two.java", java + "lost/Three.java", "core/src/main/kotlin/Four.kt")
                .inOrder();
        ReachSummary some = reach.summary(false).orElseThrow();
        assertThat(some.partial()).isTrue();
        assertThat(some.unmeasured().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void the_code_of_a_case_that_the_base_does_not_have_is_reached() throws Exception {
        Map<String, String> head = new LinkedHashMap<>(BASE);
        head.put("Three", "package a; class Three { static int work(int n) { return lib.Library.work(n) - 4; } }");
        Plan base = side(BASE).only(name -> !name.benchmark().equals("first"));

        Reach reach = Reach.between(base, side(head));

        assertThat(reach.unreached()).isEmpty();
        assertThat(reach.affected()).containsExactly(new CaseReach(name("first"), CaseReach.Why.NEW));
    }

    private static List<String> shown(Reach reach) {
        return reach.members().stream()
                .map(one -> one.member().name() + " "
                        + one.member().how().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + one.member().place() + " by "
                        + one.cases().stream().map(CaseName::benchmark).toList())
                .toList();
    }

    private static Map<String, String> with(String... sources) {
        Map<String, String> all = new LinkedHashMap<>(BASE);
        for (int i = 0; i < sources.length; i += 2) {
            all.put(sources[i], sources[i + 1]);
        }
        return all;
    }

    @Test
    void methods_that_a_case_reaches_on_both_sides_and_that_are_longer_are_found_with_the_bytes_of_their_code()
            throws Exception {
        Map<String, String> head = with(
                "Three", "package a; class Three { static int work(int n) { return lib.Library.work(n) - 1000; } }",
                "Lonely", "package a; class Lonely { int unused() { return 1000; } }");
        Plan both = side(head, LIBRARY.replace("return n", "return -n"), "1", "x", List.of())
                .against(side(BASE), Map.of(), false);

        assertThat(new ReachFinder(both.ofBase()).grown(both.cases().get(0)))
                .containsExactly(
                        new GrownMethod(
                                "a.Three.work", 7, 9), // iload_0, invokestatic, iconst_3 or sipush, isub, ireturn
                        new GrownMethod("lib.Library.work", 2, 3));
        assertThat(new ReachFinder(both.ofBase()).grown(both.cases().get(2))).isEmpty();
    }

    @Test
    void a_lambda_that_has_another_number_is_not_taken_for_another_one() throws Exception {
        Map<String, String> base = with(
                "Third",
                "package a; class Third { static Object work() { Runnable one = () -> One.work(1); one.run(); return one; } }");
        Map<String, String> more = with(
                "Third",
                "package a; class Third { static Object work() { Runnable two = () -> { One.work(1); One.work(2); };"
                        + " Runnable one = () -> One.work(1); one.run(); two.run(); return one; } }");
        Plan both = side(more).against(side(base), Map.of(), false);

        assertThat(new ReachFinder(both.ofBase())
                        .grown(both.cases().get(2)).stream().map(GrownMethod::name))
                .containsExactly("a.Third.work");
    }

    @Test
    void another_argument_of_the_jvm_changes_all() throws Exception {
        assertThat(differing(side(BASE), side(BASE, LIBRARY, "1", "x", List.of("-Xmx64m"))))
                .containsExactly("first", "second", "third");
    }

    @Test
    void the_code_of_a_program_is_not_known() {
        Plan program = plan(
                List.of(planned("ls", new Target.Command(List.of("ls")), new ClassPath(List.of()), temp, List.of())));
        assertThat(Reach.between(program, program).cases())
                .containsExactly(new CaseReach(name("ls"), CaseReach.Why.UNKNOWN));
        ChangedSources lost = new ChangedSources(List.of("src/main/java/b/Lost.java"), program, program);
        assertThat(Reach.between(program, program, lost).unmeasured()).isEmpty();
    }

    private Set<String> changed(Map<String, String> changes) throws Exception {
        Map<String, String> head = new LinkedHashMap<>(BASE);
        head.putAll(changes);
        return differing(side(BASE), side(head));
    }

    private static Set<String> differing(Plan base, Plan head) {
        Set<String> differing = new TreeSet<>();
        Reach.between(base, head)
                .affected()
                .forEach(one -> differing.add(one.name().benchmark()));
        return differing;
    }

    private Plan side(Map<String, String> sources) throws Exception {
        return side(sources, LIBRARY, "1", "x", List.of());
    }

    /** The three cases of a side that is compiled in a folder of its own. */
    private Plan side(
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
        for (Map.Entry<String, String> service : services.entrySet()) {
            Path folder = Files.createDirectories(classes.resolve("META-INF/services"));
            Files.writeString(folder.resolve(service.getKey()), service.getValue());
        }
        ClassPath classPath = new ClassPath(
                Stream.concat(Stream.of(classes, jar), own.stream()).toList());
        List<PlannedCase> cases = new ArrayList<>();
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
            cases.add(planned(benchmark, target, classPath, side, all));
        }
        return plan(cases);
    }

    private static Plan plan(List<PlannedCase> cases) {
        return new Plan(cases, 1, Optional.empty());
    }

    private static CaseName name(String benchmark) {
        return new CaseName("s", benchmark, Map.of());
    }

    private static PlannedCase planned(
            String name, Target target, ClassPath classPath, Path directory, List<String> arguments) {
        Launch launch = new Launch(classPath, Jvm.own(), arguments, List.of(), directory, "1.37");
        Effort effort = new Effort(new Forks(3, 10), new Warmup.Adaptive(1), new Iterations(20, 0.1));
        return new PlannedCase(name(name), Mode.AVERAGE, target, launch, effort);
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private Path compile(Path folder, Map<String, String> sources, List<Path> classPath) throws IOException {
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
                            Stream.concat(
                                            options.stream(),
                                            Stream.of(
                                                    "-proc:none",
                                                    "-d",
                                                    classes.toString(),
                                                    "-cp",
                                                    new ClassPath(classPath).argument()))
                                    .toList(),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertWithMessage("compiles: %s", said).that(compiled).isTrue();
        }
        return classes;
    }
}
