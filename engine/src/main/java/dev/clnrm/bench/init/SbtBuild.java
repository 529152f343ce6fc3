package dev.clnrm.bench.init;

import dev.clnrm.bench.config.WrittenClassPath;
import dev.clnrm.bench.init.Packing.Packed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An sbt build. Its files are programs, so they are only searched for words.
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
        if (id(module).isEmpty()) {
            return new Packing.Unpacked(
                    module,
                    "could not tell which project of " + BUILD + " it is",
                    "write `jmh:` and `build:` in budgets.yaml by hand; the tasks are PROJECT/Jmh/fullClasspath and"
                            + " PROJECT/Jmh/compile");
        }
        WrittenClassPath code = jarName()
                .map(name -> WrittenClassPath.ofJar(module.path("target/scala-*/" + name)))
                .orElseGet(() -> printed(module));
        return Packing.packed(module, code, BUILD, List.of());
    }

    /** The class path without a jar of sbt-assembly: the output of an sbt command. */
    private WrittenClassPath printed(BenchmarkModule module) {
        String command = program() + " \"export " + scope(module) + "Jmh/fullClasspath\"";
        return new WrittenClassPath(List.of(), Optional.of(command), false);
    }

    @Override
    public String command(List<Packed> modules) {
        return modules.stream().map(this::command).collect(Collectors.joining(" && "));
    }

    /**
     * The command that builds one module. sbt puts the jar into a folder named after the Scala version, and the pattern would also match
     * a jar of an earlier version.
     */
    private String command(Packed one) {
        String start = program() + " " + scope(one.module());
        return one.code().jar() ? "rm -f " + one.jar() + " && " + start + "Jmh/assembly" : start + "Jmh/compile";
    }

    /** The prefix of a module's tasks. */
    private String scope(BenchmarkModule module) {
        return id(module).filter(id -> !id.isEmpty()).map(id -> id + "/").orElse("");
    }

    private Optional<String> jarName() {
        List<String> names = JAR_NAME.matcher(code(BUILD))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }

    /** The sbt project in a module's folder; an empty name for the project that sbt starts with. */
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
        return written == null ? id : Pom.normal(written);
    }

    private Stream<String> scripts() {
        return files.names().stream()
                .filter(name -> name.equals(BUILD) || (name.startsWith("project/") && name.endsWith(".sbt")));
    }

    private String code(String file) {
        return BuildScript.withoutComments(files.text(file).orElse(""));
    }
}
