package dev.clnrm.bench.profile;

import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A profiler of a JVM that runs a benchmark.
 *
 * @param name its name, for people
 * @param start the JVM argument that makes it record from start to end, without the file of the recording
 * @param cpuSeconds the time between two samples of a running thread, in seconds
 * @param wallSeconds the time between two samples of a running or waiting thread, in seconds; 0 if it does not sample waiting threads
 */
record Profiler(String name, String start, double cpuSeconds, double wallSeconds) {
    /**
     * async-profiler if its library loads, else the JDK's Flight Recorder. async-profiler samples outside safepoints, so it also sees
     * loops without a safepoint. The Flight Recorder samples at safepoints of compiled code, at most fifty times a second, and records no
     * waiting except for locks.
     *
     * @param folder the folder for the library
     * @param jvms the programs that start the measured JVMs
     * @param environment the variables of this program
     */
    static Profiler of(Path folder, Collection<Path> jvms, Map<String, String> environment) throws IOException {
        String library = library(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        try (InputStream in = Profiler.class.getResourceAsStream(library)) {
            if (in != null) {
                Path file = Files.createDirectories(folder).toAbsolutePath().resolve("libasyncProfiler.so");
                Files.copy(in, file);
                if (jvms.stream().allMatch(jvm -> loads(file, jvm, environment))) {
                    String agent = "-agentpath:" + file
                            + "=start,event=cpu,interval=1ms,wall=5ms,alloc=64k,lock=10us,jfr,file=";
                    return new Profiler("async-profiler", agent, 0.001, 0.005);
                }
            }
            String settings = "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=";
            return new Profiler("JDK Flight Recorder", settings, 0.01, 0);
        }
    }

    /** Whether a JVM loads the library. It does not if the folder may hold no programs, or if the library is for another C library. */
    static boolean loads(Path library, Path jvm, Map<String, String> environment) {
        List<String> command = List.of(jvm.toString(), "-agentpath:" + library + "=version", "-version");
        try {
            Process process = Program.of(command, library.resolveSibling(""), PassedVariables.PROGRAM.in(environment))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The path of the library for a system in the jar of async-profiler: {@code /linux-x64/libasyncProfiler.so}. */
    static String library(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        String processor = arch.matches("amd64|x86_64") ? "x64" : arch.equals("aarch64") ? "arm64" : arch;
        String folder = system.startsWith("mac") ? "macos" : system.replaceAll("[^a-z].*", "") + "-" + processor;
        return "/" + folder + "/libasyncProfiler.so";
    }

    List<String> arguments(Path recording) {
        return List.of(start + recording, "-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");
    }

    /**
     * Whether a sample belongs to wall-clock sampling, which also samples waiting threads. CPU samples of async-profiler have no specific
     * thread state.
     *
     * @param state of the thread, as named in the recording
     */
    boolean isWall(Optional<String> state) {
        return wallSeconds > 0
                && state.filter(one -> !one.equals("STATE_DEFAULT")).isPresent();
    }
}
