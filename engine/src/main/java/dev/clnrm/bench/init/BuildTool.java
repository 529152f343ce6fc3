package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Packing.Packed;
import dev.clnrm.bench.init.Setup.Missing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

sealed interface BuildTool permits MavenBuild, GradleBuild, SbtBuild {
    /** The command that starts it: the project's wrapper if there is one. */
    String program();

    /** The file that shows that the project uses this tool. */
    String readIn();

    /** The folder of a source file's module. */
    String folderOf(String file);

    /** What the tool packs of a module's benchmarks. */
    Packing pack(BenchmarkModule module);

    /** The command that builds the given modules. */
    String command(List<Packed> modules);

    /** The JDK that a module's build requires; empty if it is unknown. */
    default Optional<RequiredJdk> jdk(BenchmarkModule module) {
        return Optional.empty();
    }

    /** Doubts about what a check of the given modules would measure. */
    default List<Missing> doubts(List<Packed> modules) {
        return List.of();
    }

    /** The command of a wrapper script, which may be in a parent folder. */
    static Optional<String> wrapper(ProjectFiles files, String script) {
        return files.nearest(script).map(path -> path.startsWith("../") ? path : "./" + path);
    }

    /** The tools that build the project: one, or several if it is migrating from one to another. */
    static List<BuildTool> of(ProjectFiles files) {
        return Stream.of(MavenBuild.of(files), GradleBuild.of(files), SbtBuild.of(files))
                .<BuildTool>flatMap(Optional::stream)
                .toList();
    }

    /** The nearest folder above a file that contains one of these files; the project's folder if there is none. */
    static String nearest(ProjectFiles files, String file, Set<String> buildFiles) {
        for (int end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
            String folder = file.substring(0, end);
            if (buildFiles.stream().anyMatch(name -> files.has(folder + "/" + name))) {
                return folder;
            }
        }
        return "";
    }
}
