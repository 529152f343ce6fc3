package dev.clnrm.bench.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What one file of budgets says and another does not, so far as it decides how a run is judged. */
public final class BudgetChanges {
    private static final Set<String> JUDGING =
            Set.of("budgets", "laws", "thresholds", "fail-on", "tolerance", "margin", "waivers", "measure");

    private BudgetChanges() {}

    /** One clause for each difference, sorted: {@code budgets, parsing/small, time: at most 9 us, where the base has at most 5 us}. */
    public static List<String> between(BudgetsFile base, BudgetsFile head) {
        Map<String, String> before = flat(base);
        Map<String, String> after = flat(head);
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (String key : keys) {
            String was = before.getOrDefault(key, "nothing");
            String is = after.getOrDefault(key, "nothing");
            if (!was.equals(is)) {
                changes.add(key + ": " + is + ", where the base has " + was);
            }
        }
        return changes;
    }

    private static Map<String, String> flat(BudgetsFile file) {
        Map<String, String> flat = new LinkedHashMap<>();
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        Object root = new Yaml(new SafeConstructor(options)).load(BudgetsWriter.write(file));
        if (root instanceof Map<?, ?> sections) {
            sections.forEach((name, section) -> {
                if (JUDGING.contains(String.valueOf(name))) {
                    put(flat, String.valueOf(name), section);
                }
            });
        }
        return flat;
    }

    private static void put(Map<String, String> flat, String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> put(flat, path + ", " + key, entry));
        } else if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            list.forEach(one -> flat.put(path + ", " + one, "said"));
        } else {
            flat.put(path, String.valueOf(value));
        }
    }
}
