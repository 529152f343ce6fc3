package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;

/**
 * A case with everything needed to measure it.
 *
 * @param name its name
 * @param mode the meaning of its values
 * @param target what a fork runs
 * @param launch how a fork is started
 * @param effort the measuring effort
 */
public record PlannedCase(CaseName name, Mode mode, Target target, Launch launch, Effort effort) {
    /** The code of this side with the JVM, arguments and effort of the head, which apply to both sides. */
    PlannedCase measuredAs(PlannedCase head) {
        Launch other = head.launch();
        Launch alike = new Launch(
                launch.classPath(), other.jvm(), other.jvmArgs(), other.env(), launch.directory(), launch.jmhVersion());
        return with(alike, head.effort());
    }

    /** The same case, started and measured in another way. */
    public PlannedCase with(Launch other, Effort how) {
        return new PlannedCase(name, mode, target, other, how);
    }
}
