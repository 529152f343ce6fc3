package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Disturbance;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.stats.Warning;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for the closed lists of the analysis and the verdicts. */
public final class Words {
    private Words() {}

    /** The name of a case without its suite: {@code multi_step_scenario{steps=10}}. */
    public static String inSuite(CaseName name) {
        return name.toString().substring(name.suite().length() + 1);
    }

    /** The parameters of a case: {@code steps=10, level=high}. */
    public static String params(Map<String, String> params, String separator) {
        return params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(separator));
    }

    /** The kind of a case's time; empty for a plain time. */
    public static String of(Secondaries secondary) {
        return switch (secondary.subject()) {
            case MEAN -> secondary.isShown() ? "mean" : "";
            case SUM_OF_GROUP -> "sum of group";
            case MEAN_OF_GROUP -> "mean of group";
        };
    }

    public static String of(Metric metric) {
        return switch (metric) {
            case TIME -> "time";
            case ALLOCATION -> "allocation";
        };
    }

    /** The unit of a metric in files: {@code s/op}. */
    public static String unit(Metric metric) {
        return switch (metric) {
            case TIME -> "s/op";
            case ALLOCATION -> "B/op";
        };
    }

    /** The name of the statistical test of changes. */
    public static String test(boolean moderated) {
        return moderated ? "moderated t" : "Welch's t";
    }

    /** {@code 70 forks, 9 of them from before it was resumed, in 58 s, seed 42}; empty if unknown. */
    public static String forks(RunFacts facts) {
        String before = facts.resumed() > 0 ? ", " + facts.resumed() + " of them from before it was resumed," : "";
        return facts.cost()
                .map(cost -> Counts.count(cost.headForks(), "fork") + before + " in " + Counts.duration(cost.seconds())
                        + ", seed " + cost.seed())
                .orElse("");
    }

    /** The cause of a fork's failure. */
    public static String of(Outcome.Cause cause) {
        return switch (cause) {
            case THREW -> "the benchmark threw";
            case OUT_OF_MEMORY -> "out of memory";
            case EXITED -> "the code under test ended the JVM";
            case CRASHED -> "the JVM crashed or was killed";
            case HUNG -> "timed out and was killed";
            case NOT_STARTED -> "the fork could not be started";
        };
    }

    /** {@code the benchmark threw: java.io.IOException: no such file (logs/fork-3.log)}. */
    public static String failure(Outcome.Failed how) {
        String log = how.log().map(path -> " (" + path + ")").orElse("");
        return of(how.cause()) + ": " + Inert.sentence(how.message() + log);
    }

    /** The side on which a case failed: {@code on the head alone}. */
    public static String of(CaseFailure.Where where) {
        return switch (where) {
            case BOTH_SIDES -> "on both sides";
            case BASE_ALONE -> "on the base alone";
            case HEAD_ALONE -> "on the head alone";
        };
    }

    public static StatusLabel of(FailedCase failed) {
        return failed.how().isPresent() ? StatusLabel.FAILED : StatusLabel.NOT_RUN;
    }

    /** The general text of a warning, which holds for every case; one clause. */
    public static String general(Warning warning) {
        return switch (warning.code()) {
            case "no-forks" -> "no fork finished";
            case "one-fork" -> "one fork per side has no interval, so it proves nothing";
            case "forks-failed" ->
                warning instanceof Warning.ForksFailed all && all.failed() == all.of()
                        ? "all forks failed, so there are no numbers"
                        : "some forks failed; the numbers come from the other forks";
            case "no-spread" -> "all forks gave exactly the same value, perhaps because of a coarse clock";
            case "not-positive" -> "a fork took no time, so there is no interval";
            case "not-finite" -> "a fork gave no number";
            case "no-histogram" -> "a percentile needs the mode `sample`, which keeps single times";
            case "thin-tail" -> "fewer than ten samples of a fork lie beyond the percentile";
            case "not-measured" -> "not measured";
            case "not-steady" -> "not steady when the warm-up ended";
            case "still-trending" -> "the measured times still trend";
            case "harness-bytes" -> "part of the difference may be bytes of JMH itself, shared by fewer operations";
            case "off-the-line" -> "the cases do not lie on one power law";
            default -> throw new IllegalArgumentException(warning.code());
        };
    }

    /** The text of a warning about one case, in addition to the general text. */
    public static Optional<String> detail(Warning warning) {
        if (warning instanceof Warning.ForksFailed failed) {
            return Optional.of(ofForks(failed.failed(), failed.of()));
        }
        if (warning instanceof Warning.NotPositive notPositive) {
            return Optional.of("fork " + notPositive.fork());
        }
        if (warning instanceof Warning.NotFinite notFinite) {
            return Optional.of("fork " + notFinite.fork());
        }
        if (warning instanceof Warning.ThinTail thin) {
            return Optional.of(
                    Percents.percentile(thin.percentile()) + " of " + Counts.count(thin.samples(), "sample"));
        }
        if (warning instanceof Warning.NotSteady notSteady) {
            return Optional.of(ofForks(notSteady.forks(), notSteady.of()));
        }
        if (warning instanceof Warning.StillTrending trending) {
            return Optional.of(ofForks(trending.forks(), trending.of()));
        }
        if (warning instanceof Warning.HarnessBytes harness) {
            return Optional.of("up to " + Amounts.amount(Metric.ALLOCATION, Math.abs(harness.bytes())) + "/op");
        }
        if (warning instanceof Warning.OffTheLine off) {
            return Optional.of("a case lies " + Percents.percent(off.farthest()) + " off the line");
        }
        return Optional.empty();
    }

    /** The complete text of a warning about one case. */
    public static String of(Warning warning) {
        return general(warning)
                + detail(warning).map(detail -> " (" + detail + ")").orElse("");
    }

    /** {@code 2 of 5 forks}. */
    public static String ofForks(int some, int all) {
        return some + " of " + Counts.count(all, "fork");
    }

    /** The word for the size of a regression: {@code critical}. */
    public static String of(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** The text of a caveat about a comparison; one clause. */
    public static String of(Caveat caveat) {
        if (caveat instanceof Caveat.HostUnknown) {
            return "host unknown: both sides are assumed to come from the same machine";
        }
        if (caveat instanceof Caveat.HeadsBenchmark) {
            return "measured with the head's benchmark on both sides";
        }
        if (caveat instanceof Caveat.OtherTime) {
            return "the two sides come from two separate runs, so the machine may be the cause of a slowdown";
        }
        if (caveat instanceof Caveat.NoSuchCase none) {
            return none.place() + ": no case matches the " + none.what() + " `" + none.rule()
                    + "`, so it has no effect"
                    + (none.near().isEmpty() ? "" : "; did you mean `" + String.join("` or `", none.near()) + "`?");
        }
        Caveat.Unlike unlike = (Caveat.Unlike) caveat;
        String what = unlike.difference().text();
        if (!unlike.difference().aspect().forbids()) {
            return what + ", which may cause part of a change";
        }
        return what + (unlike.allowed() ? "; judged anyway because of --allow-different-hosts" : "");
    }

    /** The statistic of forks that changed: {@code slow half}. */
    public static String of(ForkStatistic look) {
        return switch (look) {
            case MEAN -> "mean";
            case FLOOR -> "fast end";
            case BODY -> "slow half";
            case TAIL -> "slow tenth";
            case EXACT -> "mean";
        };
    }

    /** The same for programs: {@code slow-half}. */
    public static String code(ForkStatistic look) {
        return of(look).replace(' ', '-');
    }

    /** The iterations of a fork that a statistic averages. */
    public static String iterations(ForkStatistic look) {
        return switch (look) {
            case MEAN -> "all iterations of each fork";
            case FLOOR -> "the fastest tenth of each fork's iterations";
            case BODY -> "the slow half of each fork's iterations (without the slowest tenth)";
            case TAIL -> "the slowest tenth of each fork's iterations";
            case EXACT -> "all forks";
        };
    }

    /** The text about a disturbance of a fork, the worst first. */
    public static String of(Disturbance one) {
        if (one.throttled()) {
            return "was throttled by the CPU limit of its container";
        }
        if (one.steal() > Disturbance.MOST_STEAL) {
            return "lost " + Percents.percent(one.steal()) + " of the CPU time to the hypervisor";
        }
        if (one.others() > Disturbance.MOST_OTHERS) {
            return "shared the machine with processes that used " + Percents.percent(one.others()) + " of the CPU";
        }
        return "waited for a CPU in " + one.lowIterations() + " of "
                + Counts.count(one.cpuShare().size(), "iteration");
    }
}
