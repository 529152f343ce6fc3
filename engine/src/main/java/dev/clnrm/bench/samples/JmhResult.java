package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.util.List;

/**
 * One result of JMH's own result file, its values in base units.
 *
 * @param benchmark the name in the file
 * @param samples its values, nested by fork
 * @param forks how many forks were asked for; 0 when JMH ran the benchmark in its own process
 * @param vm what ran it
 * @param warmup what did not count
 * @param measurement what did
 */
public record JmhResult(String benchmark, CaseSamples samples, int forks, Vm vm, Phase warmup, Phase measurement) {
    /** The result of a case under its own name: {@code scenario/multi_step_scenario}. */
    public static JmhResult of(CaseSamples samples, Vm vm, Phase warmup, Phase measurement) {
        return new JmhResult(
                samples.name().qualified(), samples, samples.forks().size(), vm, warmup, measurement);
    }

    /**
     * A result of which nothing is known but one value.
     *
     * @param value seconds per operation, or operations per second in throughput mode
     */
    static JmhResult ofOne(CaseName name, Mode mode, double value) {
        JournalEntry fork = JournalEntry.finished(name, JournalEntry.HEAD, 0, ForkSamples.of(mode, Values.of(value)));
        Phase unknown = new Phase(1, 0, 1);
        return of(new CaseSamples(name, JournalEntry.HEAD, mode, List.of(fork)), Vm.UNKNOWN, unknown, unknown);
    }

    /** How the case was measured. */
    public Mode mode() {
        return samples.mode();
    }

    /**
     * The virtual machine that ran a benchmark; empty if the file does not say.
     *
     * @param jmhVersion as in {@code 1.37}
     * @param java the path of the launcher
     * @param args its arguments
     * @param jdkVersion as in {@code 17.0.15}
     * @param name as in {@code OpenJDK 64-Bit Server VM}
     * @param version as in {@code 17.0.15+6}
     */
    public record Vm(
            String jmhVersion, String java, List<String> args, String jdkVersion, String name, String version) {
        /** Nothing known. */
        public static final Vm UNKNOWN = new Vm("", "", List.of(), "", "", "");

        public Vm {
            args = List.copyOf(args);
        }
    }

    /**
     * Iterations of one kind.
     *
     * @param iterations how many
     * @param seconds how long each; 0 for single shots
     * @param batchSize invocations each counts as one
     */
    public record Phase(int iterations, double seconds, int batchSize) {}
}
