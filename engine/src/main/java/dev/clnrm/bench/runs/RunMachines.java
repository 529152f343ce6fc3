package dev.clnrm.bench.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.measure.Fingerprint;
import java.util.List;
import java.util.Optional;

/**
 * Where a run was measured.
 *
 * @param machine the machine; of merged parts that of the first
 * @param jvms vendor and version of each JVM
 * @param machines those of all parts that were merged
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunMachines(Optional<Fingerprint> machine, List<String> jvms, List<Fingerprint> machines) {
    /** Nothing known. */
    public static final RunMachines NONE = new RunMachines(Optional.empty(), List.of(), List.of());

    public RunMachines {
        jvms = List.copyOf(jvms);
        machines = List.copyOf(machines);
    }

    /** One machine. */
    public static RunMachines of(Fingerprint machine, List<String> jvms) {
        return new RunMachines(Optional.of(machine), jvms, List.of());
    }
}
