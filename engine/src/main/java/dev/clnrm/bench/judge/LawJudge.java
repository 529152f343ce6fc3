package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.ParameterNumber;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Relations;
import dev.clnrm.bench.stats.Sizing;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Judges laws.
 *
 * @param samples the measured samples
 * @param side the spread of forks, learned from all cases of the side
 * @param references every known case, measured or not
 * @param rules the rules
 */
record LawJudge(Map<CaseName, CaseSamples> samples, Spreads side, CaseReferences references, Rules rules) {
    LawVerdict judge(Law law) {
        try {
            if (law instanceof Law.Ratio ratio) {
                return judge(ratio);
            }
            if (law instanceof Law.Efficiency efficiency) {
                return judge(efficiency);
            }
            if (law instanceof Law.Overhead overhead) {
                return judge(overhead);
            }
            return judge((Law.Exponent) law);
        } catch (Unjudged unjudged) {
            Estimate nothing = new Estimate.Missing(0, List.of(new Warning.NoForks()));
            return new LawVerdict(
                    law,
                    Status.UNMEASURED,
                    nothing,
                    requirement(law),
                    unjudged.cases,
                    Optional.empty(),
                    Optional.of(unjudged.reason));
        }
    }

    private LawVerdict judge(Law.Ratio law) {
        List<CaseName> names = List.of(named(law.slower()), named(law.faster()));
        List<CaseSamples> measured = measured(names);
        Estimate estimate = Relations.ratio(measured.get(0), measured.get(1), side, rules.confidence(names));
        return verdict(law, estimate, measured, Math::log);
    }

    private LawVerdict judge(Law.Overhead law) {
        List<CaseName> names = List.of(named(law.of()), named(law.over()));
        List<CaseSamples> measured = measured(names);
        Estimate estimate = Relations.overhead(measured.get(0), measured.get(1), side, rules.confidence(names));
        return verdict(law, estimate, measured, Math::log1p);
    }

    private LawVerdict judge(Law.Efficiency law) {
        SortedMap<Double, CaseName> byValue = byParameter(law.benchmark(), law.parameter());
        List<CaseName> names = List.of(
                atValue(byValue, 1, law.benchmark(), law.parameter()),
                atValue(byValue, law.at(), law.benchmark(), law.parameter()));
        List<CaseSamples> measured = measured(names);
        Estimate estimate =
                Relations.efficiency(measured.get(0), measured.get(1), law.at(), side, rules.confidence(names));
        return verdict(law, estimate, measured, Math::log);
    }

    private LawVerdict judge(Law.Exponent law) {
        SortedMap<Double, CaseName> byValue = byParameter(law.benchmark(), law.parameter());
        List<CaseName> names = List.copyOf(byValue.values());
        if (names.size() < 2) {
            throw new Unjudged("an exponent needs at least two values of `" + law.parameter() + "`", names);
        }
        if (!(byValue.firstKey() > 0)) {
            throw new Unjudged("`" + law.parameter() + "` has values that are not above 0", names);
        }
        List<CaseSamples> measured = measured(names);
        SortedMap<Double, CaseSamples> points = new TreeMap<>();
        int index = 0;
        for (double value : byValue.keySet()) {
            points.put(value, measured.get(index++));
        }
        return verdict(law, Relations.exponent(points, side, rules.confidence(names)), measured, b -> b);
    }

