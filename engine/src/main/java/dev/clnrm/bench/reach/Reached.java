package dev.clnrm.bench.reach;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The code that a case can reach on one side.
 *
 * @param byName whether it also finds classes by names made at run time, which may be any class of its class path
 * @param classes the internal names of the classes that it initialises or has instances of
 * @param methods its methods: class, a dot, name and descriptor
 * @param readsOutside whether it may read something outside the class path
 */
record Reached(boolean byName, Set<String> classes, Set<String> methods, boolean readsOutside) {
    Reached {
        classes = Set.copyOf(classes);
        methods = Set.copyOf(methods);
    }

    /**
     * The differences that the case reaches, without regard to names made at run time. Every case reaches the code that all cases need,
     * such as JMH.
     */
    Stream<Differing> among(Collection<Differing> differences) {
        return differences.stream().filter(this::reaches);
    }

    boolean has(String owner, String method) {
        return byName || methods.contains(owner + "." + method);
    }

    /** The classes that are in no other: {@code com/acme/Text}. */
    Set<String> outermost() {
        return Stream.concat(classes.stream(), methods.stream().map(method -> method.substring(0, method.indexOf('.'))))
                .map(name -> name.indexOf('$') > 0 ? name.substring(0, name.indexOf('$')) : name)
                .collect(Collectors.toSet());
    }

    private boolean reaches(Differing one) {
        return switch (one.member().what()) {
            case RESOURCE -> true;
            case CLASS, FIELD -> CodeIndex.ofHarness(one.owner()) || classes.contains(one.owner());
            case METHOD -> CodeIndex.ofHarness(one.owner()) || methods.contains(one.key());
        };
    }
}
