package dev.clnrm.bench.measure;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.JmhVersion;
import dev.clnrm.bench.config.SuiteLoader;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.samples.Conditions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Builds the command lines of measured JVMs. */
final class ForkCommand {
    /** The first release that warns about JMH's use of Unsafe. */
    private static final int UNSAFE_WARNINGS = 23;

    /** The first release with an option that prevents core files, which are as large as the heap and go to the working directory. */
    private static final int CORE_DUMPS = 9;

    /**
     * A command for the out-of-memory option: with it, the JVM prints that its heap is exhausted. Without it, there is often no memory
     * left to print that.
     */
    private static final String NOTHING = "true";

    private static final String BLACKHOLE = "org/openjdk/jmh/infra/Blackhole.";

    /** The first minor version of JMH in which only the consuming methods are not inlined. */
    private static final int CONSUME_ALONE = 27;

    /** The first minor version in which a short part of consuming is inlined; the rest, {@code consumeFull}, is not. */
    private static final int CONSUME_FULL = 28;

    private static final String HINTS = "META-INF/CompilerHints";

    private ForkCommand() {}

    /**
     * The command of a JVM that runs the main class of JMH's forks, which connects to this program.
     *
     * @param scratch the fork's own folder for temporary files
     * @param archive the JVM arguments for a class-data archive
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

    /** The command of a JVM without class path and main class. */
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
     * Writes the compiler hints for a class path: those that JMH's own host passes to its forks.
     *
     * @return the file
     */
    static Path writeHints(Launch launch, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("quiet"));
        lines.addAll(blackholeHints(launch));
        lines.addAll(hints(launch.classPath()));
        return Files.write(file, lines);
    }

    /**
     * The compiler hints for black holes, as the host of each JMH version writes them. What is inlined, and the cost of a call, changed
     * twice.
     */
    private static List<String> blackholeHints(Launch launch) {
        int minor = JmhVersion.minor(launch.jmhVersion()).orElse(CONSUME_FULL);
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

    /** The hints that JMH generated on a class path. */
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
}
