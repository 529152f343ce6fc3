package dev.clnrm.bench.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A profiler of a JVM that runs a benchmark. */
sealed interface Profiler {
    /** Its name and how it samples, for people. */
    String name();

    /** The JVM arguments that make it record from start to end. */
    List<String> arguments(Path recording);

    /**
     * Whether a sample belongs to wall-clock sampling, which also samples waiting threads.
     *
     * @param state of the thread, as named in the recording
     */
    boolean isWall(Optional<String> state);

    /** The time between two samples of a running thread, in seconds. */
    double cpuSeconds();

    /** The time between two samples of a running or waiting thread, in seconds. */
    double wallSeconds();

    /**
     * async-profiler if its library loads, else the JDK's Flight Recorder.
     *
     * @param folder the folder for the library
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

    /** The path of the library for a system in the jar of async-profiler: {@code /linux-x64/libasyncProfiler.so}. */
    static String library(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        String processor = arch.matches("amd64|x86_64") ? "x64" : arch.equals("aarch64") ? "arm64" : arch;
        String folder = system.startsWith("mac") ? "macos" : system.replaceAll("[^a-z].*", "") + "-" + processor;
        return "/" + folder + "/libasyncProfiler.so";
    }

    /**
     * async-profiler as an agent. It samples outside safepoints, so it also sees loops without a safepoint.
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

        /** CPU samples have no specific thread state. */
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

    /**
     * The JDK's own Flight Recorder. It samples at safepoints of compiled code, at most fifty times a second, and records no
     * waiting except for locks.
     */
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
