package dev.clnrm.bench.measure;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.SuiteLoader;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.samples.Conditions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The command lines that start measured JVMs. */
final class ForkCommand {
    /** The first release that warns of what JMH does with Unsafe. */
    private static final int UNSAFE_WARNINGS = 23;

    /** The first release that can be told to leave no core file, the size of its heap, in the working directory. */
    private static final int CORE_DUMPS = 9;

    /** With a command to run, a JVM says that its heap is exhausted; without, the code that could say so often has no memory left for it. */
    private static final String NOTHING = "true";

    private static final String BLACKHOLE = "org/openjdk/jmh/infra/Blackhole.";

    /** The minor version of JMH from which on only what consumes is kept from being inlined. */
    private static final int CONSUME_ALONE = 27;

    /** The minor version from which on a short part of consuming is inlined and the rest, {@code consumeFull}, is not. */
    private static final int CONSUME_FULL = 28;

    private static final String HINTS = "META-INF/CompilerHints";

    private ForkCommand() {}

    /**
     * A JVM with JMH's fork main, told to call back.
     *
     * @param scratch the fork's own folder for temporary files
     * @param archive JVM arguments about a class-data archive
     */
    static List<String> link(
            Launch launch, Path scratch, Path hints, List<String> archive, Path errorFile, String host, int port) {
        List<String> command = jvm(launch, scratch, archive, errorFile);
        command.addAll(blackholes(launch));
        command.add("-XX:CompileCommandFile=" + hints);
        command.add("-cp");
        command.add(launch.classPath().argument());
        command.add("org.openjdk.jmh.runner.ForkedMain");
        command.add(host);
        command.add(Integer.toString(port));
        return command;
    }

    /** A JVM with everything but a class path and a main class. */
    static List<String> jvm(Launch launch, Path scratch, List<String> archive, Path errorFile) {
        List<String> command = new ArrayList<>();
        command.add(launch.jvm().launcher().toString());
        command.addAll(launch.jvmArgs());
        command.addAll(archive);
        if (launch.jvm().feature() >= UNSAFE_WARNINGS) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Djava.io.tmpdir=" + scratch);
        command.add("-XX:ErrorFile=" + errorFile);
        if (launch.jvm().feature() >= CORE_DUMPS) {
            command.add("-XX:-CreateCoredumpOnCrash");
        }
        if (launch.jvmArgs().stream().noneMatch(arg -> arg.contains("OnOutOfMemoryError"))) {
            command.add("-XX:OnOutOfMemoryError=" + NOTHING);
        }
        return command;
    }

    /**
     * Writes the compiler's hints for a class path: what JMH's own host gives its forks.
     *
     * @return the file
     */
    static Path writeHints(Launch launch, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("quiet"));
        lines.addAll(blackholeHints(launch));
        lines.addAll(hints(launch.classPath()));
        return Files.write(file, lines);
    }

    /** What the compiler is told of black holes by the host of each JMH; what is inlined, and what a call to it costs, changed twice. */
    private static List<String> blackholeHints(Launch launch) {
        int minor = minor(launch.jmhVersion()).orElse(CONSUME_FULL);
        if (minor < CONSUME_ALONE) {
            return List.of("dontinline," + BLACKHOLE + "*");
        }
        if (minor < CONSUME_FULL) {
            return List.of("dontinline," + BLACKHOLE + "consume", "dontinline," + BLACKHOLE + "consumeCPU");
        }
        return List.of(
                "inline," + BLACKHOLE + "consume",
                "dontinline," + BLACKHOLE + "consumeCPU",
                compilerBlackholes(launch)
                        ? "blackhole," + BLACKHOLE + "consumeCompiler"
                        : "dontinline," + BLACKHOLE + "consumeFull",
                "dontinline," + BLACKHOLE + "clearBox");
    }

    /** What JMH generated for the compiler on a class path. */
    static Set<String> hints(ClassPath classPath) throws IOException {
        TreeSet<String> generated = new TreeSet<>();
        try {
            for (byte[] content : classPath.resources(HINTS)) {
                new String(content, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(generated::add);
            }
        } catch (SuiteLoader.CannotLoad e) {
            throw new IOException(e.getMessage(), e);
        }
        return generated;
    }

    private static boolean compilerBlackholes(Launch launch) {
        return Conditions.blackholes(launch.jmhVersion(), launch.jvm().version())
                .filter("compiler"::equals)
                .isPresent();
    }

    private static List<String> blackholes(Launch launch) {
        return compilerBlackholes(launch)
                ? List.of(
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:+UnlockExperimentalVMOptions",
                        "-DcompilerBlackholesEnabled=true")
                : List.of();
    }

    private static Optional<Integer> minor(String jmhVersion) {
        String[] parts = jmhVersion.split("[.-]", -1);
        boolean known = parts.length >= 2 && parts[0].equals("1") && parts[1].matches("\\d{1,4}");
        return known ? Optional.of(Integer.parseInt(parts[1])) : Optional.empty();
    }
}
