package dev.clnrm.bench.init;

import java.util.List;
import java.util.regex.Pattern;

/** Finds source files with JMH benchmarks: files that import JMH's annotation, or Kotlin's name for it, and use it. */
final class BenchmarkSources {
    private static final Pattern LANGUAGE = Pattern.compile(".*\\.(java|kt|scala)");
    private static final Pattern NAMED =
            Pattern.compile("\\b(org\\.openjdk\\.jmh\\.annotations|kotlinx\\.benchmark)\\.(Benchmark\\b|[*_{])");
    private static final Pattern USED = Pattern.compile("@(org\\.openjdk\\.jmh\\.annotations\\.)?Benchmark\\b");

    private BenchmarkSources() {}

    static List<String> in(ProjectFiles files) {
        return files.names().stream()
                .filter(name -> LANGUAGE.matcher(name).matches())
                .filter(name -> isBenchmark(files.head(name)))
                .toList();
    }

    private static boolean isBenchmark(String source) {
        return NAMED.matcher(source).find() && USED.matcher(source).find();
    }
}
