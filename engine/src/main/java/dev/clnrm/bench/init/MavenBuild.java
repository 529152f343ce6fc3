package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Packing.Packed;
import dev.clnrm.bench.init.Reactor.Reach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Maven build.
 *
 * @param files the project's files
 * @param reactor the modules it builds
 */
record MavenBuild(ProjectFiles files, Reactor reactor) implements BuildTool {
    private static final Set<String> BUILD_FILES = Set.of(Pom.FILE);

    /** The properties that by convention set the Java version of the compiler. */
    private static final List<String> LEVELS = List.of(
            "maven.compiler.release",
            "maven.compiler.testRelease",
            "maven.compiler.target",
            "maven.compiler.testTarget",
            "java.version",
            "jdk.version");

    private static final Pattern LEVEL = Pattern.compile("(?:1\\.)?([0-9]{1,3})");

    static Optional<MavenBuild> of(ProjectFiles files) {
        return files.has(Pom.FILE) ? Optional.of(new MavenBuild(files, Reactor.of(files))) : Optional.empty();
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
        if (reach.isEmpty()) {
            return new Packing.Unpacked(
                    module,
                    "no <modules> below pom.xml names it, so a build of the project does not build it",
                    "add it to the <modules> of pom.xml");
        }
        if (!reach.get().certain()) {
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

    /** How the build reaches the module and makes its jar. */
    private Optional<Reach> reach(BenchmarkModule module) {
        Reach packing = pom(module).map(pom -> MavenJar.reach(module, pom)).orElse(Reach.ALWAYS);
        return reactor.reach(module.folder()).map(reach -> reach.and(packing));
    }

    @Override
    public String command(List<Packed> modules) {
        List<Reach> reaches =
                modules.stream().flatMap(one -> reach(one.module()).stream()).toList();
        // If a profile is only active without skipTests, the command uses another property that also skips the tests.
        boolean testless = reaches.stream().noneMatch(one -> one.unless().contains("skipTests"));
        List<String> words =
                new ArrayList<>(List.of(program(), "-q", testless ? "-DskipTests" : "-Dmaven.test.skip.exec=true"));
        Stream.concat(
                        reaches.stream().flatMap(one -> one.flags().stream()),
                        modules.stream()
                                .flatMap(one -> pom(one.module()).stream())
                                .flatMap(pom -> HeaderCheck.of(pom).stream())
                                .map(HeaderCheck::skip))
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(words::add);
        List<String> folders =
                modules.stream().map(one -> one.module().folder()).distinct().toList();
        if (!folders.contains("")) {
            words.addAll(List.of("-pl", String.join(",", folders), "-am"));
        }
        words.add("package");
        List<String> copied = modules.stream()
                .filter(one -> !one.code().jar())
                .map(one -> one.module().path(MavenJar.LIBRARIES))
                .toList();
        if (copied.isEmpty()) {
            return String.join(" ", words);
        }
        words.addAll(List.of("dependency:copy-dependencies", "-DoutputDirectory=" + MavenJar.LIBRARIES));
        // Copies from an earlier build may have other versions.
        return "rm -rf " + String.join(" ", copied) + " && " + String.join(" ", words);
    }

    @Override
    public Optional<RequiredJdk> jdk(BenchmarkModule module) {
        Optional<RequiredJdk> active = reach(module)
                .filter(reach -> reach.jdk() > 0)
                .map(reach -> new RequiredJdk(reach.jdk(), "a profile in " + Pom.FILE));
        return Stream.concat(
                        active.stream(), pom(module).stream().flatMap(pom -> Stream.concat(levels(pom), enforced(pom))))
                .max(Comparator.comparingInt(RequiredJdk::feature));
    }

    private static Stream<RequiredJdk> enforced(Pom pom) {
        return MavenPlugin.of(pom, "maven-enforcer-plugin").stream()
                .flatMap(plugin -> plugin.setting("rules", "requireJavaVersion", "version").stream())
                .flatMapToInt(ranges -> new AllowedJdks(ranges).oldestSupported().stream())
                .mapToObj(feature ->
                        new RequiredJdk(feature, "the maven-enforcer-plugin of " + pom.path() + " or its parents"));
    }

    private static Stream<RequiredJdk> levels(Pom pom) {
        Stream<String> properties = LEVELS.stream().flatMap(name -> pom.property(name).stream());
        Stream<String> compiler = MavenPlugin.of(pom, "maven-compiler-plugin").stream()
                .flatMap(plugin -> Stream.of("release", "target").flatMap(setting -> plugin.setting(setting).stream()));
        return Stream.concat(properties, compiler)
                .flatMap(value -> pom.resolved(value).stream())
                .map(LEVEL::matcher)
                .filter(Matcher::matches)
                .map(level -> new RequiredJdk(Integer.parseInt(level.group(1)), pom.path() + " or its parents"));
    }
}
