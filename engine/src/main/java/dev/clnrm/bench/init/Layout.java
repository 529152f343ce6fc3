package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Packing.Packed;
import dev.clnrm.bench.init.Packing.Unpacked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The benchmark build of a project.
 *
 * @param tool the build tool
 * @param packed the modules that can be measured
 * @param unpacked the modules that cannot be measured
 * @param jdk the JDK that it requires; empty if it is unknown
 */
record Layout(BuildTool tool, List<Packed> packed, List<Unpacked> unpacked, Optional<RequiredJdk> jdk) {
    private static final String SUITE = "benchmarks";

    Layout {
        packed = List.copyOf(packed);
        unpacked = List.copyOf(unpacked);
    }

    static Layout of(ProjectFiles files, BuildTool tool, List<String> sources) {
        List<BenchmarkModule> modules = BenchmarkModule.of(sources, tool::folderOf);
        List<Packed> packed = new ArrayList<>();
        List<Unpacked> unpacked = new ArrayList<>();
        for (BenchmarkModule module : modules) {
            Packing packing = tool.pack(module);
            if (packing instanceof Packed one) {
                packed.add(one);
            } else if (packing instanceof Unpacked one) {
                unpacked.add(one);
            }
        }
        Optional<RequiredJdk> jdk = Stream.concat(
                        JdkFiles.jdk(files).stream(), packed.stream().flatMap(one -> tool.jdk(one.module()).stream()))
                .max(Comparator.comparingInt(RequiredJdk::feature));
        return new Layout(tool, packed, unpacked, jdk);
    }

    String build() {
        return tool.command(packed);
    }

    /** The suites' names, one for each module: the name of its folder, if it is unique. */
    List<String> suites() {
        Set<String> names = new LinkedHashSet<>();
        for (Packed one : packed) {
            String name = one.module().name().isEmpty() ? SUITE : one.module().name();
            names.add(names.contains(name) ? one.module().folder().replace('/', '-') : name);
        }
        return List.copyOf(names);
    }

    /** The feature version of the JDK that a workflow sets up. */
    int java() {
        return jdk.map(RequiredJdk::supported).orElse(RequiredJdk.OLDEST);
    }

    /** Whether the action's image can run the build: it contains Maven, and a wrapper downloads its own tool. */
    boolean buildsInImage() {
        return tool.program().contains("/") || tool.program().equals("mvn");
    }
}
