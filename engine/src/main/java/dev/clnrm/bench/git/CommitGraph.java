package dev.clnrm.bench.git;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The commits of a repository with their parents. It is read once and asks git nothing afterwards. */
public final class CommitGraph {
    /** Without a repository. */
    public static final CommitGraph UNKNOWN = of(Stream.of(), Optional.empty());

    private final Map<String, Integer> places;
    private final List<int[]> parents;
    private final BitSet branch;

    private CommitGraph(Map<String, Integer> places, List<int[]> parents, Optional<String> tip) {
        this.places = places;
        this.parents = parents;
        this.branch = tip.flatMap(this::place).map(this::contained).orElseGet(BitSet::new);
    }

    /**
     * The graph of some commits.
     *
     * @param lines the hash of each commit and those of its parents; parents come before their children
     * @param tip the last commit of the branch that is shown; empty if there is none
     */
    public static CommitGraph of(Stream<String> lines, Optional<String> tip) {
        Map<String, Integer> places = new HashMap<>();
        List<int[]> parents = new ArrayList<>();
        lines.forEach(line -> {
            String[] hashes = line.split(" ", -1);
            parents.add(Stream.of(hashes)
                    .skip(1)
                    .flatMap(parent -> Stream.ofNullable(places.get(parent)))
                    .mapToInt(Integer::intValue)
                    .toArray());
            places.put(hashes[0], places.size());
        });
        return new CommitGraph(places, parents, tip);
    }

    /** The position of a commit; parents come before their children. Empty if the repository does not have it. */
    public Optional<Integer> place(String commit) {
        return Optional.ofNullable(places.get(commit));
    }

    /** Whether the branch that is shown contains a commit. */
    public boolean onBranch(String commit) {
        return place(commit).filter(branch::get).isPresent();
    }

    /** How many commits a commit has that an earlier one does not have; empty if it does not contain the earlier one. */
    public Optional<Integer> between(String earlier, String later) {
        Optional<BitSet> contained = place(later).map(this::contained);
        return place(earlier)
                .filter(from -> contained.filter(all -> all.get(from)).isPresent())
                .flatMap(from ->
                        contained.map(all -> all.cardinality() - contained(from).cardinality()));
    }

    /** A commit and all before it. */
    private BitSet contained(int commit) {
        BitSet all = new BitSet();
        all.set(commit);
        for (int i = commit; i >= 0; i = all.previousSetBit(i - 1)) {
            for (int parent : parents.get(i)) {
                all.set(parent);
            }
        }
        return all;
    }
}