    /** The verdict on an estimate whose interval is symmetric on {@code scale}. */
    private LawVerdict verdict(Law law, Estimate estimate, List<CaseSamples> cases, DoubleUnaryOperator scale) {
        Requirement requirement = requirement(law);
        Status status = Status.of(estimate, requirement);
        Optional<String> failure = cases.stream()
                .flatMap(measured -> Reasons.failure(measured).map(reason -> measured.name() + ": " + reason).stream())
                .findFirst();
        if (failure.isPresent() && status != Status.FAIL) {
            status = Status.UNMEASURED;
        }
        Optional<String> reason =
                switch (status) {
                    case UNMEASURED -> failure.or(() -> Reasons.of(estimate));
                    case INCONCLUSIVE ->
                        estimate.interval().isPresent()
                                ? Optional.of("the interval includes the limit")
                                : Reasons.of(estimate);
                    case FAIL, WARNING, PASS -> Optional.empty();
                };
        Optional<Integer> forks = status == Status.INCONCLUSIVE
                ? estimate.interval().flatMap(interval -> forksToDecide(interval, estimate.forks(), requirement, scale))
                : Optional.empty();
        List<CaseName> names = cases.stream().map(CaseSamples::name).toList();
        return new LawVerdict(law, status, estimate, requirement, names, forks, reason);
    }

    private static Optional<Integer> forksToDecide(
            Interval interval, int forks, Requirement requirement, DoubleUnaryOperator scale) {
        double estimate = scale.applyAsDouble(interval.estimate());
        double half = scale.applyAsDouble(interval.high()) - estimate;
        double distance = DoubleStream.of(requirement.low(), requirement.high())
                .filter(Double::isFinite)
                .map(scale)
                .map(end -> Math.abs(end - estimate))
                .min()
                .orElse(0);
        return Sizing.forksToDecide(forks, half, distance);
    }

    private static Requirement requirement(Law law) {
        if (law instanceof Law.Ratio ratio) {
            return Requirement.atLeast(ratio.atLeast());
        }
        if (law instanceof Law.Efficiency efficiency) {
            return Requirement.atLeast(efficiency.atLeast());
        }
        if (law instanceof Law.Overhead overhead) {
            return Requirement.atMost(overhead.atMost());
        }
        Law.Exponent exponent = (Law.Exponent) law;
        return new Requirement(exponent.low(), exponent.high());
    }

    private CaseName named(String reference) {
        return references
                .named(reference)
                .orElseThrow(() -> new Unjudged("there is no case `" + reference + "`", List.of()));
    }

    private SortedMap<Double, CaseName> byParameter(String benchmark, String parameter) {
        List<CaseName> found = references.ofBenchmark(benchmark);
        if (found.isEmpty()) {
            throw new Unjudged("there is no benchmark `" + benchmark + "`", List.of());
        }
        SortedMap<Double, CaseName> byValue = new TreeMap<>();
        for (CaseName name : found) {
            String text = name.params().get(parameter);
            if (text == null) {
                throw new Unjudged("`" + benchmark + "` has no parameter `" + parameter + "`", found);
            }
            double value = number(text, parameter, found);
            CaseName other = byValue.put(value, name);
            if (other != null) {
                throw new Unjudged(
                        "both " + other + " and " + name + " have " + parameter + "=" + text
                                + "; say which in braces after the benchmark",
                        found);
            }
        }
        return byValue;
    }

    private static double number(String text, String parameter, List<CaseName> found) {
        double value = ParameterNumber.of(text);
        if (!Double.isNaN(value)) {
            return value;
        }
        throw new Unjudged("`" + parameter + "` has the value `" + text + "`, which is not a number", found);
    }

    private static CaseName atValue(
            SortedMap<Double, CaseName> byValue, double value, String benchmark, String parameter) {
        CaseName name = byValue.get(value);
        if (name == null) {
            String text = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
            throw new Unjudged(
                    "`" + benchmark + "` has no case with " + parameter + "=" + text, List.copyOf(byValue.values()));
        }
        return name;
    }

    private List<CaseSamples> measured(List<CaseName> names) {
        List<CaseSamples> found = new ArrayList<>();
        for (CaseName name : names) {
            CaseSamples measured = samples.get(name);
            if (measured == null) {
                throw new Unjudged(name + " was not run", names);
            }
            found.add(measured);
        }
        return found;
    }

    /** Thrown for a law that cannot be judged, with the reason. */
    private static final class Unjudged extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String reason;
        private final transient List<CaseName> cases;

        Unjudged(String reason, List<CaseName> cases) {
            super(reason);
            this.reason = reason;
            this.cases = cases;
        }
    }
}
