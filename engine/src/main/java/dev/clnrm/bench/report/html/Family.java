package dev.clnrm.bench.report.html;

import dev.clnrm.bench.config.ParameterNumber;
import dev.clnrm.bench.model.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cases of one benchmark that differ only in the number of one parameter.
 *
 * @param benchmark the benchmark with its suite
 * @param parameter the name of the parameter
 * @param others the values of the other parameters, which all cases share
 * @param rows the indexes of the cases in the list of all cases, by the parameter's number, ascending
 */
record Family(String benchmark, String parameter, Map<String, String> others, SortedMap<Double, Integer> rows) {
    private record Key(String benchmark, Mode mode, String parameter, Map<String, String> others) {}

    /** The families of at least two measured cases, in the order in which each first appears. */
    static List<Family> of(List<PageCase> cases) {
        Map<Key, SortedMap<Double, Integer>> found = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            PageCase one = cases.get(i);
            if (one.head().isEmpty() || one.mode().isEmpty()) {
                continue;
            }
            for (Map.Entry<String, String> param : one.name().params().entrySet()) {
                double number = ParameterNumber.of(param.getValue());
                if (number > 0) {
                    Map<String, String> others = new LinkedHashMap<>(one.name().params());
                    others.remove(param.getKey());
                    Key key = new Key(
                            one.name().suite() + "/" + one.name().benchmarkInFull(),
                            one.mode().get(),
                            param.getKey(),
                            others);
                    found.computeIfAbsent(key, fresh -> new TreeMap<>()).put(number, i);
                }
            }
        }
        List<Family> families = new ArrayList<>();
        found.forEach((key, byNumber) -> {
            if (byNumber.size() > 1) {
                families.add(new Family(key.benchmark, key.parameter, key.others, byNumber));
            }
        });
        return families;
    }

    /** Whether a law is about this family; the law may name other parameters as well. */
    boolean isOf(String benchmarkOfLaw, String parameterOfLaw) {
        String name = benchmarkOfLaw.replaceFirst("(?s)\\{.*", "").strip();
        return name.equals(benchmark) && parameterOfLaw.equals(parameter);
    }
}
