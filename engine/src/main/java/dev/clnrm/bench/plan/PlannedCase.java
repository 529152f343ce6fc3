package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;

/**
 * A case with everything needed to measure it.
 *
 * @param name its name
 * @param mode what its values mean
 * @param target what a fork runs
 * @param launch how a fork is started
 * @param effort how hard it is measured
 */
public record PlannedCase(CaseName name, Mode mode, Target target, Launch launch, Effort effort) {
    /** This side's code measured as the other side's is: JVM, arguments and effort of the head hold for both sides. */
    PlannedCase measuredAs(PlannedCase head) {
        Launch other = head.launch();
        Launch alike = new Launch(
                launch.classPath(), other.jvm(), other.jvmArgs(), other.env(), launch.directory(), launch.jmhVersion());
        return new PlannedCase(name, mode, target, alike, head.effort());
    }
}
