package dev.clnrm.bench.plan;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.fork.internal.CaseKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Digests of everything a case can reach. Two sides with equal digests run the same code on the same JVM with the same arguments: a hint
 * that a case has not changed. It is a hint only, because a file, a database or a clock may be read that differs.
 *
 * <p>A class is reached when one that is reached names it, in its code, its signatures or a string, or when it provides a service that is
 * reached; then all of it counts. Of the suite's class only what the case's own declaration leads to counts, if that can be told. Every
 * file on the class path that is no class counts. Code that finds classes by names made at run time, as {@code Class.forName} of a
 * parameter does, reaches every class of the class path.
 */
public final class CodeDigests {
    private static final String FORK = "org/openjdk/jmh/runner/ForkedMain";

    private final Map<ClassPath, Optional<CodeIndex>> indexes = new HashMap<>();

    /**
     * What a case reaches; the same wherever the project is. Empty for a program, whose code is not known, and where the class path cannot
     * be read.
     */
    public Optional<ReachedCode> reached(PlannedCase planned) {
        if (!(planned.target() instanceof Target.Jmh target)) {
            return Optional.empty();
        }
        return index(planned.launch().classPath()).map(index -> digest(planned, target, index));
    }

    /**
     * The classes that a benchmark is made of: its own, and those they lead to by way of others that belong to it. Of a suite class only what
     * declares the case counts. Empty as {@link #reached} is.
     *
     * @param belongs whether a class belongs to benchmarks, by what it says of its source
     */
    public Optional<Map<String, BenchmarkClass>> benchmark(PlannedCase planned, Predicate<ClassSource> belongs) {
        if (!(planned.target() instanceof Target.Jmh target)) {
            return Optional.empty();
        }
        return index(planned.launch().classPath()).map(index -> {
            Map<String, ClassCode> own = new TreeMap<>();
            if (target.isShape()) {
                suite(target, index).map(List::of).orElse(index.suites()).stream()
                        .filter(index::has)
                        .forEach(suite -> own.put(
                                suite,
                                SuiteCode.of(
                                                index.bytes(suite),
                                                target.parameters().getOrDefault(CaseKey.BENCHMARK, ""))
                                        .orElseGet(() -> index.of(suite))));
            } else {
                enclosing(internal(target.benchmark())).stream()
                        .filter(index::has)
                        .forEach(name -> own.put(name, index.of(name)));
            }
            return index.reach(own, belongs);
        });
    }

    /** Whether a class on the case's class path of the one kind names a class of the other. */
    public boolean names(PlannedCase planned, Predicate<ClassSource> users, Predicate<ClassSource> used) {
        return index(planned.launch().classPath())
                .filter(index -> index.names(users, used))
                .isPresent();
    }

    private Optional<CodeIndex> index(ClassPath classPath) {
        return indexes.computeIfAbsent(classPath, missing -> {
            try {
                return Optional.of(new CodeIndex(missing));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static ReachedCode digest(PlannedCase planned, Target.Jmh target, CodeIndex index) {
        Sha256 digest = new Sha256();
        Launch launch = planned.launch();
        digest.add(planned.mode().name())
                .add(target.toString())
                .add(launch.jvm().version())
                .add(launch.jvm().vendor())
                .add(launch.jmhVersion())
                .add(String.join("\n", launch.env()));
        String here = launch.directory().toString();
        launch.jvmArgs().forEach(argument -> digest.add(argument.replace(here, ".")));
        digest.add(index.resources());
        CodeIndex.Reached reached = reached(target, index);
        reached.digests().forEach((name, code) -> digest.add(name).add(code));
        return new ReachedCode(digest.hex(), reached.readsOutside());
    }

    /** The classes a case reaches. */
    private static CodeIndex.Reached reached(Target.Jmh target, CodeIndex index) {
        String generated = target.generatedTarget();
        Set<String> roots = new TreeSet<>(List.of(FORK, internal(generated.substring(0, generated.lastIndexOf('.')))));
        roots.addAll(enclosing(internal(target.benchmark())));
        if (target.isShape()) {
            Optional<String> suite = suite(target, index);
            Optional<CodeIndex.Reached> part = suite.flatMap(name -> byMethod(target, name, roots, index));
            if (part.isPresent()) {
                return part.get();
            }
            roots.addAll(suite.map(List::of).orElse(index.suites()));
        }
        return index.reach(roots, "").orElseThrow();
    }

    private static Optional<CodeIndex.Reached> byMethod(
            Target.Jmh target, String suite, Set<String> roots, CodeIndex index) {
        return SuiteCode.of(index.bytes(suite), target.parameters().getOrDefault(CaseKey.BENCHMARK, ""))
                .filter(part -> !part.findsByName())
                .flatMap(part -> {
                    Set<String> from = new TreeSet<>(roots);
                    from.addAll(part.names());
                    return index.reach(from, suite).map(others -> {
                        Map<String, String> reached = new TreeMap<>(others.digests());
                        reached.put(suite, part.digest());
                        return new CodeIndex.Reached(reached, others.readsOutside() || part.readsOutside());
                    });
                });
    }

    /** The class that declares a case's suite; empty if it is only known as one of several services. */
    private static Optional<String> suite(Target.Jmh target, CodeIndex index) {
        String named = internal(target.parameters().getOrDefault(CaseKey.SUITE_CLASS, ""));
        if (index.has(named)) {
            return Optional.of(named);
        }
        return index.suites().size() == 1 ? Optional.of(index.suites().get(0)) : Optional.empty();
    }

    /** A method's class as it is written in Java may be inside another: every way to read it. */
    private static Set<String> enclosing(String name) {
        Set<String> names = new TreeSet<>();
        String rest = name;
        for (int slash = rest.lastIndexOf('/'); slash > 0; slash = rest.lastIndexOf('/')) {
            rest = rest.substring(0, slash);
            names.add(rest);
        }
        return names;
    }

    private static String internal(String className) {
        return className.replace('.', '/');
    }
}
