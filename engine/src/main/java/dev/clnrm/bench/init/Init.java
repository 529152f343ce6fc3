package dev.clnrm.bench.init;

import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.config.WrittenClassPath;
import dev.clnrm.bench.init.Packing.Packed;
import dev.clnrm.bench.init.Setup.Found;
import dev.clnrm.bench.init.Setup.Missing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets up a project: finds its benchmarks and how they are built, and writes the files that measure them. It runs nothing of the project.
 * If it finds no benchmarks but the project declares its suites, it writes only the workflow.
 *
 * @param project the project's folder
 * @param forks whether pull requests come from forks
 * @param dry whether to write nothing
 */
public record Init(Path project, boolean forks, boolean dry) {
    private static final NewFile IGNORED = new NewFile(".gitignore", ".clnrm-bench/\n", true);

    public Setup run() throws IOException {
        ProjectFiles files = ProjectFiles.of(project);
        List<String> sources = BenchmarkSources.in(files);
        List<Layout> layouts = BuildTool.of(files).stream()
                .map(tool -> Layout.of(files, tool, sources))
                .toList();
        Optional<Layout> measurable =
                layouts.stream().filter(one -> !one.packed().isEmpty()).findFirst();
        Optional<Layout> layout = measurable.or(() -> layouts.stream().findFirst());
        Optional<String> kept = declaredBuild(files);
        boolean declared = measurable.isEmpty() && files.has(Defaults.FILE);
        List<Missing> missing = new ArrayList<>(declared ? List.of() : missing(sources, layout));
        files.unread().forEach(one -> missing.add(new Missing(one, "")));
        return new Setup(
                declared
                        ? List.of(new Found("suites", "declared by hand", Defaults.FILE))
                        : layout.map(Init::found).orElse(List.of()),
                missing,
                measurable
                        .map(one -> write(files, InitTemplates.of(files, one, forks)))
                        .orElseGet(() -> declared ? write(files, InitTemplates.workflows(files, forks)) : List.of()),
                kept.or(() -> measurable.map(Layout::build)),
                measurable.flatMap(Layout::jdk).map(RequiredJdk::feature).orElse(0));
    }

    /** The command of a {@code budgets.yaml} that is there; empty if it has none, or has faults, which {@code validate} shows. */
    private static Optional<String> declaredBuild(ProjectFiles files) {
        try {
            Optional<byte[]> there = files.bytes(Defaults.FILE);
            return there.isEmpty()
                    ? Optional.empty()
                    : BudgetsReader.read(Defaults.FILE, there.get()).build().command();
        } catch (DeclarationException e) {
            return Optional.empty();
        }
    }

    private List<WrittenFile> write(ProjectFiles files, List<NewFile> texts) {
        FileWriter writer = new FileWriter(files.root(), dry);
        return Stream.concat(texts.stream(), Stream.of(IGNORED))
                .map(writer::write)
                .toList();
    }

    private static List<Found> found(Layout layout) {
        BuildTool tool = layout.tool();
        List<Found> found = new ArrayList<>();
        found.add(new Found("build", tool.program(), tool.readIn()));
        for (Packed one : layout.packed()) {
            found.add(new Found("benchmarks", one.module().shown(), ""));
            WrittenClassPath code = one.code();
            String paths = String.join(", ", code.entries());
            found.add(
                    new Found(code.jar() ? "jar" : "class path", code.command().orElse(paths), one.readIn()));
        }
        layout.unpacked()
                .forEach(one -> found.add(new Found("benchmarks", one.module().shown(), "")));
        layout.jdk().ifPresent(jdk -> found.add(new Found("JDK", jdk.feature() + " or newer", jdk.readIn())));
        return found;
    }

    private List<Missing> missing(List<String> sources, Optional<Layout> layout) {
        List<Missing> missing = new ArrayList<>();
        if (sources.isEmpty()) {
            missing.add(new Missing(
                    "no source file uses org.openjdk.jmh.annotations.Benchmark",
                    "write a JMH benchmark first, as docs/first-pull-request.md shows; or a suite in the DSL and its"
                            + " `classpath:` in " + Defaults.FILE + ", and init writes the workflow for it"));
        }
        if (layout.isEmpty()) {
            missing.add(new Missing(
                    "no pom.xml, settings.gradle, build.gradle or build.sbt in this folder",
                    "run init in the folder from which you build the project"));
        }
        layout.ifPresent(one -> missing.addAll(missing(one)));
        return missing;
    }

    private static List<Missing> missing(Layout layout) {
        List<Missing> missing = new ArrayList<>();
        layout.unpacked()
                .forEach(one -> missing.add(new Missing(
                        (one.module().folder().isEmpty()
                                        ? "the project"
                                        : one.module().folder()) + ": " + one.why(),
                        one.help())));
        layout.packed().stream()
                .flatMap(one -> one.cautions().stream())
                .distinct()
                .forEach(one -> missing.add(new Missing(one, "")));
        missing.addAll(layout.tool().doubts(layout.packed()));
        if (!layout.packed().isEmpty() && layout.jdk().isEmpty()) {
            missing.add(new Missing(
                    "could not tell which JDK the project needs",
                    "if it is newer than " + RequiredJdk.OLDEST + ", set `java:` below `measure:` in "
                            + Defaults.FILE));
        }
        if (!layout.packed().isEmpty() && !layout.buildsInImage()) {
            missing.add(
                    new Missing(
                            "no workflow is written, because the image of the action has no "
                                    + layout.tool().program(),
                            "add the wrapper of the build tool, or measure on the runner with `uses: clnrm/bench-action/host@v1`"));
        }
        return missing;
    }
}
