package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One number per fork: the sample that every interval uses, because iterations inside a fork are not independent (Georges,
 * Buytaert &amp; Eeckhout 2007; Kalibera &amp; Jones 2013).
 *
 * @param values one per finished fork, in the order of the forks
 * @param finite whether there is at least one, and all are finite
 * @param warnings the warnings about every result made from them
 */
record ForkValues(Values values, boolean finite, List<Warning> warnings) {
    ForkValues {
        warnings = List.copyOf(warnings);
    }

    static ForkValues of(CaseSamples samples, ToDoubleFunction<JournalEntry> summary) {
        List<JournalEntry> finished = samples.finished();
        List<Warning> warnings = new ArrayList<>();
        int failed = samples.forks().size() - finished.size();
        if (failed > 0) {
            warnings.add(new Warning.ForksFailed(failed, samples.forks().size()));
        }
        if (finished.isEmpty()) {
            warnings.add(new Warning.NoForks());
            return new ForkValues(Values.NONE, false, warnings);
        }
        double[] values = finished.stream().mapToDouble(summary).toArray();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                warnings.add(new Warning.NotFinite(finished.get(i).fork()));
                return new ForkValues(Values.of(values), false, warnings);
            }
        }
        if (values.length == 1) {
            warnings.add(new Warning.OneFork());
        }
        return new ForkValues(Values.of(values), true, warnings);
    }

    /** Mean seconds per operation. */
    static ForkValues time(CaseSamples samples) {
        return positive(of(samples, fork -> ForkTimes.mean(fork.samples())), samples);
    }

    /** The mean of the fastest quarter, seconds per operation. */
    static ForkValues floor(CaseSamples samples) {
        return positive(of(samples, fork -> ForkSummary.of(fork).floor()), samples);
    }

    /** The same with a warning if one of them has no logarithm. */
    static ForkValues positive(ForkValues values, CaseSamples samples) {
        if (!values.finite || values.haveLogarithms()) {
            return values;
        }
        List<Warning> warnings = new ArrayList<>(values.warnings);
        for (int i = 0; i < values.values.size(); i++) {
            if (values.values.get(i) <= 0) {
                warnings.add(new Warning.NotPositive(samples.finished().get(i).fork(), values.values.get(i)));
                break;
            }
        }
        return new ForkValues(values.values, true, warnings);
    }

    int forks() {
        return values.size();
    }

    boolean haveLogarithms() {
        return finite && values.stream().allMatch(value -> value > 0);
    }

    Moments moments() {
        return Moments.of(values);
    }

    /** Mean and standard deviation of y = ln(value). */
    Moments logMoments() {
        return Moments.of(values.mapped(Math::log));
    }
}
