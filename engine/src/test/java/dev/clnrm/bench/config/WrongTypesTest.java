package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No key is known and yet not read: a value of a type that fits nowhere is a fault at every one. */
final class WrongTypesTest {
    private static final Map<Section, String> AROUND = new EnumMap<>(Map.ofEntries(
            Map.entry(Section.FILE, "%s"),
            Map.entry(Section.DSL_SUITE, "suites: {a: {classpath: x, %s}}"),
            Map.entry(Section.JAR_SUITE, "suites: {a: {jar: x, %s}}"),
            Map.entry(Section.MEASURE, "measure: {%s}"),
            Map.entry(Section.FORKS, "measure: {forks: {%s}}"),
            Map.entry(Section.THRESHOLDS, "thresholds: {%s}"),
            Map.entry(Section.BUDGET, "budgets: {a: {%s}}"),
            Map.entry(Section.TIME, "budgets: {a: {time: {%s}}}"),
            Map.entry(Section.ALLOCATION, "budgets: {a: {allocation: {%s}}}"),
            Map.entry(Section.CHANGE, "budgets: {a: {change: {%s}}}"),
            Map.entry(Section.RATIO, "laws: {a: {ratio: [a, b], %s}}"),
            Map.entry(Section.EXPONENT, "laws: {a: {exponent of: a, %s}}"),
            Map.entry(Section.EFFICIENCY, "laws: {a: {efficiency of: a, %s}}"),
            Map.entry(Section.OVERHEAD, "laws: {a: {overhead of: a, %s}}"),
            Map.entry(Section.WAIVER, "waivers: [{%s}]"),
            Map.entry(Section.HOOKS, "hooks: {%s}"),
            Map.entry(Section.NOTIFY, "notify: {%s}"),
            Map.entry(Section.WEBHOOK, "notify: {webhook: {%s}}"),
            Map.entry(Section.EMAIL, "notify: {email: {%s}}")));

    @ParameterizedTest
    @EnumSource(Section.class)
    void a_value_of_no_fitting_type_is_a_fault_at_every_key(Section section) {
        String around = AROUND.getOrDefault(section, "");
        for (String key : section.keys()) {
            String others = around.replace(key + ": x, ", "")
                    .replace(key + ": [a, b], ", "")
                    .replace(key + ": a, ", "");
            String yaml = others.replace("%s", key + ": [[[x]]]");
            int column = yaml.indexOf("[[[") + 1;
            DeclarationException fault = assertThrows(
                    DeclarationException.class,
                    () -> BudgetsReader.read("budgets.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
                    yaml);
            boolean there = fault.diagnostics().stream()
                    .anyMatch(d -> d.place().column() >= column
                            && d.place().column() <= column + 2
                            && !d.message().startsWith("unknown key"));
            assertWithMessage(yaml + "\n" + fault.getMessage()).that(there).isTrue();
        }
    }
}
