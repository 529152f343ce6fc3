package dev.clnrm.bench.init;

import dev.clnrm.bench.config.WrittenClassPath;
import dev.clnrm.bench.init.Packing.Packed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Gradle build. Its files are programs, so they are only searched for words.
 *
 * @param files the project's files
 */
record GradleBuild(ProjectFiles files) implements BuildTool {
    private static final Set<String> BUILD_FILES = Set.of("build.gradle", "build.gradle.kts");
    private static final Set<String> SETTINGS = Set.of("settings.gradle", "settings.gradle.kts");
    private static final String JMH_PLUGIN = "me.champeau.jmh";
    private static final String KOTLIN_PLUGIN = "org.jetbrains.kotlinx.benchmark";
    private static final Pattern TARGET =
            Pattern.compile("\\b(?:register|create)\\(\\s{0,20}[\"']([A-Za-z][A-Za-z0-9]{0,50})[\"']\\s{0,20}\\)");
    private static final Pattern LEVEL = Pattern.compile(
            "(?:JavaLanguageVersion\\.of\\(|jvmToolchain\\(|\\brelease\\s?=\\s?|\\brelease\\.set\\(|VERSION_)(?:1_)?([0-9]{1,3})\\b");

    static Optional<GradleBuild> of(ProjectFiles files) {
        return Stream.concat(SETTINGS.stream(), BUILD_FILES.stream()).anyMatch(files::has)
                ? Optional.of(new GradleBuild(files))
                : Optional.empty();
    }

    @Override
    public String program() {
        return BuildTool.wrapper(files, "gradlew").orElse("gradle");
    }

    @Override
    public String readIn() {
        return Stream.concat(new TreeSet<>(SETTINGS).stream(), new TreeSet<>(BUILD_FILES).stream())
                .filter(files::has)
                .findFirst()
                .orElse("build.gradle");
    }

    @Override
    public String folderOf(String file) {
        return BuildTool.nearest(files, file, BUILD_FILES);
    }

    @Override
    public Packing pack(BenchmarkModule module) {
        Optional<String> kotlin = namedIn(module, KOTLIN_PLUGIN, false);
        if (kotlin.isPresent()) {
            return kotlinJar(module, kotlin.get());
        }
        Optional<String> jmh = namedIn(module, JMH_PLUGIN, module.has("jmh"));
        if (jmh.isPresent() && module.has("jmh")) {
            return jar(module, "build/libs/*-jmh.jar", jmh.get());
        }
        return new Packing.Unpacked(
                module,
                jmh.isPresent()
                        ? "its benchmarks are not in src/jmh, and the plugin " + JMH_PLUGIN + " packs only that folder"
                        : "could not find the plugin " + JMH_PLUGIN + " or " + KOTLIN_PLUGIN + " in its build",
                (jmh.isPresent()
                                ? "move them to src/jmh/java"
                                : "apply `id(\"" + JMH_PLUGIN + "\")` and move the benchmarks to src/jmh/java")
                        + ", or write `jmh:` with a `classpath-command:` in budgets.yaml by hand");
    }

    /** The packing of a jar. The plugins put the version into the jar's name, so it is matched by a pattern. */
    private static Packing jar(BenchmarkModule module, String jar, String readIn) {
        return Packing.packed(module, WrittenClassPath.ofJar(module.path(jar)), readIn, List.of());
    }

    private Packing kotlinJar(BenchmarkModule module, String readIn) {
        return target(module)
                .map(name -> jar(module, "build/benchmarks/" + name + "/jars/*-JMH.jar", readIn))
                .orElseGet(() -> new Packing.Unpacked(
                        module,
                        "could not tell which target of " + KOTLIN_PLUGIN + " in " + readIn + " runs on the JVM",
                        "write `jar:` and `build:` in budgets.yaml by hand; the task is TARGETBenchmarkJar"));
    }

    @Override
    public String command(List<Packed> modules) {
        return modules.stream().map(this::command).collect(Collectors.joining(" && "));
    }

    /** The command that builds one module. It first deletes its jars, because the pattern would also match a jar of an earlier version. */
    private String command(Packed one) {
        String task = namedIn(one.module(), KOTLIN_PLUGIN, false)
                .flatMap(file -> target(one.module()))
                .map(name -> name + "BenchmarkJar")
                .orElse("jmhJar");
        String folder = one.module().folder();
        return "rm -f " + one.jar() + " && " + program() + " -q " + (folder.isEmpty() ? "" : "-p " + folder + " ")
                + task;
    }

    @Override
    public Optional<RequiredJdk> jdk(BenchmarkModule module) {
        return Stream.concat(buildFiles(module.folder()), buildFiles(""))
                .distinct()
                .flatMap(file -> LEVEL.matcher(code(file))
                        .results()
                        .map(level -> new RequiredJdk(Integer.parseInt(level.group(1)), file)))
                .max(Comparator.comparingInt(RequiredJdk::feature));
    }

    /** The target of kotlinx-benchmark that runs on the JVM; empty if it is unknown. */
    private Optional<String> target(BenchmarkModule module) {
        List<String> targets = buildFiles(module.folder())
                .flatMap(file -> TARGET.matcher(BuildScript.block(code(file), "targets"))
                        .results()
                        .map(found -> found.group(1)))
                .distinct()
                .toList();
        return targets.size() == 1
                ? targets.stream().findFirst()
                : targets.stream().filter(name -> name.equals("jvm")).findFirst();
    }

    /**
     * The file that names a plugin: a build file of the module, or one of the whole project.
     *
     * @param anywhere whether any Gradle file counts, because a plugin of the project itself may apply it
     */
    private Optional<String> namedIn(BenchmarkModule module, String plugin, boolean anywhere) {
        Stream<String> own = buildFiles(module.folder());
        Stream<String> all = Stream.of(".gradle", ".gradle.kts", ".versions.toml")
                .filter(ending -> anywhere)
                .flatMap(ending -> files.names().stream().filter(name -> name.endsWith(ending)));
        return Stream.concat(own, all)
                .filter(file -> code(file).contains(plugin))
                .findFirst();
    }

    private Stream<String> buildFiles(String folder) {
        return BUILD_FILES.stream()
                .sorted()
                .map(name -> folder.isEmpty() ? name : folder + "/" + name)
                .filter(files::has);
    }

    private String code(String file) {
        return BuildScript.withoutComments(files.text(file).orElse(""));
    }
}
