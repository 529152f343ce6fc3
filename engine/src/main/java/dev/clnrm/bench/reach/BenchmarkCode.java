package dev.clnrm.bench.reach;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.fork.internal.CaseKey;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Sha256;
import dev.clnrm.bench.plan.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.tree.MethodNode;

/** Finds the classes of benchmarks and their source files. It reads each class path once. */
public final class BenchmarkCode {
    private final ClassFile.Pool pool = new ClassFile.Pool();
    private final Map<ClassPath, Optional<Classes>> all = new HashMap<>();

    /**
     * The classes of a benchmark: its own class and, step by step, the classes they name that also belong to benchmarks. Of a suite class
     * only the code that declares the case counts. Empty for a program, or if the class path cannot be read.
     *
     * @param belongs whether a class belongs to benchmarks, judged by its source
     */
    public Optional<Map<String, BenchmarkClass>> of(PlannedCase planned, Predicate<ClassSource> belongs) {
        return planned.target() instanceof Target.Jmh target
                ? classes(planned).map(classes -> classes.reached(classes.own(target), belongs))
                : Optional.empty();
    }

    /** Whether a class of the first kind on the case's class path names a class of the second kind. */
    public boolean names(PlannedCase planned, Predicate<ClassSource> users, Predicate<ClassSource> used) {
        return classes(planned).filter(classes -> classes.names(users, used)).isPresent();
    }

    private Optional<Classes> classes(PlannedCase planned) {
        return all.computeIfAbsent(planned.launch().classPath(), missing -> pool.index(missing)
                .map(index -> new Classes(index, new HashMap<>(), new HashMap<>())));
    }

    /**
     * A class, or a part of one.
     *
     * @param digest the digest of its code
     * @param names the classes it names
     */
    private record Part(String digest, Set<String> names) {}

    /** The classes of a class path. */
    private record Classes(CodeIndex index, Map<String, Optional<ClassSource>> sources, Map<String, Part> parts) {
        Map<String, Part> own(Target.Jmh target) {
            Map<String, Part> own = new TreeMap<>();
            if (!target.isShape()) {
                Start.enclosing(target.benchmark()).filter(index::has).forEach(name -> own.put(name, whole(name)));
                return own;
            }
            String benchmark = target.parameters().getOrDefault(CaseKey.BENCHMARK, "");
            Start.suite(target, index).map(List::of).orElse(index.suites()).stream()
                    .filter(index::has)
                    .forEach(suite -> own.put(suite, declaring(suite, benchmark).orElseGet(() -> whole(suite))));
            return own;
        }

        Map<String, BenchmarkClass> reached(Map<String, Part> from, Predicate<ClassSource> belongs) {
            Map<String, BenchmarkClass> reached = new TreeMap<>();
            Deque<String> open = new ArrayDeque<>(from.keySet());
            while (!open.isEmpty()) {
                String name = open.remove();
                Optional<ClassSource> source = reached.containsKey(name) ? Optional.empty() : source(name);
                if (source.filter(belongs).isPresent()) {
                    Part part = Optional.ofNullable(from.get(name)).orElseGet(() -> whole(name));
                    reached.put(
                            name, new BenchmarkClass(part.digest, source.get().file()));
                    open.addAll(part.names);
                }
            }
            return reached;
        }

        boolean names(Predicate<ClassSource> users, Predicate<ClassSource> used) {
            return index.classes().keySet().stream()
                    .filter(name -> source(name).filter(users).isPresent())
                    .anyMatch(name -> whole(name).names.stream()
                            .anyMatch(named -> source(named).filter(used).isPresent()));
        }

        private Part whole(String name) {
            return parts.computeIfAbsent(name, missing -> {
                Sha256 digest = new Sha256();
                index.classes().getOrDefault(name, List.of()).forEach(file -> new TreeMap<>(
                                NormalForm.of(file.bytes()).members())
                        .forEach((key, member) -> digest.add(key).add(member.digest())));
                ClassCode code = index.code(name);
                Set<String> names = code.methods().values().stream()
                        .flatMap(method -> owners(method.uses()))
                        .collect(Collectors.toCollection(TreeSet::new));
                names.addAll(code.supers());
                owners(code.fields()).forEach(names::add);
                return new Part(digest.hex(), names);
            });
        }

        /**
         * The code that declares one benchmark of a suite, with the methods of the suite that it reaches; empty if it cannot be separated
         * from the rest.
         */
        private Optional<Part> declaring(String suite, String benchmark) {
            NormalForm form = NormalForm.withoutLines(index.bytes(suite));
            Map<String, MethodCode> methods = index.code(suite).methods();
            Optional<MethodNode> declaring = form.declaring(benchmark);
            return declaring.map(method -> {
                Map<String, MethodCode> reached = new TreeMap<>();
                Deque<Use> open = new ArrayDeque<>(MethodReader.read(method).uses());
                methods.keySet().stream()
                        .filter(key -> key.startsWith("<"))
                        .forEach(key -> open.add(new Use(Use.Kind.CALL, suite, key)));
                Set<String> names = new TreeSet<>();
                while (!open.isEmpty()) {
                    Use use = open.remove();
                    names.add(use.owner());
                    Optional<MethodCode> called = use.owner().equals(suite)
                            ? Optional.ofNullable(methods.get(use.member()))
                            : Optional.empty();
                    if (called.isPresent() && reached.putIfAbsent(use.member(), called.get()) == null) {
                        open.addAll(called.get().uses());
                    }
                }
                names.remove(suite);
                Sha256 digest = new Sha256().add(form.digest(method));
                new TreeMap<>(form.members()).forEach((key, member) -> {
                    boolean field = key.startsWith(suite + "#");
                    if (field || reached.containsKey(key.substring(Math.min(key.length(), suite.length() + 1)))) {
                        digest.add(key).add(member.digest());
                    }
                });
                return new Part(digest.hex(), names);
            });
        }

        private static Stream<String> owners(List<Use> uses) {
            return uses.stream().map(Use::owner).filter(owner -> !owner.isEmpty());
        }

        /**
         * The source of a class. A class inside a benchmark belongs to the benchmark. Empty if the class does not name its source, or does
         * not exist.
         */
        private Optional<ClassSource> source(String name) {
            return sources.computeIfAbsent(name, missing -> {
                if (!index.has(name)) {
                    return Optional.empty();
                }
                Optional<ClassSource> own = ClassSource.of(index.bytes(name));
                int nested = name.indexOf('$');
                boolean inBenchmark = nested > 0
                        && index.has(name.substring(0, nested))
                        && ClassSource.of(index.bytes(name.substring(0, nested)))
                                .filter(ClassSource::benchmark)
                                .isPresent();
                return inBenchmark ? own.map(ClassSource::ofBenchmark) : own;
            });
        }
    }
}
