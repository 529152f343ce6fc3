package dev.clnrm.bench.report.html;

import dev.clnrm.bench.model.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cases of one benchmark that differ in the number of one parameter.
 *
 * @param benchmark with its suite
 * @param parameter which
 * @param others the values of the other parameters, which all share
 * @param rows places of the cases among all, by the parameter's number, ascending
 */
record Family(String benchmark, String parameter, Map<String, String> others, SortedMap<Double, Integer> rows) {
    private record Key(String benchmark, Mode mode, String parameter, Map<String, String> others) {}

    /** The families of at least two measured cases, in the order in which each first appears. */
    static List<Family> of(List<Row> rows) {
        Map<Key, SortedMap<Double, Integer>> found = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.head().isEmpty() || row.mode().isEmpty()) {
                continue;
            }
            for (Map.Entry<String, String> param : row.name().params().entrySet()) {
                double number = number(param.getValue());
                if (number > 0) {
                    Map<String, String> others = new LinkedHashMap<>(row.name().params());
                    others.remove(param.getKey());
                    Key key = new Key(
                            row.name().suite() + "/" + row.name().benchmarkInFull(),
                            row.mode().get(),
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

    /** The finite number a text is; not a number for any other. */
    private static double number(String text) {
        try {
            double value = Double.parseDouble(text.replace("_", ""));
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
