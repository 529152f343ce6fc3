package dev.clnrm.bench.reach;

import java.util.Collection;
import java.util.Set;

/**
 * The code that a case can reach on one side.
 *
 * @param everything whether it finds classes by names made at run time, so that it may reach any code of its class path
 * @param classes internal names of the classes it initialises or has instances of
 * @param methods its methods: class, a dot, name and descriptor
 * @param readsOutside whether it may read what is on no class path
 */
record Reached(boolean everything, Set<String> classes, Set<String> methods, boolean readsOutside) {
    Reached {
        classes = Set.copyOf(classes);
        methods = Set.copyOf(methods);
    }

    /** Those of some differences that it reaches. What every case needs, such as JMH, each case reaches. */
    Collection<Differing> among(Collection<Differing> differences) {
        return everything
                ? differences
                : differences.stream().filter(this::reaches).toList();
    }

    private boolean reaches(Differing one) {
        return switch (one.member().what()) {
            case RESOURCE -> true;
            case CLASS, FIELD -> CodeIndex.ofHarness(one.owner()) || classes.contains(one.owner());
            case METHOD -> CodeIndex.ofHarness(one.owner()) || methods.contains(one.key());
        };
    }
}
