package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.model.CaseName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The confidence of a case's interval, budgets and laws. It is set by, in this order: its benchmark, its suite's entry in the file, its
 * suite's code, the file; the default is 95 %. All changes are judged together, so they have one confidence, {@link #ofAll}.
 *
 * @param ofAll the file's value for all cases, in (0, 1)
 * @param bySuite the file's values for suites
 * @param inCode the values declared in code, by suite and by {@code suite/benchmark}
 */
public record Confidences(double ofAll, Map<String, Double> bySuite, Map<String, Double> inCode) {
    /** The default: the convention of the field. */
    public static final double USUAL = 0.95;

    public Confidences {
        bySuite = Map.copyOf(bySuite);
        inCode = Map.copyOf(inCode);
    }

    /** The values of a file, which override those of the code. */
    public static Confidences of(BudgetsFile file, DeclaredRules code) {
        Map<String, Double> bySuite = new HashMap<>();
        for (SuiteSource suite : file.suites()) {
            suite.measure().confidence().ifPresent(share -> bySuite.put(suite.name(), share));
        }
        return new Confidences(ofAll(file), bySuite, code.confidence());
    }

    /** The file's value for all cases. */
    public static double ofAll(BudgetsFile file) {
        return file.measure().confidence().orElse(USUAL);
    }

    /** The confidence of a case. */
    public double of(CaseName name) {
        return in(inCode, name.qualified())
                .or(() -> in(bySuite, name.suite()))
                .or(() -> in(inCode, name.suite()))
                .orElse(ofAll);
    }

    private static Optional<Double> in(Map<String, Double> map, String key) {
        return Optional.ofNullable(map.get(key));
    }
}
