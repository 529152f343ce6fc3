package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The differences between two budgets files that affect how a run is judged. */
public final class BudgetChanges {
    private BudgetChanges() {}

    /** One clause for each difference, sorted: {@code budgets, parsing/small: 9 us, where the base has 5 us}. */
    public static List<String> between(BudgetsFile base, BudgetsFile head) {
        Map<String, Object> meantBefore = meant(base);
        Map<String, Object> meantAfter = meant(head);
        Map<String, String> before = written(base);
        Map<String, String> after = written(head);
        Set<String> keys = new TreeSet<>(meantBefore.keySet());
        keys.addAll(meantAfter.keySet());
        List<String> changes = new ArrayList<>();
        for (String key : keys) {
            if (!Optional.ofNullable(meantBefore.get(key)).equals(Optional.ofNullable(meantAfter.get(key)))) {
                changes.add(key + ": " + after.getOrDefault(key, "nothing") + ", where the base has "
                        + before.getOrDefault(key, "nothing"));
            }
        }
        return changes;
    }

    /** The rules of a file, without their texts and places. */
    private static Map<String, Object> meant(BudgetsFile file) {
        Map<String, Object> meant = new LinkedHashMap<>();
        meant.put("overlay", file.build().overlay() ? file.build().overlaid() : "off");
        meant.put("measure", file.measure());
        meant.put("thresholds", file.changes().thresholds());
        meant.put("fail-on", file.changes().failOn());
        meant.put("tolerance", file.changes().tolerance());
        meant.put("margin", file.changes().margin());
        Map<String, Budget> budgets = new LinkedHashMap<>();
        file.budgets().forEach(rule -> budgets.merge(rule.pattern().text(), rule.budget(), Budget::overriddenBy));
        budgets.forEach((pattern, budget) -> meant.put("budgets, " + pattern, meant(budget)));
        file.laws()
                .forEach(rule -> meant.put(
                        "laws, " + rule.law().name(),
                        rule.law().between("", rule.law().references(), Place.UNKNOWN)));
        file.waivers()
                .forEach(
                        waiver -> meant.put("waivers, " + waiver.pattern(), List.of(waiver.until(), waiver.because())));
        return meant;
    }

    private static List<Object> meant(Budget budget) {
        return List.of(
                budget.label(),
                budget.category(),
                budget.time().map(BudgetChanges::meant),
                budget.allocation().map(BudgetChanges::meant),
                budget.timeChange().map(BudgetChanges::meant),
                budget.allocationChange().map(BudgetChanges::meant),
                budget.because(),
                budget.owner());
    }

    private static List<Object> meant(Limit<?> limit) {
        return List.of(limit.atMost(), limit.critical(), limit.percentile());
    }

    private static List<Object> meant(Change change) {
        return List.of(change.tolerance(), change.warning(), change.critical(), change.alert());
    }

    /** The same rules as the texts of the file, by the same keys. */
    private static Map<String, String> written(BudgetsFile file) {
        Map<String, String> written = new LinkedHashMap<>();
        Optional<Node> root = YamlTree.read(new Reading(file.text()));
        if (root.isPresent() && root.get() instanceof Mapping sections) {
            sections.entries().forEach(section -> {
                String name = section.name().replace("performance_", "");
                written.put(name, words(section.value()));
                if (section.value() instanceof Mapping rules) {
                    rules.entries().forEach(rule -> written.put(name + ", " + rule.name(), words(rule.value())));
                } else if (section.value() instanceof Node.Items list) {
                    list.nodes()
                            .forEach(node -> caseOf(node).ifPresent(of -> written.put(name + ", " + of, words(node))));
                }
            });
        }
        return written;
    }

    private static Optional<String> caseOf(Node waiver) {
        return waiver instanceof Mapping keys ? keys.string("case", "a text") : Optional.empty();
    }

    private static String words(Node node) {
        if (node instanceof Text text) {
            return text.value();
        }
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> entry.name() + ": " + words(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node instanceof Node.Items list
                ? list.nodes().stream().map(BudgetChanges::words).collect(Collectors.joining(", ", "[", "]"))
                : "nothing";
    }
}
