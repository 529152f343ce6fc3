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
 * @param machines the machine and JDK of each value
 * @param commits the commit of each value
 */
public record MeasuredSeries(String name, Values values, List<Integer> machines, List<Integer> commits) {
    public MeasuredSeries {
        machines = List.copyOf(machines);
        commits = List.copyOf(commits);
    }

    /** A series from one machine in which each value has its own commit. */
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

    /** The indexes of each machine's values, ascending. */
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
