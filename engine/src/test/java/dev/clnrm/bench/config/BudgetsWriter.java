package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Writes {@code budgets.yaml}: reading it back gives the same, places aside. What equals a default is left out. Jackson's generator writes
 * all mappings in braces or none; SnakeYAML, like people, puts into braces those that hold no other.
 */
public final class BudgetsWriter {
    private static final String EDITORS = "# yaml-language-server: $schema=" + Schema.ID + "\n";

    private static final BigDecimal KIBIBYTE = BigDecimal.valueOf(1024);

    private BudgetsWriter() {}

    /** Declarations as a file would state them; what a single benchmark says of how hard to measure it has no place there. */
    public static String write(Declarations declared) {
        BudgetsFile file = declared.file();
        List<SuiteSource> sources = new ArrayList<>();
        List<BudgetRule> rules = new ArrayList<>();
        for (DeclaredSuite suite : declared.suites()) {
            sources.add(with(suite.spec().measure().overriddenBy(suite.source().measure()), suite.source()));
            suite.spec().benchmarks().forEach(benchmark -> rules.addAll(rules(suite, benchmark)));
        }
        return write(new BudgetsFile(
                file.text(),
                sources,
                file.build(),
                file.measure(),
                file.changes(),
                rules,
                declared.laws().stream().map(law -> new LawRule(law, Map.of())).toList(),
                file.waivers(),
                file.hooks(),
                List.of()));
    }

    private static SuiteSource with(Measure measure, SuiteSource source) {
        if (source instanceof SuiteSource.Jmh jmh) {
            return new SuiteSource.Jmh(
                    jmh.name(), jmh.classpath(), jmh.include(), jmh.exclude(), jmh.params(), measure, jmh.place());
        }
        SuiteSource.Dsl dsl = (SuiteSource.Dsl) source;
        return new SuiteSource.Dsl(dsl.name(), dsl.classpath(), dsl.suiteClass(), measure, dsl.place());
    }

    /** One rule for the benchmark when its cases may cost the same, else one for each case. */
    private static List<BudgetRule> rules(DeclaredSuite suite, BenchmarkSpec benchmark) {
        List<DeclaredCase> cases = suite.cases().stream()
                .filter(c -> c.benchmark().equals(benchmark) && !c.budget().equals(Budget.NONE))
                .toList();
        boolean same = cases.size() == Cases.count(benchmark)
                && cases.stream().map(DeclaredCase::budget).distinct().count() == 1;
        return (same ? cases.subList(0, 1) : cases)
                .stream()
                        .map(c -> new BudgetRule(
                                CasePatterns.of(
                                        same ? c.name().qualified() : c.name().toString()),
                                c.budget(),
                                benchmark.place()))
                        .toList();
    }

