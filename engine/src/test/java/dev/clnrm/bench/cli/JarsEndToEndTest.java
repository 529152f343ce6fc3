package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fat jars of JMH benchmarks, measured for real. */
@Tag("slow")
class JarsEndToEndTest {
    private static final String SOUND =
            "@Benchmark public double fine() { return Math.log(Math.sqrt(System.identityHashCode(this))); }";

    private final Path folder;

    JarsEndToEndTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path folder(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name));
    }

    private CommandLineRun compare(Path old, Path now, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "compare",
                old.toString(),
                now.toString(),
                "--quick",
                "--file",
                brief(),
                "--out",
                folder.resolve("run" + runs++).toString()));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    private int runs;

    /** A file whose forks are short: what is looked for is large. */
    private String brief() throws Exception {
        return Files.writeString(
                        folder.resolve("brief.yaml"),
                        "version: 1\nmeasure: {iterations: 5 x 20 ms, warmup: 5 x 20 ms}\n")
                .toString();
    }

    private static String verdict(CommandLineRun run, String benchmark) throws Exception {
        for (JsonNode verdict : new ObjectMapper().readTree(run.out()).path("verdicts")) {
            if (verdict.path("metric").asText().equals("time")
                    && verdict.path("benchmark").asText().endsWith(benchmark)) {
                return verdict.path("verdict").asText() + " " + verdict.path("reasons");
            }
        }
        throw new AssertionError(run.err() + run.out());
    }

    @Test
    void a_project_file_that_alone_changed_is_found_and_the_reader_is_told_where_to_look() throws Exception {
        String reading = "int n;\n"
                + "@Setup public void read() throws Exception {"
                + " n = Integer.parseInt(java.nio.file.Files.readString(java.nio.file.Path.of(\"rules.txt\")).strip()); }\n"
                + "@Benchmark public void work() { Blackhole.consumeCPU(n); }";
        Path old =
                new JmhJar().benchmarks("Reading", reading).write(folder("old").resolve("b.jar"));
        Path now = Files.copy(old, folder("new").resolve("b.jar"));
        Files.writeString(old.resolveSibling("rules.txt"), "100");
        Files.writeString(now.resolveSibling("rules.txt"), "2000");

        CommandLineRun run = compare(old, now, "--format", "json");

        assertWithMessage(run.err()).that(run.status()).isEqualTo(1);
        assertThat(verdict(run, "Reading.work"))
                .isEqualTo("regressed [\"its classes are identical on both sides;"
                        + " it may read a file, a resource or a system property that changed\"]");

        // What reads files is measured by --unchanged-code skip, too.
        CommandLineRun skip = compare(old, now, "--format", "json", "--unchanged-code", "skip");
        assertWithMessage(skip.err()).that(skip.status()).isEqualTo(1);
    }

    @Test
    void forks_that_explain_a_regression_have_logs_of_their_own() throws Exception {
        String work = "@Setup public void say() { System.out.println(\"prepared\"); }\n"
                + "@Benchmark public void work() { Blackhole.consumeCPU(COUNT); }";
        Path fast = new JmhJar()
                .benchmarks("Saying", work.replace("COUNT", "1000"))
                .write(folder("fast").resolve("b.jar"));
        Path slow = new JmhJar()
                .benchmarks("Saying", work.replace("COUNT", "4000"))
                .write(folder("slow").resolve("b.jar"));

        CommandLineRun run = compare(fast, slow, "--explain");

        assertWithMessage(run.err()).that(run.status()).isEqualTo(1);
        Path logs = folder.resolve("run0/logs");
        assertThat(Files.readString(logs.resolve("fork-0.log"))).containsMatch("^\\s*prepared\\s*$");
        assertThat(Files.readString(logs.resolve("profiled/fork-0.log"))).contains("prepared");
    }

    @Test
    void a_claim_is_proven_or_the_comparison_fails() throws Exception {
        String work = "@Benchmark public void work() { Blackhole.consumeCPU(COUNT); }";
        Path slow = new JmhJar()
                .benchmarks("Claimed", work.replace("COUNT", "4000"))
                .write(folder("slow").resolve("b.jar"));
        Path fast = new JmhJar()
                .benchmarks("Claimed", work.replace("COUNT", "1000"))
                .write(folder("fast").resolve("b.jar"));

        CommandLineRun improved = CommandLineRun.of(
                "compare",
                slow.toString(),
                fast.toString(),
                "--prove",
                "improved",
                "-f",
                brief(),
                "--out",
                kept("improved"));

        assertWithMessage(improved.err()).that(improved.status()).isEqualTo(0);
        assertThat(improved.out()).contains("proven improved: 1 of 1 case;");

        CommandLineRun shown = CommandLineRun.of("show", kept("improved"), "--format", "junit");
        assertThat(shown.out()).contains("<testcase classname=\"goal\" name=\"improved\"/>");

        CommandLineRun same = CommandLineRun.of(
                "compare",
                fast.toString(),
                fast.toString(),
                "--prove",
                "improved",
                "--forks",
                "3",
                "-f",
                brief(),
                "--out",
                kept("same"));

        assertThat(same.status()).isEqualTo(1);
        assertThat(same.out()).contains("not proven: not proven improved: 0 of 1 case;");
    }

    private String kept(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void what_jmh_measures_beside_the_time_is_shown_by_name_with_its_unit() throws Exception {
        String measuring = """
                public java.util.concurrent.atomic.AtomicLong counter = new java.util.concurrent.atomic.AtomicLong();
                @org.openjdk.jmh.annotations.AuxCounters @State(Scope.Thread)
                public static class Seen { public int odd; public int even; }
                @Benchmark @BenchmarkMode(Mode.Throughput) @org.openjdk.jmh.annotations.Group("both") public long get() { return counter.get(); }
                @Benchmark @BenchmarkMode(Mode.Throughput) @org.openjdk.jmh.annotations.Group("both") public long add() { return counter.incrementAndGet(); }
                @Benchmark @BenchmarkMode(Mode.Throughput) public void count(Seen seen) { seen.odd++; seen.even += 2; }
                @Benchmark @BenchmarkMode(Mode.SampleTime) public long sampled() { return counter.get(); }""";
        Path old =
                new JmhJar().benchmarks("Beside", measuring).write(folder("old").resolve("b.jar"));
        Path now = Files.copy(old, folder("new").resolve("b.jar"));

        CommandLineRun run = compare(old, now, "--format", "json");

        assertThat(beside(run, "Beside.both")).isEqualTo("sum-of-group [add ops/s, get ops/s]");
        assertThat(beside(run, "Beside.count")).isEqualTo("mean [even ops/s, odd ops/s]");
        assertThat(beside(run, "Beside.sampled")).isEqualTo("mean [p50 s/op, p90 s/op, p99 s/op, p99.9 s/op]");
    }

    private static String beside(CommandLineRun run, String benchmark) throws Exception {
        for (JsonNode verdict : new ObjectMapper().readTree(run.out()).path("verdicts")) {
            if (verdict.path("metric").asText().equals("time")
                    && verdict.path("benchmark").asText().endsWith(benchmark)) {
                List<String> names = new ArrayList<>();
                for (JsonNode one : verdict.path("secondary")) {
                    String name = one.path("name").asText();
                    if (!name.startsWith("gc.") && !name.matches("p[01][.].*")) {
                        names.add(name + " " + one.path("unit").asText());
                        assertThat(one.path("ratio").asDouble()).isGreaterThan(0.0);
                        assertThat(one.path("low").asDouble()).isGreaterThan(0.0);
                    }
                }
                return verdict.path("about").asText() + " " + names;
            }
        }
        throw new AssertionError(run.err() + run.out());
    }

    @Test
    void a_class_loaded_by_a_name_put_together_at_run_time_is_part_of_the_code() throws Exception {
        String loading = "@Param({\"Fast\"}) public String type;\njava.util.function.IntSupplier queue;\n"
                + "@Setup public void load() throws Exception {"
                + " queue = (java.util.function.IntSupplier) Class.forName(\"org.q.\" + type).getConstructor().newInstance(); }\n"
                + "@Benchmark public int take() { return queue.getAsInt(); }";
        String queue = "package org.q; public class Fast implements java.util.function.IntSupplier {"
                + " int x = 7; public int getAsInt() { LOOP return ++x; } }";
        Path old = new JmhJar()
                .benchmarks("Loading", loading)
                .source("org.q.Fast", queue.replace("LOOP", ""))
                .benchmarks("Other", SOUND)
                .write(folder("old").resolve("b.jar"));
        Path now = new JmhJar()
                .benchmarks("Loading", loading)
                .source("org.q.Fast", queue.replace("LOOP", "for (int i = 0; i < 500; i++) { x = x * 31 + i; }"))
                .benchmarks("Other", SOUND)
                .write(folder("new").resolve("b.jar"));

        CommandLineRun run = compare(old, now, "--format", "json", "--unchanged-code", "skip");

        assertWithMessage(run.err()).that(run.status()).isEqualTo(1);
        assertThat(verdict(run, "Loading.take")).isEqualTo("regressed []");
        assertThat(run.out()).contains("omitted, because the change does not reach them: 1 case (jmh/p.Other.fine)");

        CommandLineRun nothing = compare(old, now, "--only", "Other", "--unchanged-code", "skip");
        assertWithMessage(nothing.err()).that(nothing.status()).isEqualTo(0);
        assertThat(nothing.err()).contains("nothing was measured: omitted, because the change does not reach them");
    }

    @Test
    void failures_of_both_sides_of_the_base_and_of_the_head_are_three_sentences_for_every_seed() throws Exception {
        String base = SOUND + "\n@Benchmark public int both() { throw new IllegalStateException(\"never\"); }\n"
                + "@Benchmark public int onBase() { if (true) throw new IllegalStateException(\"too old\"); return 1; }\n"
                + "@Benchmark public int onHead() { return hashCode(); }";
        String head = base.replace("if (true) throw new IllegalStateException(\"too old\");", "")
                .replace("return hashCode();", "if (true) throw new IllegalStateException(\"too new\"); return 1;");
        Path old = new JmhJar().benchmarks("Failing", base).write(folder("old").resolve("b.jar"));
        Path now = new JmhJar().benchmarks("Failing", head).write(folder("new").resolve("b.jar"));

        Set<Set<String>> sentences =
                new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        for (String seed : List.of("1", "2", "3")) {
            CommandLineRun run = compare(
                    old,
                    now,
                    "--format",
                    "json",
                    "--seed",
                    seed,
                    "--only",
                    "both",
                    "--only",
                    "onBase",
                    "--only",
                    "onHead");

            assertWithMessage(run.err()).that(run.status()).isEqualTo(3);
            Set<String> said = new TreeSet<>();
            for (String benchmark : List.of("both", "onBase", "onHead")) {
                said.add(verdict(run, "Failing." + benchmark).replaceAll("fork-\\d+", "fork-N"));
            }
            sentences.add(said);
        }

        String threw = "java.lang.IllegalStateException: ";
        assertThat(sentences)
                .containsExactly(Set.of(
                        "failed [\"failed on both sides: " + threw
                                + "never (logs/fork-N.log) and on the base (logs/fork-N.log)\"]",
                        "new [\"failed on the base alone: " + threw + "too old (logs/fork-N.log)\"]",
                        "failed [\"failed on the head alone: " + threw + "too new (logs/fork-N.log)\"]"));
    }

    @Test
    void a_jar_with_signature_files_of_another_is_found_by_validate_and_explained_by_a_run() throws Exception {
        JmhJar signed = new JmhJar().benchmarks("Signed", SOUND);
        for (Map.Entry<String, byte[]> file : JmhJar.signatureFiles(folder).entrySet()) {
            signed.file(file.getKey(), file.getValue());
        }
        signed.write(folder.resolve("signed.jar"));
        Path budgets = Files.writeString(
                folder.resolve("budgets.yaml"), "version: 1\nsuites:\n  signed:\n    jar: signed.jar\n");

        CommandLineRun validate = CommandLineRun.of("validate", "-f", budgets.toString());
        assertThat(validate.status()).isEqualTo(2);
        assertThat(validate.err())
                .startsWith(budgets + ":3:3: error: the JVM refuses the classes of `signed.jar`:"
                        + " it has signature files of another jar, META-INF/ACME.SF\n");
        assertThat(validate.err()).contains("note: java.lang.SecurityException: Invalid signature file digest");
        assertThat(validate.err()).contains("help: exclude them");

        String because = "java.lang.SecurityException: Invalid signature file digest for Manifest main attributes";
        for (String format : List.of("table", "json", "csv", "markdown", "junit")) {
            CommandLineRun run =
                    CommandLineRun.of("run", "-f", budgets.toString(), "--forks", "1", "--format", format, "-q");

            assertWithMessage(run.err()).that(run.status()).isEqualTo(3);
            assertWithMessage(format)
                    .that(run.out().replaceAll("\\s+", " ").replace("&#10;", " "))
                    .contains(because);
            assertWithMessage(format).that(run.out()).contains("logs/fork-0.log");
        }
    }
}
