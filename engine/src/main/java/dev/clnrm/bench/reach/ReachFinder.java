package dev.clnrm.bench.reach;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.reach.CaseReach.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the cases that a change reaches, from the class files of both sides. It reads each class path once for all cases.
 *
 * <p>The result is only a hint: a case may also read a changed file outside the class path, a database or a clock.
 */
public final class ReachFinder {
    private final ClassFile.Pool pool = new ClassFile.Pool();
    private final Map<Sides, List<Differing>> differences = new LinkedHashMap<>();
    private final Map<CodeIndex, Map<Start, Reached>> reached = new HashMap<>();
    private final Map<CaseName, PlannedCase> base = new HashMap<>();
    private final Map<String, ClassPath> suites = new HashMap<>();
    private final Map<String, Set<CaseName>> touching = new HashMap<>();
    private final Set<CaseName> byName = new HashSet<>();

    /** The class paths of two sides. */
    private record Sides(CodeIndex base, CodeIndex head) {}

    /** Compares plans with this one. */
    public ReachFinder(Plan base) {
        for (PlannedCase one : base.cases()) {
            this.base.put(one.name(), one);
            suites.put(one.name().suite(), one.launch().classPath());
        }
    }

    Reach of(Plan head, ChangedSources changed) {
        List<CaseReach> cases = head.cases().stream()
                .map(one -> new CaseReach(one.name(), why(one)))
                .toList();
        Map<String, ReachedMember> members = new LinkedHashMap<>();
        differences.values().forEach(some -> some.stream()
                .filter(one -> !one.made())
                .forEach(one -> members.putIfAbsent(one.key(), member(one))));
        return new Reach(
                cases,
                members.values().stream()
                        .sorted(Comparator.comparing(
                                ReachedMember::member,
                                Comparator.comparingInt(ChangedMember::instructions)
                                        .reversed()
                                        .thenComparing(ChangedMember::name)))
                        .toList(),
                unmeasured(changed));
    }

    /** The changed files from which no changed class of the head was compiled; none if the class path of a case is not known. */
    private List<String> unmeasured(ChangedSources changed) {
        if (changed.files().isEmpty()) {
            return List.of();
        }
        Optional<List<CodeIndex>> before = indexes(changed.base());
        Optional<List<CodeIndex>> now = indexes(changed.head());
        return before.isPresent() && now.isPresent()
                ? SourceReach.without(CodeDiff.classes(before.get(), now.get()), changed.files())
                : List.of();
    }

    /** The code of every class path of a plan; empty if one is not known, as that of a program. */
    private Optional<List<CodeIndex>> indexes(Plan plan) {
        List<CodeIndex> all = new ArrayList<>();
        for (PlannedCase one : plan.cases()) {
            Optional<CodeIndex> index =
                    one.target() instanceof Target.Jmh ? pool.index(one.launch().classPath()) : Optional.empty();
            if (index.isEmpty()) {
                return Optional.empty();
            }
            all.add(index.get());
        }
        return Optional.of(all.stream().distinct().toList());
    }

    private ReachedMember member(Differing one) {
        Set<CaseName> certain = touching.getOrDefault(one.key(), Set.of());
        long others = byName.stream().filter(name -> !certain.contains(name)).count();
        return new ReachedMember(one.member(), List.copyOf(certain), (int) others);
    }

    private Why why(PlannedCase head) {
        Optional<PlannedCase> before = Optional.ofNullable(base.get(head.name()));
        Optional<ClassPath> path = before.map(one -> one.launch().classPath())
                .or(() -> Optional.ofNullable(suites.get(head.name().suite())));
        Optional<Side> ofHead = side(head);
        Optional<Side> ofBase = before.flatMap(this::side);
        List<Differing> all = path.flatMap(pool::index)
                .flatMap(there -> ofHead.map(here -> between(new Sides(there, here.index))))
                .orElse(List.of());
        List<Reached> both = Stream.of(ofBase, ofHead)
                .flatMap(Optional::stream)
                .map(Side::reached)
                .toList();
        List<Differing> some = both.stream().flatMap(one -> one.among(all)).toList();
        if (!all.isEmpty() && both.stream().anyMatch(Reached::byName)) {
            byName.add(head.name());
        }
        some.forEach(one -> touching.computeIfAbsent(one.key(), key -> new LinkedHashSet<>())
                .add(head.name()));
        if (before.isEmpty()) {
            return Why.NEW;
        }
        if (ofBase.isEmpty() || ofHead.isEmpty()) {
            return Why.UNKNOWN;
        }
        return !settings(before.get()).equals(settings(head))
                ? Why.SETTINGS
                : why(ofBase.get(), ofHead.get(), some, byName.contains(head.name()));
    }

