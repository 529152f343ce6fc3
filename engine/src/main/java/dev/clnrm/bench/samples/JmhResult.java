package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.util.List;

/**
 * One result of JMH's own result file, with values in base units.
 *
 * @param benchmark the name in the file
 * @param samples its values, by fork
 * @param forks the requested number of forks; 0 if JMH ran the benchmark in its own process
 * @param vm the virtual machine
 * @param warmup the warm-up iterations
 * @param measurement the measured iterations
 */
public record JmhResult(String benchmark, CaseSamples samples, int forks, Vm vm, Phase warmup, Phase measurement) {
    /** The result of a case under its own name: {@code scenario/multi_step_scenario}. */
    public static JmhResult of(CaseSamples samples, Vm vm, Phase warmup, Phase measurement) {
        return new JmhResult(
                samples.name().qualified(), samples, samples.forks().size(), vm, warmup, measurement);
    }

    /**
     * A result with only one value.
     *
     * @param value seconds per operation, or operations per second in throughput mode
     */
    static JmhResult ofOne(CaseName name, Mode mode, double value) {
        JournalEntry fork = JournalEntry.finished(name, JournalEntry.HEAD, 0, ForkSamples.of(mode, Values.of(value)));
        Phase unknown = new Phase(1, 0, 1);
        return of(new CaseSamples(name, JournalEntry.HEAD, mode, List.of(fork)), Vm.UNKNOWN, unknown, unknown);
    }

    public Mode mode() {
        return samples.mode();
    }

    /**
     * The virtual machine of a benchmark; empty if the file does not name it.
     *
     * @param jmhVersion for example {@code 1.37}
     * @param java the path of the launcher
     * @param args its arguments
     * @param jdkVersion for example {@code 17.0.15}
     * @param name for example {@code OpenJDK 64-Bit Server VM}
     * @param version for example {@code 17.0.15+6}
     */
    public record Vm(
            String jmhVersion, String java, List<String> args, String jdkVersion, String name, String version) {
        public static final Vm UNKNOWN = new Vm("", "", List.of(), "", "", "");

        public Vm {
            args = List.copyOf(args);
        }
    }

    /**
     * Iterations of one kind.
     *
     * @param iterations how many
     * @param seconds the length of each; 0 for single shots
     * @param batchSize the number of invocations that count as one
     */
    public record Phase(int iterations, double seconds, int batchSize) {}
}
