package dev.clnrm.bench.notation;

import static dev.clnrm.bench.dsl.Bench.atMost;
import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.bytes;
import static dev.clnrm.bench.dsl.Bench.change;
import static dev.clnrm.bench.dsl.Bench.efficiency;
import static dev.clnrm.bench.dsl.Bench.exponent;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.kibibytes;
import static dev.clnrm.bench.dsl.Bench.micros;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.overhead;
import static dev.clnrm.bench.dsl.Bench.percent;
import static dev.clnrm.bench.dsl.Bench.ratio;
import static dev.clnrm.bench.dsl.Bench.seconds;
import static dev.clnrm.bench.dsl.Bench.suite;
import static dev.clnrm.bench.dsl.Bench.within;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/** One suite said twice: in Java, and in {@link #YAML} what a bare one would need beside it. */
final class ByHand implements BenchmarkSuite {
    static final String YAML = """
            version: 1
            suites:
              core:
                classpath: benches.jar
                measure:
                  forks: {min: 3, max: 10}
                  warmup: adaptive, at most 2 s
                  iterations: 20 x 100 ms
                  confidence: 99 %
                  jvm-args: [-Xmx1g]
                  java: 17
                  env: [HOME]
            budgets:
              core/create: 200 us
              core/reuse/existing:
                label: Container Reuse
                category: Core
                time: {at most: 5 us, critical: 20 us, percentile: p99}
                allocation: at most 512 B
                change: {alert: 20 %, tolerance: 5 %}
                because: every test after the first pays it
                owner: "@clnrm/core"
              core/steps:
                time: within 5 % of base
                allocation: {at most: 4 KiB, change: {alert: 10 %}}
              core/quiet: {change: {warning: 1 %}}
            laws:
              reuse pays: {ratio: [core/create, core/reuse/existing], at least: 10 x}
              steps scale linearly: {exponent of: core/steps, over: steps, within: 1.00 +- 0.05}
              concurrency pays: {efficiency of: core/steps, over: steps, at: 10, at least: 300 %}
              checks are cheap: {overhead of: "core/steps{steps=10}", over: core/create, at most: 5 %}
            """;

    @Override
    public Suite declare() {
        return suite("core")
                .measuredBy(forks(3, 10)
                        .warmup(atMost(seconds(2)))
                        .iterations(20, millis(100))
                        .confidence(percent(99))
                        .jvmArgs("-Xmx1g")
                        .java("17")
                        .env("HOME"))
                .benchmarks(
                        benchmark("create").measure(() -> "").time(atMost(micros(200))),
                        benchmark("reuse/existing")
                                .given(() -> "")
                                .measure(s -> s)
                                .label("Container Reuse")
                                .category("Core")
                                .time(atMost(micros(5)).critical(micros(20)).percentile(99))
                                .allocation(atMost(bytes(512)))
                                .time(within(percent(5)).ofBase().alert(percent(20)))
                                .because("every test after the first pays it")
                                .owner("@clnrm/core"),
                        benchmark("steps")
                                .over("steps", 1, 5, 10)
                                .measureInt(steps -> steps)
                                .time(within(percent(5)).ofBase())
                                .allocation(atMost(kibibytes(4)))
                                .allocation(change().alert(percent(10))),
                        benchmark("quiet").measure(() -> "").time(change().warning(percent(1))))
                .laws(
                        ratio("create", "reuse/existing").atLeast(10).label("reuse pays"),
                        exponent("steps", "steps").within(0.95, 1.05).label("steps scale linearly"),
                        efficiency("steps", "steps")
                                .at(10)
                                .atLeast(percent(300))
                                .label("concurrency pays"),
                        overhead("steps{steps=10}", "create").atMost(percent(5)).label("checks are cheap"));
    }
}
