package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * One case over time.
 *
 * @param name the case
 * @param values the earliest first
 * @param machines on which machine and JDK each was measured
 * @param commits which commit each measured
 */
public record MeasuredSeries(String name, Values values, List<Integer> machines, List<Integer> commits) {
    public MeasuredSeries {
        machines = List.copyOf(machines);
        commits = List.copyOf(commits);
    }

    /** One of one machine, each value of a commit of its own. */
    static MeasuredSeries plain(String name, Values values) {
        return new MeasuredSeries(
                name, values, Collections.nCopies(values.size(), 0), Collections.nCopies(values.size(), 0));
    }

    /** The same with all values from {@code index} on larger by a factor. */
    MeasuredSeries planted(int index, double factor) {
        double[] planted = new double[values.size()];
        for (int i = 0; i < planted.length; i++) {
            planted[i] = values.get(i) * (i < index ? 1 : factor);
        }
        return new MeasuredSeries(name, Values.of(planted), machines, commits);
    }

    /** The places of each machine's values, ascending. */
    List<List<Integer>> byMachine() {
        List<List<Integer>> places = new ArrayList<>();
        for (int machine : new TreeSet<>(machines)) {
            List<Integer> own = new ArrayList<>();
            for (int i = 0; i < machines.size(); i++) {
                if (machines.get(i) == machine) {
                    own.add(i);
                }
            }
            places.add(own);
        }
        return places;
    }
}
