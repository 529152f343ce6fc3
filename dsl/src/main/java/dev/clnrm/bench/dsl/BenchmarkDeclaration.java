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

/** A benchmark with a declared body. Each method below adds a limit or a setting. Immutable. */
public final class BenchmarkDeclaration {
    private final BenchmarkSpec spec;
    private final Optional<Code> code;
    private final List<Fault> faults;

    BenchmarkDeclaration(BenchmarkSpec spec, Optional<Code> code, List<Fault> faults) {
        this.spec = spec;
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** Sets the limit of its time per operation. */
    public BenchmarkDeclaration time(Limit<Time> limit) {
        return budget(spec.budget().withTime(limit))
                .faultIf(spec.budget().time().map(Limit::place), limit.place(), "two limits on the time of")
                .faultIf(
                        Optional.of(limit.place()).filter(p -> limit.atMost().seconds() == 0),
                        limit.place(),
                        "a limit of 0 is put on the time of");
    }

    /** Sets how its time per operation may change against the base. */
    public BenchmarkDeclaration time(Change change) {
        return budget(spec.budget().withTimeChange(change))
                .faultIf(
                        spec.budget().timeChange().map(Change::place),
                        change.place(),
                        "two rules for the change of time of")
                .rising(change);
    }

    /** Sets the limit of its allocated bytes per operation. */
    public BenchmarkDeclaration allocation(Limit<Bytes> limit) {
        return budget(spec.budget().withAllocation(limit))
                .faultIf(spec.budget().allocation().map(Limit::place), limit.place(), "two limits on the allocation of")
                .faultIf(
                        limit.percentile().map(p -> limit.place()),
                        limit.place(),
                        "a percentile limits the allocation of");
    }

    /** Sets how its allocated bytes per operation may change against the base. */
    public BenchmarkDeclaration allocation(Change change) {
        return budget(spec.budget().withAllocationChange(change))
                .faultIf(
                        spec.budget().allocationChange().map(Change::place),
                        change.place(),
                        "two rules for the change of allocation of")
                .rising(change);
    }

    /** Sets the reason for its budget. It is shown if the budget is exceeded. */
    public BenchmarkDeclaration because(String reason) {
        return budget(spec.budget().withBecause(reason));
    }

    /** Sets the name that people see. */
    public BenchmarkDeclaration label(String text) {
        return budget(spec.budget().withLabel(text));
    }

    /** Sets the category under which it is listed. */
    public BenchmarkDeclaration category(String text) {
        return budget(spec.budget().withCategory(text));
    }

    /** Sets the person or team to ask about it. */
    public BenchmarkDeclaration owner(String name) {
        return budget(spec.budget().withOwner(name));
    }

    /** Sets what is measured; the default is average time. */
    public BenchmarkDeclaration mode(Mode mode) {
        return new BenchmarkDeclaration(spec.withMode(mode), code, faults);
    }

    /**
     * Sets how many threads run the body at the same time; the default is 1.
     *
     * @param count from 1
     */
    public BenchmarkDeclaration threads(int count) {
        return new BenchmarkDeclaration(spec.withThreads(count), code, faults).positive("threads", count);
    }

    /**
     * Sets the number of operations of one call of the body; the default is 1.
     *
     * @param count from 1
     */
    public BenchmarkDeclaration operationsPerInvocation(int count) {
        return new BenchmarkDeclaration(spec.withOperations(count), code, faults)
                .positive("operations per invocation", count);
    }

    /** Adds groups, by which benchmarks can be selected; quick runs skip the group {@code integration}. */
    public BenchmarkDeclaration group(String... names) {
        return new BenchmarkDeclaration(spec.withGroups(List.of(names)), code, faults);
    }

    /** Sets how to measure it; overrides its suite. */
    public BenchmarkDeclaration measuredBy(Measuring measuring) {
        return new BenchmarkDeclaration(spec.withMeasure(measuring.measure()), code, join(measuring.faults()));
    }

    /** Its name in its suite. */
    public String name() {
        return spec.name();
    }

    /** The declaration without code. */
    BenchmarkSpec spec() {
        return spec;
    }

    /** The code of its body; empty for annotated JMH code and commands. */
    Optional<Code> code() {
        return code;
    }

    List<Fault> faults() {
        return faults;
    }

    private BenchmarkDeclaration budget(Budget budget) {
        return new BenchmarkDeclaration(spec.withBudget(budget), code, faults);
    }

    private BenchmarkDeclaration positive(String what, int count) {
        return count >= 1
                ? this
                : with(new Fault(Places.caller(), what + " of `" + spec.name() + "` are " + count, "at least 1"));
    }

    private BenchmarkDeclaration rising(Change change) {
        List<Double> thresholds = Stream.of(change.warning(), change.critical(), change.alert())
                .flatMap(Optional::stream)
                .toList();
        return thresholds.equals(thresholds.stream().sorted().toList())
                ? this
                : with(new Fault(
                        change.place(),
                        "the thresholds for the change of `" + spec.name() + "` do not increase",
                        "they must increase from warning to critical to alert"));
    }

    private BenchmarkDeclaration faultIf(Optional<Place> earlier, Place here, String what) {
        return earlier.isEmpty()
                ? this
                : with(new Fault(
                        here,
                        what + " `" + spec.name() + "`",
                        earlier.get().equals(here)
                                ? ""
                                : "the first is at " + earlier.get().toLine()));
    }

    private BenchmarkDeclaration with(Fault fault) {
        return new BenchmarkDeclaration(spec, code, join(List.of(fault)));
    }

    private List<Fault> join(List<Fault> more) {
        return Stream.concat(faults.stream(), more.stream()).toList();
    }
}
