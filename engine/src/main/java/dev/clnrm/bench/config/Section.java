package dev.clnrm.bench.config;

import java.util.List;

/** The keys of every mapping with fixed keys, in the order in which people write them. */
enum Section {
    FILE(
            "the file",
            "version",
            "suites",
            "build",
            "overlay",
            "measure",
            "thresholds",
            "fail-on",
            "tolerance",
            "margin",
            "budgets",
            "performance_budgets",
            "laws",
            "waivers",
            "hooks",
            "notify"),
    DSL_SUITE("a suite written in the DSL", "classpath", "classpath-command", "suite", "measure"),
    JAR_SUITE("a jar of JMH benchmarks", "jar", "include", "exclude", "params", "measure"),
    JMH_SUITE("JMH benchmarks on a class path", "jmh", "include", "exclude", "params", "measure"),
    JMH("`jmh`", "classpath", "classpath-command"),
    MEASURE("`measure`", "forks", "warmup", "iterations", "time-budget", "confidence", "jvm-args", "java", "env"),
    FORKS("`forks`", "min", "max"),
    THRESHOLDS("`thresholds`", "warning", "critical", "alert"),
    BUDGET("a budget", "label", "category", "time", "allocation", "change", "because", "owner"),
    TIME("`time`", "at most", "critical", "percentile"),
    ALLOCATION("`allocation`", "at most", "critical", "change"),
    CHANGE("`change`", "tolerance", "warning", "critical", "alert"),
    RATIO("a ratio", "ratio", "at least"),
    EXPONENT("an exponent", "exponent of", "over", "within"),
    EFFICIENCY("an efficiency", "efficiency of", "over", "at", "at least"),
    OVERHEAD("an overhead", "overhead of", "over", "at most"),
    WAIVER("a waiver", "case", "until", "because"),
    HOOKS("`hooks`", "before-run", "after-suite", "after-run", "on-regression"),
    NOTIFY("`notify`", "webhook", "email"),
    WEBHOOK("`webhook`", "url-from", "when", "as"),
    EMAIL("`email`", "host", "port", "tls", "user-from", "password-from", "from", "to", "when", "as");

    private final String what;
    private final String keys;

    Section(String what, String... keys) {
        this.what = what;
        this.keys = String.join("\n", keys);
    }

    List<String> keys() {
        return keys.lines().toList();
    }

    boolean has(String key) {
        return keys().contains(key);
    }

    /** The text before a list of the keys. */
    String keysAre() {
        return "keys of " + what + " are";
    }

    /** Whether a key is free: top-level keys that start with {@code x-}, for anchors. */
    boolean isFree(String key) {
        return this == FILE && key.startsWith("x-");
    }
}
