package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Packing.Packed;
import dev.clnrm.bench.init.Reactor.Reach;
import dev.clnrm.bench.init.Setup.Missing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Maven build.
 *
 * @param files the project's files
 * @param reactor the modules it builds
 * @param projects the projects of the repository
 */
record MavenBuild(ProjectFiles files, Reactor reactor, MavenProjects projects) implements BuildTool {
    private static final Set<String> BUILD_FILES = Set.of(Pom.FILE);

    static Optional<MavenBuild> of(ProjectFiles files) {
        return files.has(Pom.FILE)
                ? Optional.of(new MavenBuild(files, Reactor.of(files, Pom.FILE), MavenProjects.of(files)))
                : Optional.empty();
    }

    @Override
    public String program() {
        return BuildTool.wrapper(files, "mvnw").orElse("mvn");
    }

    @Override
    public String readIn() {
        return Pom.FILE;
    }

    @Override
    public String folderOf(String file) {
        return BuildTool.nearest(files, file, BUILD_FILES);
    }

    @Override
    public Packing pack(BenchmarkModule module) {
        Optional<Pom> pom = pom(module);
        if (pom.isEmpty()) {
            return new Packing.Unpacked(
                    module,
                    module.path(Pom.FILE) + " could not be read",
                    "write its suite and `build:` in budgets.yaml by hand");
        }
        Optional<Reach> reach = reactor.reach(module.folder());
        if (reach.isEmpty() && root().map(Pom::packaging).orElse("pom").equals("pom")) {
            return new Packing.Unpacked(
                    module,
                    "no <modules> below pom.xml names it, so a build of the project does not build it",
                    "add it to the <modules> of pom.xml");
        }
        if (reach.isPresent() && !reach.get().certain()) {
            return new Packing.Unpacked(
                    module,
                    "it is a module of a profile, and the conditions that activate the profile are unknown",
                    "write its suite and `build:` in budgets.yaml by hand");
        }
        return MavenJar.of(module, pom.get(), files);
    }

    private Optional<Pom> pom(BenchmarkModule module) {
        return Pom.read(files, module.path(Pom.FILE));
    }

    private Optional<Pom> root() {
        return Pom.read(files, Pom.FILE);
    }

    /** Whether it is built on its own, after the project: Maven allows {@code <modules>} only with the packaging {@code pom}. */
    private boolean isSeparate(BenchmarkModule module) {
        return reactor.reach(module.folder()).isEmpty();
    }

    /** How the build reaches the module and makes its jar. */
    private Reach reach(BenchmarkModule module) {
        Reach packing = pom(module).map(pom -> MavenJar.reach(module, pom)).orElse(Reach.ALWAYS);
        return reactor.reach(module.folder()).orElse(Reach.ALWAYS).and(packing);
    }

    /** The files of the projects that are built for a module. */
    private List<Pom> poms(BenchmarkModule module) {
        Stream<Pom> needed = pom(module).stream().flatMap(pom -> projects.neededBy(pom).stream());
        return Stream.concat(needed, isSeparate(module) ? root().stream() : Stream.of())
                .toList();
    }

    @Override
    public String command(List<Packed> modules) {
        List<Packed> together =
                modules.stream().filter(one -> !isSeparate(one.module())).toList();
        String copied = modules.stream()
                .filter(one -> !one.code().jar())
                .map(one -> " " + one.module().path(MavenJar.LIBRARIES))
                .collect(Collectors.joining());
        // Copies from an earlier build may have other versions.
        Stream<String> removal = copied.isEmpty() ? Stream.of() : Stream.of("rm -rf" + copied);
        Stream<String> project = Stream.of(maven("", together, together.equals(modules) ? "package" : "install"));
        Stream<String> separate = modules.stream()
                .filter(one -> isSeparate(one.module()))
                .map(one -> maven(one.module().path(Pom.FILE), List.of(one), "package"));
        return Stream.of(removal, project, separate).flatMap(one -> one).collect(Collectors.joining(" && "));
    }

    /**
     * A call of Maven.
     *
     * @param file the file to build; empty for the project's
     * @param modules the modules that are measured; if there are none, everything is built
     */
    private String maven(String file, List<Packed> modules, String goal) {
        List<Reach> reaches = modules.stream().map(one -> reach(one.module())).toList();
        // If a profile is only active without skipTests, the command uses another property that also skips the tests.
        boolean testless = reaches.stream().noneMatch(one -> one.unless().contains("skipTests"));
        List<String> words = new ArrayList<>(List.of(program(), "-q"));
        if (!file.isEmpty()) {
            words.addAll(List.of("-f", file));
        }
        words.add(testless ? "-DskipTests" : "-Dmaven.test.skip.exec=true");
        Stream<Pom> poms =
                modules.isEmpty() ? root().stream() : modules.stream().flatMap(one -> pom(one.module()).stream());
        Stream.concat(
                        reaches.stream().flatMap(one -> one.flags().stream()),
                        poms.flatMap(pom -> HeaderCheck.of(pom).stream()).map(HeaderCheck::skip))
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(words::add);
        List<String> folders =
                modules.stream().map(one -> one.module().folder()).distinct().toList();
        if (file.isEmpty() && !folders.isEmpty() && !folders.contains("")) {
            words.addAll(List.of("-pl", String.join(",", folders), "-am"));
        }
        words.add(goal);
        if (modules.stream().anyMatch(one -> !one.code().jar())) {
            words.addAll(List.of("dependency:copy-dependencies", "-DoutputDirectory=" + MavenJar.LIBRARIES));
        }
        return String.join(" ", words);
    }

    @Override
    public Optional<RequiredJdk> jdk(BenchmarkModule module) {
        int active = reach(module).jdk();
        Stream<RequiredJdk> profile =
                active > 0 ? Stream.of(new RequiredJdk(active, "a profile in " + Pom.FILE)) : Stream.of();
        return Stream.concat(profile, poms(module).stream().flatMap(pom -> MavenJdk.of(pom).stream()))
                .max(Comparator.comparingInt(RequiredJdk::feature));
    }

    @Override
    public List<Missing> doubts(List<Packed> modules) {
        Set<String> built = Stream.concat(
                        reactor.poms(), modules.stream().map(one -> one.module().path(Pom.FILE)))
                .collect(Collectors.toSet());
        return modules.stream()
                .flatMap(one -> poms(one.module()).stream())
                .flatMap(pom -> Stream.concat(
                        projects.of(pom).stream().flatMap(one -> one.doubt(built).stream()),
                        MavenJdk.tooOld(pom).stream()))
                .distinct()
                .toList();
    }
}
