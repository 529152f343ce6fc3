package dev.clnrm.bench.cli;

import static dev.clnrm.bench.dsl.Bench.atMost;
import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.ratio;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.bench.os.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs once what people wait for: help, the declarations of a small project, and a history of one run. The JVM that does so writes the
 * archive of loaded classes from which the program then starts. The project has a JMH benchmark and, as a suite in the DSL, this class.
 */
public final class FirstStart implements BenchmarkSuite {
    private static final String LISTED =
            "JMH S 7 first.A S 31 first.jmh_generated.A_a_jmhTest S 1 a S 11 AverageTime E A 1 1 1 E E E E E E E E E E E E E E E E E\n";

    private static final String MEASURED = """
            [{"jmhVersion": "1.37", "benchmark": "first.A.a", "mode": "avgt", "threads": 1, "forks": 1, "jdkVersion": "17",
              "vmName": "VM", "vmVersion": "17", "warmupIterations": 1, "warmupTime": "1 s", "warmupBatchSize": 1,
              "measurementIterations": 1, "measurementTime": "1 s", "measurementBatchSize": 1,
              "primaryMetric": {"score": 1, "scoreUnit": "ns/op", "rawData": [[1]]}, "secondaryMetrics": {}}]
            """;

    /** Runs the commands. What they print is of no interest. */
    public static void main(String[] args) throws IOException {
        Path project = Files.createTempDirectory("clnrm-bench-first");
        try {
            write(project.resolve("META-INF/BenchmarkList"), LISTED);
            write(project.resolve("jmh.properties"), "jmh.version=1.37\n");
            String result = write(project.resolve("2026-01-31.json"), MEASURED).toString();
            String runs = project.resolve("runs").toString();
            Path none = write(project.resolve("no-arguments"), "");
            String file = write(project.resolve("budgets.yaml"), declared()).toString();
            for (List<String> command : List.of(
                    List.of("--help"),
                    List.of("run", "--help"),
                    List.of("list", "--file", file),
                    List.of("validate", "--file", file, "@" + none),
                    List.of("history", "import", result, "--store", runs),
                    List.of("history", "first", "--store", runs))) {
                Main.run(command.toArray(String[]::new), System.getenv());
            }
        } finally {
            Scratch.delete(project);
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }

    private static String declared() {
        String jar = System.getProperty("java.class.path").replace("'", "''");
        return """
                version: 1
                suites:
                  jmh: {jmh: {classpath: .}}
                  dsl: {classpath: '%s', suite: %s}
                budgets:
                  jmh/*: {time: {at most: 1 ms, critical: 2 ms}, allocation: at most 1 KiB, because: it is an example}
                laws:
                  one is no slower: {ratio: [jmh/first.A.a, dsl/a], at least: 1 x}
                  one costs little: {overhead of: jmh/first.A.a, over: dsl/a, at most: 10 %%}
                  more is slower: {exponent of: dsl/b, over: n, within: 0.5 to 1.2}
                """.formatted(jar, FirstStart.class.getName());
    }

    @Override
    public Suite declare() {
        return suite("dsl")
                .benchmarks(
                        benchmark("a").measure(() -> 1),
                        benchmark("b")
                                .over("n", 1, 2)
                                .given(n -> n)
                                .measure(n -> n + 1)
                                .time(atMost(millis(1))))
                .laws(ratio("b{n=2}", "b{n=1}").atLeast(0.1));
    }
}
