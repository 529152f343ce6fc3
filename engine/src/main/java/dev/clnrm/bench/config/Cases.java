package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cases of a suite: each benchmark with each combination of its parameters' values. */
public final class Cases {
    private Cases() {}

    /** The cases of a benchmark of the suite, in the order declared. The last parameter varies fastest. */
    public static List<CaseName> of(String suite, BenchmarkSpec benchmark) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Parameter parameter : benchmark.parameters()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                for (String value : parameter.values()) {
                    Map<String, String> more = new LinkedHashMap<>(combination);
                    more.put(parameter.name(), value);
                    longer.add(more);
                }
            }
            combinations = longer;
        }
        return combinations.stream()
                .map(params -> new CaseName(suite, benchmark.name(), params))
                .toList();
    }

    /** The number of cases of a benchmark, computed without creating them; {@link Long#MAX_VALUE} if it does not fit. */
    public static long count(BenchmarkSpec benchmark) {
        return (long) benchmark.parameters().stream()
                .mapToDouble(parameter -> parameter.values().size())
                .reduce(1, (a, b) -> a * b);
    }
}
