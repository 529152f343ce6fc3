package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Packing.Packed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A build by sbt. Its files are programs, so they are only searched for words.
 *
 * @param files the project's files
 */
record SbtBuild(ProjectFiles files) implements BuildTool {
    private static final String BUILD = "build.sbt";
    private static final String SOURCES = "src/";
    private static final Pattern PROJECT = Pattern.compile(
            "\\blazy val `?([A-Za-z][A-Za-z0-9_]{0,80})`?\\s{0,20}=\\s{0,20}\\(?\\s{0,20}project\\b(?:\\s{0,20}\\.?\\s{0,20}in\\s{0,20}\\(?\\s{0,20}file\\(\\s{0,20}\"([^\"]{1,200})\")?");
    private static final Pattern JAR_NAME = Pattern.compile(
            "\\bJmh\\s{0,20}/\\s{0,20}assembly\\s{0,20}/\\s{0,20}assemblyJarName\\s{0,20}:=\\s{0,20}\"([A-Za-z0-9_.-]{1,100}\\.jar)\"");

    static Optional<SbtBuild> of(ProjectFiles files) {
        return files.has(BUILD) ? Optional.of(new SbtBuild(files)) : Optional.empty();
    }

    @Override
    public String name() {
        return "sbt";
    }

    @Override
    public String program() {
        return files.has("sbt") ? "./sbt" : files.has("sbtx") ? "./sbtx" : "sbt";
    }

    @Override
    public String readIn() {
        return BUILD;
    }

    @Override
    public String folderOf(String file) {
        int at = ("/" + file).indexOf("/" + SOURCES);
        return at <= 0 ? "" : file.substring(0, at - 1);
    }

    @Override
    public Packing pack(BenchmarkModule module) {
        Optional<String> plugin =
                scripts().filter(file -> code(file).contains("\"sbt-jmh\"")).findFirst();
        if (plugin.isEmpty()) {
            return new Packing.Unpacked(
                    module,
                    "could not find the plugin sbt-jmh in the files of project/",
                    "add sbt-jmh to project/plugins.sbt");
        }
        Optional<String> name = jarName();
        if (name.isEmpty()) {
            return new Packing.Unpacked(
                    module,
                    "sbt-jmh packs no jar of benchmarks and their libraries, and " + BUILD
                            + " does not name one that sbt-assembly makes",
                    "add sbt-assembly to project/plugins.sbt, and to the settings of the module `inConfig(Jmh)(baseAssemblySettings)`"
                            + " and `Jmh / assembly / assemblyJarName := \"benchmarks.jar\"`");
        }
        if (id(module).isEmpty()) {
            return new Packing.Unpacked(
                    module,
                    "could not tell which project of " + BUILD + " it is",
                    "write `jar:` and `build:` in budgets.yaml by hand; the task is PROJECT/Jmh/assembly");
        }
        return Packing.packed(module, module.path("target/" + name.get()), BUILD, List.of());
    }

    @Override
    public String command(List<Packed> modules) {
        return modules.stream().map(this::command).collect(Collectors.joining(" && "));
    }

    /** sbt puts the jar into a folder named for Scala's version; the copy has a path that stays. */
    private String command(Packed one) {
        String jars = one.module().path("target/scala-*/" + jarName().orElse(""));
        String project =
                id(one.module()).filter(id -> !id.isEmpty()).map(id -> id + "/").orElse("");
        return "rm -f " + jars + " && " + program() + " " + project + "Jmh/assembly && cp " + jars + " " + one.jar();
    }

    @Override
    public Optional<RequiredJdk> jdk(BenchmarkModule module) {
        return Optional.empty();
    }

    private Optional<String> jarName() {
        List<String> names = JAR_NAME.matcher(code(BUILD))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }

    /** The project in a module's folder; an empty word for the one that sbt starts with. */
    private Optional<String> id(BenchmarkModule module) {
        Matcher project = PROJECT.matcher(code(BUILD));
        List<String> ids = project.results()
                .filter(found -> folder(found.group(2), found.group(1)).equals(module.folder()))
                .map(found -> found.group(1))
                .toList();
        return ids.isEmpty() && module.folder().isEmpty()
                ? Optional.of("")
                : ids.stream().findFirst();
    }

    private static String folder(@org.jspecify.annotations.Nullable String written, String id) {
        return written == null ? id : Pom.normal(written).orElse(id);
    }

    private Stream<String> scripts() {
        return files.names().stream()
                .filter(name -> name.equals(BUILD) || (name.startsWith("project/") && name.endsWith(".sbt")));
    }

    private String code(String file) {
        return BuildScript.withoutComments(files.text(file).orElse(""));
    }
}
