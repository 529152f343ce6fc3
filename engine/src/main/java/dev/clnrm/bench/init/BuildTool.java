package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Packing.Packed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What builds a project. */
sealed interface BuildTool permits MavenBuild, GradleBuild, SbtBuild {
    /** The program that starts it: the project's wrapper if there is one. */
    String program();

    /** The file that shows that it builds the project. */
    String readIn();

    /** The folder of the module a source file belongs to. */
    String folderOf(String file);

    /** What it makes of a module's benchmarks. */
    Packing pack(BenchmarkModule module);

    /** The command that makes what is measured of some modules. */
    String command(List<Packed> modules);

    /** The JDK that a module's build asks for; empty if that cannot be told. */
    default Optional<RequiredJdk> jdk(BenchmarkModule module) {
        return Optional.empty();
    }

    /** The tools that build the project: one, or several if it is moving from one to another. */
    static List<BuildTool> of(ProjectFiles files) {
        return Stream.of(MavenBuild.of(files), GradleBuild.of(files), SbtBuild.of(files))
                .<BuildTool>flatMap(Optional::stream)
                .toList();
    }

    /** The nearest folder above a file that has a file of one of these names; the project's if none has. */
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
