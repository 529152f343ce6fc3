package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A whole benchmark: what it measures is said; each clause below adds what it may cost or how it is run. Immutable. */
public final class Benchmark {
    private final BenchmarkSpec spec;
    private final Optional<Code> code;
    private final List<Fault> faults;

    Benchmark(BenchmarkSpec spec, Optional<Code> code, List<Fault> faults) {
        this.spec = spec;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** The limit of its time per operation. */
    public Benchmark time(Limit<Time> limit) {
        return budget(spec.budget().withTime(limit))
                .faultIf(spec.budget().time().map(Limit::place), limit.place(), "two limits on the time of")
                .faultIf(
                        Optional.of(limit.place()).filter(p -> limit.atMost().seconds() == 0),
                        limit.place(),
                        "a limit of no time, which cannot be kept, is put on");
    }

    /** How its time per operation may change against the base. */
    public Benchmark time(Change change) {
        return budget(spec.budget().withTimeChange(change))
                .faultIf(
                        spec.budget().timeChange().map(Change::place),
                        change.place(),
                        "two rules for the change of time of")
                .rising(change);
    }

    /** The limit of the bytes it allocates per operation. */
    public Benchmark allocation(Limit<Bytes> limit) {
        return budget(spec.budget().withAllocation(limit))
                .faultIf(spec.budget().allocation().map(Limit::place), limit.place(), "two limits on the allocation of")
                .faultIf(
                        limit.percentile().map(p -> limit.place()),
                        limit.place(),
                        "a percentile of allocation, which is the same for every operation, is limited in");
    }

    /** How the bytes it allocates per operation may change against the base. */
    public Benchmark allocation(Change change) {
        return budget(spec.budget().withAllocationChange(change))
                .faultIf(
                        spec.budget().allocationChange().map(Change::place),
                        change.place(),
                        "two rules for the change of allocation of")
                .rising(change);
    }

    /** Why its budget is what it is; shown beside every breach. */
    public Benchmark because(String reason) {
        return budget(spec.budget().withBecause(reason));
    }

    /** The name people read. */
    public Benchmark label(String text) {
        return budget(spec.budget().withLabel(text));
    }

    /** The group it is listed under. */
    public Benchmark category(String text) {
        return budget(spec.budget().withCategory(text));
    }

    /** Who to ask about it. */
    public Benchmark owner(String name) {
        return budget(spec.budget().withOwner(name));
    }

    /** What its number means; average time unless told. */
    public Benchmark mode(Mode mode) {
        return new Benchmark(spec.withMode(mode), code, faults);
    }

    /**
     * How many threads run the body at once; 1 unless told.
     *
     * @param count from 1
     */
    public Benchmark threads(int count) {
        return new Benchmark(spec.withThreads(count), code, faults).positive("threads", count);
    }

    /**
     * How many operations one call of the body stands for; 1 unless told.
     *
     * @param count from 1
     */
    public Benchmark operationsPerInvocation(int count) {
        return new Benchmark(spec.withOperations(count), code, faults).positive("operations per invocation", count);
    }

    /** Names under which it can be left out or picked; {@code integration} is left out of quick runs. */
    public Benchmark group(String... names) {
        return new Benchmark(spec.withGroups(List.of(names)), code, faults);
    }

    /** How hard to measure it, where it differs from its suite. */
    public Benchmark measuredBy(Measuring measuring) {
        return new Benchmark(spec.withMeasure(measuring.measure()), code, join(measuring.faults()));
    }

    /** What was declared, without code. */
    public BenchmarkSpec spec() {
        return spec;
    }

    /** The code of its body; absent for annotated JMH code and commands. */
    public Optional<Code> code() {
        return code;
    }

    List<Fault> faults() {
        return faults;
    }

    private Benchmark budget(Budget budget) {
        return new Benchmark(spec.withBudget(budget), code, faults);
    }

    private Benchmark positive(String what, int count) {
        return count >= 1
                ? this
                : with(new Fault(Places.caller(), what + " of `" + spec.name() + "` are " + count, "at least 1"));
    }

    private Benchmark rising(Change change) {
        List<Double> thresholds = Stream.of(change.warning(), change.critical(), change.alert())
                .flatMap(Optional::stream)
                .toList();
        return thresholds.equals(thresholds.stream().sorted().toList())
                ? this
                : with(new Fault(
                        change.place(),
                        "the thresholds for the change of `" + spec.name() + "` do not rise",
                        "they rise from warning to critical to alert"));
    }

    private Benchmark faultIf(Optional<Place> earlier, Place here, String what) {
        return earlier.isEmpty()
                ? this
                : with(new Fault(
                        here,
                        what + " `" + spec.name() + "`",
                        earlier.get().equals(here)
                                ? ""
                                : "the first is at " + earlier.get().toLine()));
    }

    private Benchmark with(Fault fault) {
        return new Benchmark(spec, code, join(List.of(fault)));
    }

    private List<Fault> join(List<Fault> more) {
        return Stream.concat(faults.stream(), more.stream()).toList();
    }
}
