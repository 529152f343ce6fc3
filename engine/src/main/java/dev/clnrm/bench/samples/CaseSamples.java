package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The samples of one case on one side, by fork.
 *
 * @param name the case
 * @param side the revision
 * @param mode the meaning of the values
 * @param forks by fork number, ascending, each number once; at least one
 */
public record CaseSamples(CaseName name, String side, Mode mode, List<JournalEntry> forks) {
    public CaseSamples {
        forks = List.copyOf(forks);
        if (forks.isEmpty()) {
            throw new IllegalArgumentException("samples of a case hold at least one fork: " + name);
        }
        int last = -1;
        for (JournalEntry fork : forks) {
            if (!fork.name().equals(name)
                    || !fork.side().equals(side)
                    || fork.samples().mode() != mode) {
                throw new IllegalArgumentException("a fork of " + fork.name() + " among those of " + name);
            }
            if (fork.fork() <= last) {
                throw new IllegalArgumentException("forks of " + name + " are not in ascending order");
            }
            last = fork.fork();
        }
    }

    /**
     * Groups records by case, side, mode and threads, in the order in which each was first seen. A later record replaces an
     * earlier one with the same fork number: a failed or disturbed fork is measured again with its number.
     */
    public static List<CaseSamples> group(Collection<JournalEntry> records) {
        Map<Group, TreeMap<Integer, JournalEntry>> groups = new LinkedHashMap<>();
        for (JournalEntry record : records) {
            groups.computeIfAbsent(
                            new Group(
                                    record.name(),
                                    record.side(),
                                    record.samples().mode(),
                                    record.samples().threads()),
                            key -> new TreeMap<>())
                    .put(record.fork(), record);
        }
        List<CaseSamples> cases = new ArrayList<>(groups.size());
        groups.forEach(
                (key, forks) -> cases.add(new CaseSamples(key.name, key.side, key.mode, List.copyOf(forks.values()))));
        return List.copyOf(cases);
    }

    /** The same with another name and forks numbered from 0. */
    CaseSamples named(CaseName other) {
        List<JournalEntry> renamed = new ArrayList<>(forks.size());
        for (JournalEntry fork : forks) {
            renamed.add(fork.as(other, renamed.size()));
        }
        return new CaseSamples(other, side, mode, renamed);
    }

    /** The forks that gave all requested values. */
    public List<JournalEntry> finished() {
        for (JournalEntry fork : forks) {
            if (!fork.finished()) {
                return forks.stream().filter(JournalEntry::finished).toList();
            }
        }
        return forks;
    }

    /** The outcomes of the other forks, the first failure first. */
    public List<Outcome.Failed> failures() {
        return forks.stream()
                .sorted(Comparator.comparingInt(JournalEntry::order))
                .map(JournalEntry::outcome)
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .toList();
    }

    private record Group(CaseName name, String side, Mode mode, int threads) {}
}