    /** The text of a file that says this. */
    public static String write(BudgetsFile file) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", Defaults.VERSION);
        putAll(root, "suites", suites(file.suites()));
        file.build().command().ifPresent(command -> root.put("build", command));
        if (!file.build().overlay()) {
            root.put("overlay", "off");
        }
        putAll(root, "overlay", file.build().overlaid());
        putAll(root, "measure", measure(file.measure()));
        ChangeLimits changes = file.changes();
        if (!changes.thresholds().equals(Defaults.CHANGES.thresholds())) {
            root.put("thresholds", thresholds(changes.thresholds()));
        }
        if (changes.failOn() != Defaults.CHANGES.failOn()) {
            root.put("fail-on", changes.failOn().word());
        }
        if (!changes.tolerance().equals(Defaults.CHANGES.tolerance())) {
            root.put("tolerance", tolerance(changes.tolerance()));
        }
        if (changes.margin() != Defaults.CHANGES.margin()) {
            root.put("margin", Amount.share(changes.margin()));
        }
        Map<String, Budget> merged = new LinkedHashMap<>();
        file.budgets().forEach(rule -> merged.merge(rule.pattern().text(), rule.budget(), Budget::overriddenBy));
        Map<String, Object> budgets = new LinkedHashMap<>();
        merged.forEach((pattern, budget) -> budgets.put(pattern, budget(budget)));
        putAll(root, "budgets", budgets);
        Map<String, Object> laws = new LinkedHashMap<>();
        file.laws().forEach(rule -> laws.put(unused(rule.law().name(), laws), law(rule.law())));
        putAll(root, "laws", laws);
        List<Map<String, Object>> waivers =
                file.waivers().stream().map(BudgetsWriter::waiver).toList();
        putAll(root, "waivers", waivers);
        putAll(root, "hooks", hooks(file.hooks()));
        Map<String, Object> notify = new LinkedHashMap<>();
        file.hooks().webhook().ifPresent(webhook -> notify.put("webhook", webhook(webhook)));
        file.hooks().email().ifPresent(email -> notify.put("email", email(email)));
        putAll(root, "notify", notify);
        return EDITORS + yaml(root);
    }

    private static String yaml(Map<String, Object> root) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        options.setDereferenceAliases(true);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        return new Yaml(new Escaping(options), options).dump(root);
    }

    /** The name, with a number after it when suites have named two laws alike. */
    private static String unused(String name, Map<String, Object> used) {
        String unused = name;
        for (int i = 2; used.containsKey(unused); i++) {
            unused = name + " (" + i + ")";
        }
        return unused;
    }

    private static void putAll(Map<String, Object> root, String key, Map<String, Object> section) {
        if (!section.isEmpty()) {
            root.put(key, section);
        }
    }

    private static void putAll(Map<String, Object> root, String key, List<?> section) {
        if (!section.isEmpty()) {
            root.put(key, section);
        }
    }

    private static Map<String, Object> suites(List<SuiteSource> sources) {
        Map<String, Object> suites = new LinkedHashMap<>();
        for (SuiteSource source : sources) {
            Map<String, Object> keys = new LinkedHashMap<>();
            if (source instanceof SuiteSource.Dsl dsl) {
                keys.putAll(classpath(dsl.classpath()));
                dsl.suiteClass().ifPresent(name -> keys.put("suite", name));
            } else if (source instanceof SuiteSource.Jmh jmh) {
                if (jmh.classpath().jar()) {
                    keys.put("jar", jmh.classpath().entries().get(0));
                } else {
                    keys.put("jmh", classpath(jmh.classpath()));
                }
                putAll(keys, "include", jmh.include());
                putAll(keys, "exclude", jmh.exclude());
                putAll(keys, "params", new LinkedHashMap<>(jmh.params()));
            }
            putAll(keys, "measure", measure(source.measure()));
            suites.put(source.name(), keys);
        }
        return suites;
    }

    private static Map<String, Object> classpath(WrittenClassPath classpath) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (!classpath.entries().isEmpty()) {
            keys.put("classpath", oneOrMore(classpath.entries()));
        }
        classpath.command().ifPresent(command -> keys.put("classpath-command", command));
        return keys;
    }

    private static Object oneOrMore(List<String> texts) {
        return texts.size() == 1 ? texts.get(0) : texts;
    }

    private static Map<String, Object> measure(Measure measure) {
        Map<String, Object> keys = new LinkedHashMap<>();
        measure.forks().ifPresent(forks -> {
            Map<String, Object> range = new LinkedHashMap<>();
            range.put("min", forks.min());
            range.put("max", forks.max());
            keys.put("forks", forks.min() == forks.max() ? forks.min() : range);
        });
        measure.warmup().ifPresent(warmup -> keys.put("warmup", warmup(warmup)));
        measure.iterations().ifPresent(i -> keys.put("iterations", i.count() + " x " + time(i.seconds())));
        measure.timeBudgetSeconds().ifPresent(seconds -> keys.put("time-budget", time(seconds)));
        measure.confidence().ifPresent(share -> keys.put("confidence", Amount.share(share)));
        putAll(keys, "jvm-args", measure.jvmArgs());
        measure.java().ifPresent(java -> keys.put("java", java));
        putAll(keys, "env", measure.env());
        return keys;
    }

    private static String warmup(Warmup warmup) {
        if (warmup instanceof Warmup.Adaptive adaptive) {
            return "adaptive, at most " + time(adaptive.capSeconds());
        }
        if (warmup instanceof Warmup.Fixed fixed) {
            return fixed.count() + " x " + time(fixed.seconds());
        }
        throw new IllegalStateException("not a warm-up: " + warmup);
    }

    private static Map<String, Object> thresholds(Thresholds thresholds) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("warning", Amount.share(thresholds.warning()));
        keys.put("critical", Amount.share(thresholds.critical()));
        keys.put("alert", Amount.share(thresholds.alert()));
        return keys;
    }

    private static Object tolerance(Tolerance tolerance) {
        if (tolerance.steps().isEmpty()) {
            return Amount.share(tolerance.otherwise());
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        tolerance.steps().forEach(step -> keys.put("below " + time(step.belowSeconds()), Amount.share(step.share())));
        keys.put("else", Amount.share(tolerance.otherwise()));
        return keys;
    }

    private static Object budget(Budget budget) {
        Map<String, Object> keys = new LinkedHashMap<>();
        budget.label().ifPresent(text -> keys.put("label", text));
        budget.category().ifPresent(text -> keys.put("category", text));
        budget.time().ifPresent(limit -> keys.put("time", time(limit)));
        if (budget.allocation().isPresent() || budget.allocationChange().isPresent()) {
            keys.put("allocation", allocation(budget.allocation(), budget.allocationChange()));
        }
        budget.timeChange().ifPresent(change -> keys.put("change", change(change)));
        budget.because().ifPresent(text -> keys.put("because", text));
        budget.owner().ifPresent(text -> keys.put("owner", text));
        boolean shortForm = keys.size() == 1 && keys.get("time") instanceof String;
        return shortForm
                ? budget.time().map(limit -> time(limit.atMost().seconds())).orElse("")
                : keys;
    }

    private static Object time(Limit<Time> limit) {
        String atMost = time(limit.atMost().seconds());
        if (limit.critical().isEmpty() && limit.percentile().isEmpty()) {
            return "at most " + atMost;
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("at most", atMost);
        limit.critical().ifPresent(critical -> keys.put("critical", time(critical.seconds())));
        limit.percentile().ifPresent(p -> keys.put("percentile", "p" + Amount.number(p)));
        return keys;
    }

    private static Object allocation(Optional<Limit<Bytes>> limit, Optional<Change> change) {
        Map<String, Object> keys = new LinkedHashMap<>();
        limit.ifPresent(l -> keys.put("at most", bytes(l.atMost().bytes())));
        limit.flatMap(Limit::critical).ifPresent(critical -> keys.put("critical", bytes(critical.bytes())));
        change.ifPresent(c -> keys.put("change", change(c)));
        if (keys.size() == 1 && keys.containsKey("at most")) {
            return "at most " + keys.get("at most");
        }
        return keys.size() == 1 && keys.get("change") instanceof String within ? within : keys;
    }

    private static Object change(Change change) {
        Map<String, Object> keys = new LinkedHashMap<>();
        change.tolerance().ifPresent(share -> keys.put("tolerance", Amount.share(share)));
        change.warning().ifPresent(share -> keys.put("warning", Amount.share(share)));
        change.critical().ifPresent(share -> keys.put("critical", Amount.share(share)));
        change.alert().ifPresent(share -> keys.put("alert", Amount.share(share)));
        return keys.size() == 1 && keys.containsKey("tolerance")
                ? "within " + keys.get("tolerance") + " of base"
                : keys;
    }

    private static Map<String, Object> law(Law law) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (law instanceof Law.Ratio ratio) {
            keys.put("ratio", List.of(ratio.slower(), ratio.faster()));
            keys.put("at least", Amount.number(ratio.atLeast()) + " x");
        } else if (law instanceof Law.Exponent exponent) {
            keys.put("exponent of", exponent.benchmark());
            keys.put("over", exponent.parameter());
            keys.put("within", Amount.number(exponent.low()) + " to " + Amount.number(exponent.high()));
        } else if (law instanceof Law.Efficiency efficiency) {
            keys.put("efficiency of", efficiency.benchmark());
            keys.put("over", efficiency.parameter());
            keys.put("at", Amount.number(efficiency.at()));
            keys.put("at least", Amount.share(efficiency.atLeast()));
        } else if (law instanceof Law.Overhead overhead) {
            keys.put("overhead of", overhead.of());
            keys.put("over", overhead.over());
            keys.put("at most", Amount.share(overhead.atMost()));
        }
        return keys;
    }

    private static Map<String, Object> waiver(Waiver waiver) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("case", waiver.pattern().text());
        keys.put("until", waiver.until().toString());
        keys.put("because", waiver.because());
        return keys;
    }

    private static Map<String, Object> hooks(Hooks hooks) {
        Map<String, Object> keys = new LinkedHashMap<>();
        putAll(keys, "before-run", new ArrayList<>(hooks.beforeRun()));
        putAll(keys, "after-suite", new ArrayList<>(hooks.afterSuite()));
        putAll(keys, "after-run", new ArrayList<>(hooks.afterRun()));
        putAll(keys, "on-regression", new ArrayList<>(hooks.onRegression()));
        return keys;
    }

    private static Map<String, Object> webhook(Webhook webhook) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("url-from", webhook.urlFrom());
        keys.put("when", webhook.when().name().toLowerCase(Locale.ROOT));
        keys.put("as", webhook.shape().name().toLowerCase(Locale.ROOT));
        return keys;
    }

    private static Map<String, Object> email(Email email) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("host", email.server().host());
        keys.put("port", email.server().port());
        keys.put("tls", email.server().tls().name().toLowerCase(Locale.ROOT));
        email.server().login().ifPresent(login -> {
            keys.put("user-from", login.userFrom());
            keys.put("password-from", login.passwordFrom());
        });
        keys.put("from", email.from());
        keys.put("to", email.to());
        keys.put("when", email.when().name().toLowerCase(Locale.ROOT));
        keys.put("as", email.html() ? "html" : "text");
        return keys;
    }

    /** A time in the unit in which its digits are fewest before the point without being none. */
    private static String time(double seconds) {
        BigDecimal value = new BigDecimal(Double.toString(seconds));
        if (value.compareTo(BigDecimal.ONE) >= 0 || value.signum() == 0) {
            return Amount.plain(value) + " s";
        }
        if (value.compareTo(new BigDecimal("1e-3")) >= 0) {
            return Amount.plain(value.movePointRight(3)) + " ms";
        }
        return value.compareTo(new BigDecimal("1e-6")) >= 0
                ? Amount.plain(value.movePointRight(6)) + " us"
                : Amount.plain(value.movePointRight(9)) + " ns";
    }

    /** An amount of memory in bytes, or in KiB when that is a whole number. */
    private static String bytes(double bytes) {
        BigDecimal value = new BigDecimal(Double.toString(bytes));
        boolean kib = value.signum() > 0 && value.remainder(KIBIBYTE).signum() == 0;
        return kib ? Amount.plain(value.divideToIntegralValue(KIBIBYTE)) + " KiB" : Amount.plain(value) + " B";
    }

    /** Writes a text that holds anything but visible characters on one line, with escapes. */
    private static final class Escaping extends Representer {
        Escaping(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, DumperOptions.ScalarStyle style) {
            boolean escaped = !VisibleText.text(value).equals(value);
            return super.representScalar(tag, value, escaped ? DumperOptions.ScalarStyle.DOUBLE_QUOTED : style);
        }
    }
}
