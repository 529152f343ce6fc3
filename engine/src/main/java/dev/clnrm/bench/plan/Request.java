package dev.clnrm.bench.plan;

import dev.clnrm.bench.config.CaseFilter;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.model.Measure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which cases to measure, and how hard, over what is declared.
 *
 * @param suites names of suites; all when empty
 * @param filters parts of case names, {@code *} standing for anything; all cases when empty
 * @param depth how hard, in one word
 * @param override what the command line says, over everything declared
 * @param sampleSize forks times iterations are to be at least so many
 * @param seed decides the order of forks
 * @param shared whether cases share JVMs
 * @param shard which part of the cases
 * @param goal what two sides are measured for; absent: as far as the usual number of forks goes
 * @param memory whether the memory of the measured processes is read meanwhile
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

    /** The same with a JVM of its own for every case. */
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

    /** The same of all parts. */
    public Request whole() {
        return new Request(suites, filters, depth, override, sampleSize, seed, shared, Shard.WHOLE, goal, memory);
    }

    /** Whether it asks for every case there is. */
    public boolean asksForAll() {
        return suites.isEmpty() && filters.isEmpty() && depth != Depth.QUICK && shard.equals(Shard.WHOLE);
    }

    /** How hard to measure, in one word. */
    public enum Depth {
        /** A quarter of a second a case and fork in a shared JVM, about a second in one of its own; cases of the group {@code integration} are left out. */
        QUICK,
        /** Two sides in turns: three to five forks a side, about a second each. */
        CHECK,
        /** What is declared. */
        NORMAL,
        /** Ten forks, and a warm-up long enough for three forks in four of all benchmarks. */
        FULL
    }

    /** A group of cases that quick runs leave out. */
    public static final String INTEGRATION = "integration";

    /** Everything of these suites and names, as it is declared. */
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

    /** Whether the case is asked for. */
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
