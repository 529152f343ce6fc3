package dev.clnrm.bench.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** An estimate of one number from forks: with an interval, without an interval, or missing. */
public sealed interface Estimate {
    /** The number of forks it uses. */
    int forks();

    /** The warnings about it. */
    List<Warning> warnings();

    /** The number, if there is one. */
    default Optional<Double> value() {
        return Optional.empty();
    }

    /** The interval, if there is one. */
    default Optional<Interval> interval() {
        return Optional.empty();
    }

    /** The same with further warnings. */
    default Estimate warned(Collection<? extends Warning> more) {
        List<Warning> all = new ArrayList<>(warnings());
        more.stream().filter(warning -> !all.contains(warning)).forEach(all::add);
        if (this instanceof Bounded bounded) {
            return new Bounded(bounded.bounds, bounded.forks, all);
        }
        if (this instanceof Point point) {
            return new Point(point.number, point.forks, all);
        }
        return new Missing(forks(), all);
    }

    /**
     * An estimate with an interval.
     *
     * @param bounds the interval
     * @param forks from 2
     * @param warnings what qualifies it
     */
    record Bounded(Interval bounds, int forks, List<Warning> warnings) implements Estimate {
        public Bounded {
            warnings = List.copyOf(warnings);
        }

        @Override
        public Optional<Double> value() {
            return Optional.of(bounds.estimate());
        }

        @Override
        public Optional<Interval> interval() {
            return Optional.of(bounds);
        }
    }

    /**
     * A number of unknown precision; the warnings give the reason.
     *
     * @param number finite
     * @param forks from 1
     * @param warnings at least one
     */
    record Point(double number, int forks, List<Warning> warnings) implements Estimate {
        public Point {
            warnings = List.copyOf(warnings);
            if (!Double.isFinite(number) || warnings.isEmpty()) {
                throw new IllegalArgumentException(
                        "a number without an interval is finite and has a warning, but this is " + number);
            }
        }

        @Override
        public Optional<Double> value() {
            return Optional.of(number);
        }
    }

    /**
     * No number.
     *
     * @param forks how many forks finished
     * @param warnings the reasons; at least one
     */
    record Missing(int forks, List<Warning> warnings) implements Estimate {
        public Missing {
            warnings = List.copyOf(warnings);
            if (warnings.isEmpty()) {
                throw new IllegalArgumentException("a missing estimate has a warning that says why");
            }
        }
    }
}
