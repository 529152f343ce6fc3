package dev.clnrm.bench.app;

import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.ForkSetup;
import dev.clnrm.bench.store.Held;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The numbers of threads and the batch sizes with which runs measured each case. A case that was measured in several ways has several
 * series, because times with 8 threads cannot be compared with times with one.
 *
 * @param several the ways of each case with more than one way
 */
record Ways(Map<CaseKey, Set<ForkSetup>> several) {
    static Ways of(List<Held> runs) {
        Map<CaseKey, Set<ForkSetup>> all = new HashMap<>();
        for (Held run : runs) {
            for (CaseSummary one : run.summary().cases()) {
                all.computeIfAbsent(plain(one), key -> new HashSet<>(2)).add(way(one));
            }
        }
        all.values().removeIf(ways -> known(ways, ForkSetup::threads) < 2 && known(ways, ForkSetup::batch) < 2);
        return new Ways(all);
    }

    /** The name of the case in a history. */
    CaseKey key(CaseSummary one) {
        CaseKey plain = plain(one);
        Set<ForkSetup> ways = several.get(plain);
        return ways == null ? plain : new CaseKey(plain.name().variant(label(way(one), ways)), plain.mode());
    }

    private static CaseKey plain(CaseSummary one) {
        return one.key().name().variant().isEmpty()
                ? one.key()
                : new CaseKey(one.key().name().plain(), one.key().mode());
    }

    private static ForkSetup way(CaseSummary one) {
        ForkSetup setup = one.conditions().setup();
        return new ForkSetup(setup.threads(), setup.batch(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String label(ForkSetup way, Set<ForkSetup> ways) {
        List<String> words = new ArrayList<>();
        if (known(ways, ForkSetup::threads) > 1) {
            words.add(way.threads().map(ForkSetup::threads).orElse("unknown threads"));
        }
        if (known(ways, ForkSetup::batch) > 1) {
            words.add(way.batch().map(size -> "batch size " + size).orElse("unknown batch size"));
        }
        return String.join(", ", words);
    }

    /** The number of different values. Runs without a value count as equal to the others, for example old runs without batch sizes. */
    private static long known(Set<ForkSetup> ways, Function<ForkSetup, Optional<Integer>> aspect) {
        return ways.stream().map(aspect).flatMap(Optional::stream).distinct().count();
    }
}
