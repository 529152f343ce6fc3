package dev.clnrm.bench.plan;

import dev.clnrm.bench.config.CaseFilter;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.model.Measure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The cases to measure, and the effort, in addition to the declarations.
 *
 * @param suites names of suites; empty for all
 * @param filters parts of case names, in which {@code *} matches anything; empty for all cases
 * @param depth the level of effort
 * @param override the command-line settings, which override all declarations
 * @param sampleSize the minimum of forks times iterations
 * @param seed decides the order of forks
 * @param shared whether cases share JVMs
 * @param shard the part of the cases
 * @param goal the goal of a comparison; empty for the usual number of forks
 * @param memory whether the memory of the measured processes is read
 */
public record Request(
        List<String> suites,
        List<String> filters,
        Depth depth,
        Measure override,
        OptionalInt sampleSize,
        long seed,
        boolean shared,
        Shard shard,
        Optional<Goal> goal,
        boolean memory) {
    public Request {
        suites = List.copyOf(suites);
        filters = List.copyOf(filters);
    }

    /** The same with a separate JVM for every case. */
    Request withoutSharing() {
        return new Request(suites, filters, depth, override, sampleSize, seed, false, shard, goal, memory);
    }

    /** The same in another order of forks. */
    public Request seeded(long other) {
        return new Request(suites, filters, depth, override, sampleSize, other, shared, shard, goal, memory);
    }

    /** The same measured otherwise. */
    public Request over(Measure other) {
        return new Request(suites, filters, depth, other, sampleSize, seed, shared, shard, goal, memory);
    }

    /** The same for all parts. */
    public Request whole() {
        return new Request(suites, filters, depth, override, sampleSize, seed, shared, Shard.WHOLE, goal, memory);
    }

    /** The same with other filters. */
    public Request filtered(List<String> others) {
        return new Request(suites, others, depth, override, sampleSize, seed, shared, shard, goal, memory);
    }

    /** The same for every case: without filters, parts and what quick runs omit. */
    public Request everything() {
        return new Request(
                List.of(),
                List.of(),
                depth == Depth.QUICK ? Depth.CHECK : depth,
                override,
                sampleSize,
                seed,
                shared,
                Shard.WHOLE,
                goal,
                memory);
    }

    /** Whether it requests all cases. */
    public boolean asksForAll() {
        return suites.isEmpty() && filters.isEmpty() && depth != Depth.QUICK && shard.equals(Shard.WHOLE);
    }

    /** The level of effort. */
    public enum Depth {
        /**
         * A quarter of a second per case and fork in a shared JVM, about a second in a separate one; cases of the group
         * {@code integration} are omitted.
         */
        QUICK,
        /** Two sides in turns: three to five forks per side, about a second each. */
        CHECK,
        /** The declared effort. */
        NORMAL,
        /** Ten forks, and a warm-up that is long enough for three quarters of the forks of all benchmarks. */
        FULL
    }

    /** The group of cases that quick runs omit. */
    public static final String INTEGRATION = "integration";

    /** Everything in these suites with these names, to be listed and not measured. */
    public static Request listing(List<String> suites, List<String> filters) {
        return new Request(
                suites,
                filters,
                Depth.NORMAL,
                Measure.OPEN,
                OptionalInt.empty(),
                0,
                false,
                Shard.WHOLE,
                Optional.empty(),
                false);
    }

    /** Whether the request includes the case. */
    public boolean wants(DeclaredCase declared) {
        boolean left = depth == Depth.QUICK && declared.benchmark().groups().contains(INTEGRATION);
        boolean suite = suites.isEmpty() || suites.contains(declared.name().suite());
        return !left && suite && (filters.isEmpty() || filters.stream().anyMatch(f -> found(f, declared)));
    }

    private static boolean found(String filter, DeclaredCase declared) {
        return new CaseFilter(filter).finds(declared.name())
                || declared.benchmark().groups().contains(filter);
    }
}
