package dev.clnrm.bench.app;

import dev.clnrm.bench.git.Overlay;
import dev.clnrm.bench.git.SourceFile;
import dev.clnrm.bench.git.SourceFiles;
import dev.clnrm.bench.git.SourceRoot;
import dev.clnrm.bench.git.Tree;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.reach.BenchmarkClass;
import dev.clnrm.bench.reach.BenchmarkCode;
import dev.clnrm.bench.reach.ClassSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The benchmarks that the head adds or edits, and the files that let the base measure them too. A folder with only benchmarks is a source
 * set beside {@code main}, or a module named after benchmarks that no other code uses. All its differing files are laid over the base. In
 * other folders these are only the files that contain nothing but benchmarks, their states and suites. The base keeps its own code under
 * test.
 *
 * @param cases the source files of each new or edited case, relative to the repository
 * @param overlay the files to lay over the base
 * @param problems why some benchmarks are measured as they are, one clause each
 */
record HeadsBenchmarks(Map<CaseName, Set<String>> cases, Overlay overlay, List<String> problems) {
    HeadsBenchmarks {
        cases = Map.copyOf(cases);
        problems = List.copyOf(problems);
    }

    /**
     * Finds the benchmarks and their files.
     *
     * @param base the cases and files of the base
     * @param head those of the head
     * @param named further paths that the user names, relative to the repository
     */
    static HeadsBenchmarks of(Side base, Side head, List<String> named) throws IOException {
        return new Finding(base, head, named).found();
    }

    record Side(Plan plan, Tree tree) {}

    /** A copy without some files and without the cases that need them. */
    HeadsBenchmarks without(Collection<String> files) {
        Map<CaseName, Set<String>> left = new LinkedHashMap<>(cases);
        left.values().removeIf(of -> of.stream().anyMatch(files::contains));
        return new HeadsBenchmarks(left, overlay.without(files), problems);
    }

    private static final class Finding {
        private final BenchmarkCode code = new BenchmarkCode();
        private final Side base;
        private final Side head;
        private final List<String> named;
        private final Map<SourceRoot, Boolean> ofBenchmarksOnly = new HashMap<>();
        private final Set<SourceRoot> roots = new LinkedHashSet<>();
        private final Set<String> single = new TreeSet<>();
        private final Set<String> product = new TreeSet<>();
        private final Set<String> problems = new LinkedHashSet<>();

        Finding(Side base, Side head, List<String> named) {
            this.base = base;
            this.head = head;
            this.named = named;
        }

        HeadsBenchmarks found() throws IOException {
            Map<CaseName, PlannedCase> before = new HashMap<>();
            base.plan.cases().forEach(one -> before.put(one.name(), one));
            Map<CaseName, Set<String>> sources = new LinkedHashMap<>();
            Set<CaseName> same = new HashSet<>();
            for (PlannedCase one : head.plan.cases()) {
                Map<String, BenchmarkClass> now = classes(one, head);
                Map<String, BenchmarkClass> was = Optional.ofNullable(before.get(one.name()))
                        .map(planned -> classes(planned, base))
                        .orElse(Map.of());
                if (now.equals(was)) {
                    same.add(one.name());
                }
                Set<String> files = new TreeSet<>();
                Stream.concat(now.values().stream(), was.values().stream())
                        .map(BenchmarkClass::source)
                        .distinct()
                        .forEach(source -> Stream.of(head, base)
                                .flatMap(side -> file(source, one, side).stream())
                                .map(SourceFile::path)
                                .forEach(files::add));
                sources.put(one.name(), files);
            }
            single.removeAll(product);
            Overlay overlay = Overlay.between(head.tree, base.tree, this::isLaidOver);
            Map<CaseName, Set<String>> cases = new LinkedHashMap<>();
            sources.forEach((name, files) -> {
                Set<String> own = new TreeSet<>(files);
                own.retainAll(overlay.paths());
                if ((!same.contains(name) && !own.isEmpty()) || readsResources(files, overlay)) {
                    cases.put(name, own);
                }
            });
            Overlay needed = cases.isEmpty() ? new Overlay(List.of(), List.of()) : overlay;
            return new HeadsBenchmarks(cases, needed, List.copyOf(problems));
        }