    private static Why why(Side base, Side head, List<Differing> touched, boolean byName) {
        boolean code = touched.stream().anyMatch(one -> one.member().what() != ChangedMember.What.RESOURCE);
        if (code) {
            return Why.CODE;
        }
        if (!base.start.declared().equals(head.start.declared())) {
            return Why.DECLARED;
        }
        if (byName) {
            return Why.BY_NAME;
        }
        if (!touched.isEmpty()) {
            return Why.RESOURCE;
        }
        boolean reads = base.reached.readsOutside() || head.reached.readsOutside();
        return reads ? Why.READS_FILES : Why.NOTHING;
    }

    /**
     * The methods that a case of the head reaches on both sides and that are longer on the head; none if a class path cannot be read. If
     * the case may reach everything, the methods of all classes count.
     */
    public List<GrownMethod> grown(PlannedCase head) {
        Optional<Side> before = Optional.ofNullable(base.get(head.name())).flatMap(this::side);
        return before.flatMap(there -> side(head).map(here -> grown(there, here)))
                .orElse(List.of());
    }

    private static List<GrownMethod> grown(Side base, Side head) {
        List<GrownMethod> grown = new ArrayList<>();
        head.index.classes().forEach((owner, now) -> {
            List<ClassFile> before = base.index.classes().getOrDefault(owner, List.of());
            if (before.isEmpty() || before.equals(now) || !head.index.follows(owner)) {
                return;
            }
            Map<String, Integer> then = MethodSizes.of(base.index.bytes(owner));
            Map<String, Integer> sizes = MethodSizes.of(head.index.bytes(owner));
            boolean numberedAlike = NormalForm.lambdas(then.keySet()).equals(NormalForm.lambdas(sizes.keySet()));
            sizes.forEach((method, size) -> {
                int earlier = then.getOrDefault(method, size);
                if (size > earlier
                        && (numberedAlike || !NormalForm.isLambda(method))
                        && base.reached.has(owner, method)
                        && head.reached.has(owner, method)) {
                    String name = owner.replace('/', '.') + "." + method.substring(0, method.indexOf('('));
                    grown.add(new GrownMethod(name, earlier, size));
                }
            });
        });
        return grown;
    }

    /** By case the outermost classes that it can reach; absent if it may reach any, or nobody knows. */
    Map<CaseName, Optional<Set<String>>> classes(Plan plan) {
        Map<CaseName, Optional<Set<String>>> classes = new HashMap<>();
        for (PlannedCase one : plan.cases()) {
            classes.put(
                    one.name(),
                    side(one)
                            .map(Side::reached)
                            .filter(reached -> !reached.byName())
                            .map(Reached::outermost));
        }
        return classes;
    }

    /** A case on one side. */
    private record Side(CodeIndex index, Start start, Reached reached) {}

    private Optional<Side> side(PlannedCase planned) {
        if (!(planned.target() instanceof Target.Jmh target)) {
            return Optional.empty();
        }
        return pool.index(planned.launch().classPath()).map(index -> {
            Start start = Start.of(target, index);
            Reached all = reached.computeIfAbsent(index, i -> new HashMap<>())
                    .computeIfAbsent(start, s -> Walk.from(s.code(), index));
            return new Side(index, start, all);
        });
    }

    private List<Differing> between(Sides sides) {
        return differences.computeIfAbsent(sides, both -> CodeDiff.between(both.base, both.head));
    }

    /** The settings of a case beside its code. They do not depend on the project's folder. */
    private static List<Object> settings(PlannedCase planned) {
        Launch launch = planned.launch();
        String here = launch.directory().toString();
        return List.of(
                planned.mode(),
                planned.target(),
                launch.jvm().version(),
                launch.jvm().vendor(),
                launch.jmhVersion(),
                launch.env(),
                launch.jvmArgs().stream()
                        .map(argument -> argument.replace(here, "."))
                        .toList());
    }
}
