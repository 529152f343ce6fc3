package dev.clnrm.bench.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The times of one case on both sides, before the family is known.
 *
 * @param sides the samples
 * @param base the base by itself
 * @param head the head by itself
 * @param difference of the means; absent where a side has fewer than two forks or a time without a logarithm
 * @param floor the same of the fast end
 * @param warnings what qualifies it
 */
record TimeComparison(
        TwoSides sides,
        Estimate base,
        Estimate head,
        Optional<Difference> difference,
        Optional<Difference> floor,
        List<Warning> warnings) {
    TimeComparison {
        warnings = List.copyOf(warnings);
    }

    static TimeComparison of(TwoSides sides, Comparing how) {
        ForkValues base = ForkValues.time(sides.base());
        ForkValues head = ForkValues.time(sides.head());
        Optional<Difference> difference = difference(base, head);
        List<Warning> warnings = new ArrayList<>(base.warnings());
        head.warnings().stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
        if (difference.isPresent() && difference.get().error() == 0) {
            warnings.add(new Warning.NoSpread());
        }
        return new TimeComparison(
                sides,
                ForkLevel.logScale(base, how.confidence()),
                ForkLevel.logScale(head, how.confidence()),
                difference,
                difference(ForkValues.floor(sides.base()), ForkValues.floor(sides.head())),
                warnings);
    }

    private static Optional<Difference> difference(ForkValues base, ForkValues head) {
        return base.forks() > 1 && head.forks() > 1 && base.haveLogarithms() && head.haveLogarithms()
                ? Optional.of(Difference.welch(base.logMoments(), head.logMoments()))
                : Optional.empty();
    }

    double slowerP() {
        return difference
                .map(d -> d.error() == 0 ? separated(d.estimate()) : d.slower())
                .orElse(1.0);
    }

    double fasterP() {
        return difference
                .map(d -> d.error() == 0 ? separated(-d.estimate()) : d.faster())
                .orElse(1.0);
    }

    /** Two groups without any spread: one order in C(n + m, n) has all of one above all of the other. */
    private double separated(double estimate) {
        int n = sides.base().finished().size();
        int m = sides.head().finished().size();
        double orders = 1;
        for (int i = 1; i <= n; i++) {
            orders *= (double) (m + i) / i;
        }
        return estimate > 0 ? 1 / orders : 1;
    }

    Comparison comparison(Comparing how, double slower, double faster) {
        int baseForks = sides.base().finished().size();
        int headForks = sides.head().finished().size();
        return new Comparison(
                sides.name(),
                sides.mode(),
                Metric.TIME,
                base,
                head,
                difference.map(d -> d.ratio(how.confidence())),
                floor.map(d -> d.ratio(how.confidence())),
                difference.map(d -> d.ratio(Defaults.EQUIVALENCE)),
                difference.map(d -> new Evidence(slowerP(), slower, Look.MEAN)),
                difference.map(d -> new Evidence(fasterP(), faster, Look.MEAN)),
                difference.map(Difference::sd),
                difference.map(Difference::df),
                difference.map(d -> Sizing.detectable(d.error(), d.df())),
                baseForks,
                headForks,
                warnings);
    }
}