        private Map<String, BenchmarkClass> classes(PlannedCase one, Side side) {
            return code.of(one, source -> belongs(source, one, side)).orElse(Map.of());
        }

        /** Whether a class belongs to the benchmark itself, not to the code under test. */
        private boolean belongs(ClassSource source, PlannedCase one, Side side) {
            Optional<SourceFile> file = file(source.file(), one, side);
            if (file.isEmpty()) {
                return false;
            }
            if (isNamed(file.get().path())) {
                return true;
            }
            if (ofBenchmarksOnly(file.get().root(), one, side)) {
                roots.add(file.get().root());
                return true;
            }
            if (source.benchmark()) {
                single.add(file.get().path());
                return true;
            }
            product.add(file.get().path());
            return false;
        }

        private boolean ofBenchmarksOnly(SourceRoot root, PlannedCase one, Side side) {
            return root.besideMain()
                    || (root.namedAfterBenchmarks()
                            && ofBenchmarksOnly.computeIfAbsent(root, missing -> {
                                Set<String> inside = side.tree.files().all().stream()
                                        .filter(file -> file.startsWith(root.path() + "/"))
                                        .collect(Collectors.toSet());
                                return !code.names(
                                        one,
                                        user -> isOutside(user, root, side.tree.files()),
                                        used -> inside.contains(root.path() + "/" + used.file()));
                            }));
        }

        /** Whether a class belongs to the project but to none of its benchmark folders. */
        private static boolean isOutside(ClassSource user, SourceRoot root, SourceFiles files) {
            List<SourceFile> found = files.of(user.file());
            return !found.isEmpty()
                    && found.stream()
                            .map(SourceFile::root)
                            .noneMatch(
                                    other -> other.equals(root) || other.besideMain() || other.namedAfterBenchmarks());
        }

        /**
         * The source file of a class. If there are several, the one that the user names, otherwise the one whose module is nearest to the
         * class path.
         */
        private Optional<SourceFile> file(String source, PlannedCase one, Side side) {
            List<SourceFile> all = side.tree.files().of(source);
            List<SourceFile> named =
                    all.stream().filter(file -> isNamed(file.path())).toList();
            List<SourceFile> found = named.isEmpty() ? all : named;
            if (found.size() < 2) {
                return found.stream().findFirst();
            }
            List<Path> entries = one.launch().classPath().entries();
            int most = found.stream()
                    .mapToInt(file -> common(side.tree.root().resolve(file.path()), entries))
                    .max()
                    .orElse(0);
            List<SourceFile> nearest = found.stream()
                    .filter(file -> common(side.tree.root().resolve(file.path()), entries) == most)
                    .toList();
            if (nearest.size() > 1) {
                problems.add("`" + source + "` is in "
                        + nearest.stream()
                                .map(file -> "`" + file.root().path() + "`")
                                .collect(Collectors.joining(" and "))
                        + ", so it is not laid over the base: name the right folder with `overlay:`");
                return Optional.empty();
            }
            return nearest.stream().findFirst();
        }

        /** The number of folders that a file shares with the nearest entry of a class path. */
        private static int common(Path file, List<Path> entries) {
            int most = 0;
            for (Path entry : entries) {
                int same = 0;
                while (same < Math.min(file.getNameCount(), entry.getNameCount())
                        && file.getName(same).equals(entry.getName(same))) {
                    same++;
                }
                most = Math.max(most, same);
            }
            return most;
        }

        private boolean isLaidOver(String path) {
            return isNamed(path) || single.contains(path) || roots.stream().anyMatch(root -> root.holds(path));
        }

        private boolean isNamed(String path) {
            return named.stream().anyMatch(name -> path.equals(name) || path.startsWith(name + "/"));
        }

        /** Whether a benchmark in these sources may read a file that differs. */
        private boolean readsResources(Set<String> files, Overlay overlay) {
            return roots.stream()
                    .filter(root -> files.stream().anyMatch(root::holds))
                    .anyMatch(root -> overlay.paths().stream().anyMatch(root::isResource));
        }
    }
}
