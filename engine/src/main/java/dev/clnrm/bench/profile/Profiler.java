package dev.clnrm.bench.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What looks into a JVM while it runs a benchmark. */
sealed interface Profiler {
    /** Its name and how it samples, for people. */
    String name();

    /** JVM arguments that make it record from start to end. */
    List<String> arguments(Path recording);

    /**
     * Whether a sample was taken whether its thread ran or not.
     *
     * @param state of the thread, as the recording calls it
     */
    boolean isWall(Optional<String> state);

    /** The time between two samples of a thread that runs, in seconds. */
    double cpuSeconds();

    /** The time between two samples of a thread whether it runs or not, in seconds. */
    double wallSeconds();

    /**
     * async-profiler where its library loads, else the JDK's Flight Recorder.
     *
     * @param folder gets the library
     */
    static Profiler of(Path folder) throws IOException {
        String library = library(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        try (InputStream in = Profiler.class.getResourceAsStream(library)) {
            if (in == null) {
                return new FlightRecorder();
            }
            Path file = Files.createDirectories(folder).resolve("libasyncProfiler.so");
            Files.copy(in, file);
            return new AsyncProfiler(file);
        }
    }

    /** Where the jar of async-profiler has the library of a system: {@code /linux-x64/libasyncProfiler.so}. */
    static String library(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        String processor = arch.matches("amd64|x86_64") ? "x64" : arch.equals("aarch64") ? "arm64" : arch;
        String folder = system.startsWith("mac") ? "macos" : system.replaceAll("[^a-z].*", "") + "-" + processor;
        return "/" + folder + "/libasyncProfiler.so";
    }

    /**
     * async-profiler as an agent. It samples outside safepoints, so a loop without one is not invisible.
     *
     * @param library its library
     */
    record AsyncProfiler(Path library) implements Profiler {
        private static final double CPU_SECONDS = 0.001;
        private static final double WALL_SECONDS = 0.005;

        @Override
        public String name() {
            return "async-profiler";
        }

        @Override
        public List<String> arguments(Path recording) {
            return List.of(
                    "-agentpath:" + library + "=start,event=cpu,interval=1ms,wall=5ms,alloc=64k,lock=10us,jfr,file="
                            + recording,
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:+DebugNonSafepoints");
        }

        /** Only samples on the processor have no state of their own. */
        @Override
        public boolean isWall(Optional<String> state) {
            return state.filter(one -> !one.equals("STATE_DEFAULT")).isPresent();
        }

        @Override
        public double cpuSeconds() {
            return CPU_SECONDS;
        }

        @Override
        public double wallSeconds() {
            return WALL_SECONDS;
        }
    }

    /** The JDK's own recorder. It samples at safepoints of compiled code and at most fifty times a second, and knows no waiting but for locks. */
    record FlightRecorder() implements Profiler {
        private static final double CPU_SECONDS = 0.01;

        @Override
        public String name() {
            return "JDK Flight Recorder";
        }

        @Override
        public List<String> arguments(Path recording) {
            return List.of(
                    "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording,
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:+DebugNonSafepoints");
        }

        @Override
        public boolean isWall(Optional<String> state) {
            return false;
        }

        @Override
        public double cpuSeconds() {
            return CPU_SECONDS;
        }

        @Override
        public double wallSeconds() {
            return CPU_SECONDS;
        }
    }
}
